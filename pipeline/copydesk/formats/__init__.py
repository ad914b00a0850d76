"""Bytes to data and back; pure."""
