"""Checks over source and translation."""
