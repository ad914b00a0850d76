"""Spans, edits and the joining of texts."""
