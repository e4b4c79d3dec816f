"""The one shared reading of a text: a sheet compiled for matching, claims extracted and linked to rows."""
