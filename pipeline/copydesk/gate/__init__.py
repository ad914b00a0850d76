"""Verdicts for machines: check translations, compare engines, measure the checks themselves."""
