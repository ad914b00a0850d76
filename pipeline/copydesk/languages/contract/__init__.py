"""What may differ between languages: one file per concern, each a frozen dataclass with neutral defaults."""
