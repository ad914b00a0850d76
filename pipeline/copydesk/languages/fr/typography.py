"""French typography, after the Lexique of the Imprimerie nationale; straight apostrophes as agencies type."""

from copydesk.languages.contract.typography import Typography

NARROW = "\u202f"
NO_BREAK = "\u00a0"

TYPOGRAPHY = Typography(
    quotes=(("«", "»"),),
    inner_quotes=(("“", "”"), ("‘", "’")),
    quote_space=NO_BREAK,
    spaced_marks=(
        (":", NO_BREAK),
        (";", NARROW),
        ("!", NARROW),
        ("?", NARROW),
        ("%", NO_BREAK),
        ("‰", NO_BREAK),
        ("€", NO_BREAK),
        ("£", NO_BREAK),
    ),
    tight_marks=",.)",
    group_space=NARROW,
    clock=f"{NO_BREAK}h{NO_BREAK}",
    clock_cues=("à", "vers", "dès", "avant", "après", "jusqu'à", "depuis", "autour de", "il est"),
)
