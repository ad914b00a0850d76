"""One file per command; loaded when called."""
