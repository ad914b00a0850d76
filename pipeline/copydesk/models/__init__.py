"""Models of translation engines: their cards, and what is installed."""
