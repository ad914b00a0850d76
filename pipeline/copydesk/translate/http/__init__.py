"""Engines on servers: LibreTranslate, Apertium-APy, and chat endpoints of the OpenAI kind."""
