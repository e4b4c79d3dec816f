"""Release files in, facts out: one file per publisher."""
