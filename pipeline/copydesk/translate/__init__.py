"""Asking engines and folding their answers in."""
