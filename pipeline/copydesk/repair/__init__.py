"""Mending what machine translation broke in the source."""
