"""Dutch: what the gate needs. Formats, months and units are the CLDR's; number words stand here."""

from copydesk.languages import cldr
from copydesk.languages.contract.numerals import coded, counted
from copydesk.languages.contract.prose import Prose
from copydesk.languages.contract.typography import Typography
from copydesk.languages.facts import Facts, extended

_WORDS = """
aan al als ben bij dan dat de deze die dit door een en er geen haar had heb hebben heeft het hij hoe hun
ik in is je kan maar meer met na naar niet nog nu of om omdat onder ook op over te tegen tot uit van
veel voor waren was wat we werd wordt worden ze zei zich zijn zo zou
"""

_SMALL = """
nul een/één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien
zeventien achttien negentien
"""

_TENS = """
twintig dertig veertig vijftig zestig zeventig tachtig negentig
"""

_ORDINALS = """
eerste tweede derde vierde vijfde zesde zevende achtste negende tiende
"""

NUMERALS = extended(
    cldr.numerals("nl"),
    small=counted(0, _SMALL) | counted(20, _TENS, 10),
    hundred=frozenset({"honderd"}),
    bare_hundred=True,
    joiners=frozenset({"en"}),
    ones=frozenset({"één", "een"}),
    reversed_tens=True,
    ordinals=counted(1, _ORDINALS),
    ordinal_suffixes=frozenset({"e", "de", "ste"}),
    collectives={
        "half": "0.5", "helft": "0.5", "halve": "0.5", "beide": "2", "dubbele": "2", "tientallen":
        "10", "decennium": "10"
    },
    percent=("procent",),
    currencies=coded(
        USD="dollar", GBP="pond", EUR="euro's", cent="cent"
    ),
    units=coded(
        **{
            "inch": "inch inches",
            "ft": "voet",
            "mile": "mijl mijlen",
            "year": "jaar",
            "lb": "pond",
            "km/h": "kilometer_per_uur km_per_uur km/u",
            "mph": "mijl_per_uur",
            "deg": "graden graad",
            "C": "graden_celsius",
            "h": "uur uren",
            "age": "eeuw eeuwen",
            "m": "meter",
            "month": "maand maanden",
            "week": "weken",
        }
    ),
    centuries=frozenset({"eeuw"}),
    morning=("uur 's ochtends", "'s ochtends",),
    afternoon=("'s middags", "'s avonds",),
    range_words=frozenset({"tot"}),
    decades=("jaren",),
    links=frozenset({"van"}),
)  # fmt: skip

FACTS = Facts(
    "nl",
    "Dutch",
    "Nederlands",
    numerals=NUMERALS,
    typography=Typography(
        quotes=(
            ("“", "”"),
            ("‘", "’"),
            ("„", "”"),
            ("'", "'"),
            ('"', '"'),
        )
    ),
    prose=Prose(frozenset(_WORDS.split()), 1.16),
)
