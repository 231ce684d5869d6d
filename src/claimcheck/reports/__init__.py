"""Results made readable: one file per format."""
