"""Writes the page from the sheet alone: one module per section, one shared plan of what is said where."""
