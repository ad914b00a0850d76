"""Cutting blocks into sentences and joining them again."""
