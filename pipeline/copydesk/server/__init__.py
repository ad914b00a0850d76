"""The desk over HTTP, for other programs: LibreTranslate's API, and the repair and the check beside it."""
