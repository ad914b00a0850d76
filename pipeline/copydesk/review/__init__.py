"""Decisions by people: what is to be reviewed, what was decided, and what follows from it."""
