"""Swedish: what the gate needs. Formats, months and units are the CLDR's; number words stand here."""

from copydesk.languages import cldr
from copydesk.languages.contract.numerals import coded, counted
from copydesk.languages.contract.prose import Prose
from copydesk.languages.contract.typography import Typography
from copydesk.languages.facts import Facts, extended

_WORDS = """
alla att av bara blev bli blir de dem den denna det detta du där efter eller en ett från får för ha hade
han hans har hon i ingen inte jag kan kommer man med mellan men mer mot mycket många nu när någon och om
oss på sade sedan sig sin sina ska skulle som så till under upp ut utan var vi vid än är över
"""

_SMALL = """
noll en/ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton
nitton
"""

_TENS = """
tjugo trettio fyrtio femtio sextio sjuttio åttio nittio
"""

_ORDINALS = """
första/förste andra/andre tredje fjärde femte sjätte sjunde åttonde nionde tionde
"""

NUMERALS = extended(
    cldr.numerals("sv"),
    small=counted(0, _SMALL) | counted(20, _TENS, 10),
    hundred=frozenset({"hundra"}),
    bare_hundred=True,
    joiners=frozenset({"och"}),
    ones=frozenset({"en", "ett"}),
    ordinals=counted(1, _ORDINALS),
    ordinal_suffixes=frozenset({"a", "e"}),
    collectives={
        "halv": "0.5", "halva": "0.5", "hälften": "0.5", "båda": "2", "dubbla": "2", "tiotals":
        "10", "decennium": "10"
    },
    percent=("procent",),
    currencies=coded(
        USD="dollar", GBP="pund", crown="kronor krona", cent="cent"
    ),
    units=coded(
        **{
            "inch": "tum",
            "ft": "fot",
            "mile": "engelska_mil mile miles",
            "km": "kilometer",
            "lb": "pund",
            "km/h": "kilometer_i_timmen km/tim kilometer_per_timme",
            "mph": "miles_per_timme",
            "deg": "grader",
            "h": "timmar timme",
            "age": "sekler",
            "m": "meter",
        }
    ),
    morning=("på morgonen",),
    afternoon=("på eftermiddagen", "på kvällen",),
    range_words=frozenset({"till"}),
)  # fmt: skip

FACTS = Facts(
    "sv",
    "Swedish",
    "svenska",
    numerals=NUMERALS,
    typography=Typography(
        quotes=(
            ("”", "”"),
            ("»", "»"),
            ("’", "’"),
            ('"', '"'),
        )
    ),
    prose=Prose(frozenset(_WORDS.split()), 0.97),
)
