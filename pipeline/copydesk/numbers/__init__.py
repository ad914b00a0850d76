"""The number engine; pure."""
