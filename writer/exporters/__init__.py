"""A report in, a document out: one file per format."""
