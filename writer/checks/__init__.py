"""One check per file: a read and linked text in, findings out."""
