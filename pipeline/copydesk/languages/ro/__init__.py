"""Romanian: what the gate needs. Formats, months and units are the CLDR's; number words stand here."""

from copydesk.languages import cldr
from copydesk.languages.contract.numerals import coded, counted
from copydesk.languages.contract.prose import Prose
from copydesk.languages.contract.typography import Typography
from copydesk.languages.facts import Facts, extended

_WORDS = """
a acest această aceste acestea ai al ale am aproape ar are asupra au avea avut că ca care cât ce cea cei
cel cele când cu cum dar de decât deși din după ea ei el era este eu fi fie fiind foarte fost în îi își
într între la le lor lui mai mult ne nu o pe pentru peste poate prin s-a sale sau se sunt său sub și
spus tot un una unei unor unui va vor
"""

_SMALL = """
zero un/una/unu/o doi/două trei patru cinci șase/sase șapte/sapte opt nouă zece unsprezece
doisprezece/douăsprezece treisprezece paisprezece cincisprezece șaisprezece șaptesprezece optsprezece
nouăsprezece
"""

_TENS = """
douăzeci treizeci patruzeci cincizeci șaizeci șaptezeci optzeci nouăzeci
"""

_ORDINALS = """
primul/prima/primii/primele/primului doilea/doua treilea/treia patrulea/patra cincilea/cincea
șaselea/șasea șaptelea/șaptea optulea/opta nouălea/noua zecelea/zecea
"""

NUMERALS = extended(
    cldr.numerals("ro"),
    small=counted(0, _SMALL) | counted(20, _TENS, 10),
    hundred=frozenset({"sută", "sute"}),
    bare_hundred=True,
    joiners=frozenset({"și"}),
    ones=frozenset({"un", "o", "una", "unu"}),
    ordinals=counted(1, _ORDINALS),
    ordinal_suffixes=frozenset({"lea", "a"}),
    collectives={
        "jumătate": "0.5", "jumătatea": "0.5", "ambele": "2", "ambii": "2", "ambelor": "2", "dublu":
        "2", "dublă": "2", "duzină": "12", "deceniu": "10", "pereche": "2", "cuplu": "2", "zeci":
        "10"
    },
    percent=("la sută", "procente",),
    currencies=coded(
        USD="dolari dolar de_dolari", GBP="lire de_lire", EUR="euro de_euro", cent="cenți"
    ),
    units=coded(
        **{
            "inch": "inci inch de_inci țoli",
            "ft": "picioare picior de_picioare",
            "mile": "mile milă de_mile",
            "lb": "livre pfunzi",
            "km": "kilometri de_kilometri kilometru",
            "km/h": "kilometri_pe_oră km_pe_oră de_kilometri_pe_oră km_/_h",
            "mph": "mile_pe_oră de_mile_pe_oră",
            "deg": "grade de_grade",
            "year": "ani de_ani an",
            "h": "ore de_ore oră",
            "m": "metri de_metri metru",
            "cm": "centimetri de_centimetri",
            "day": "zile de_zile zi",
            "month": "luni de_luni",
            "week": "săptămâni de_săptămâni",
            "kg": "kilograme de_kilograme",
            "age": "secole",
        }
    ),
    centuries=frozenset({"secolul", "secolului"}),
    morning=("dimineața", "a.m.",),
    afternoon=("după-amiază", "seara", "p.m.", "după-amiaza",),
    range_words=frozenset({"la"}),
    links=frozenset({"de"}),
    decades=("anii", "anilor"),
)  # fmt: skip

FACTS = Facts(
    "ro",
    "Romanian",
    "română",
    numerals=NUMERALS,
    typography=Typography(
        quotes=(
            ("„", "”"),
            ("«", "»"),
            ("“", "”"),
            ('"', '"'),
        )
    ),
    prose=Prose(frozenset(_WORDS.split()), 1.18),
)
