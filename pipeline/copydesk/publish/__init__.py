"""Editions to files."""
