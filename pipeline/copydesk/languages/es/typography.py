"""Spanish typography."""

from copydesk.languages.contract.typography import Typography

TYPOGRAPHY = Typography(
    quotes=(("«", "»"), ("“", "”"), ('"', '"')),
    tight_marks=":;!?,.)",
    group_mark=".",
    opening_marks=(("?", "¿"), ("!", "¡")),
)
