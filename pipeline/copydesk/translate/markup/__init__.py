"""Inline marks and protected spans put back into translations of whole sentences."""
