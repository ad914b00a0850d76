"""Aligning two existing versions of an article."""
