"""copydesk: a news translation desk. No number leaves unexplained."""

__version__ = "0.1.0"
