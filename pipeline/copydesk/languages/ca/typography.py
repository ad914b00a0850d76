"""Catalan typography."""

from copydesk.languages.contract.typography import Typography

TYPOGRAPHY = Typography()
