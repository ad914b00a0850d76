"""Basque: what the gate needs. Formats, months and units are the CLDR's; number words stand here."""

from copydesk.languages import cldr
from copydesk.languages.contract.numerals import coded, counted
from copydesk.languages.contract.prose import Prose
from copydesk.languages.contract.typography import Typography
from copydesk.languages.facts import Facts, extended

_WORDS = """
ahal al ala aldiz ari asko ba bai baina baino bat batean batek baten batzuk behar bera bere berri beste
bezala bi da daude den dira dituzte ditu dio diote direla dela du dute egin egingo egiten egon ere esan
eta etorri ez gabe gero hau hori hura horrek haiek irten izan izango izaten lehen nola oso ondoren orain
zen ziren zuen zuten zer zela zituen artean arte kontra
"""

_SMALL = """
zero bat/batek/baten bi/biak/bik hiru/hiruk/hiruren lau/lauk bost/bostek sei/seik zazpi zortzi bederatzi
hamar/hamarrek hamaika hamabi hamahiru hamalau hamabost hamasei hamazazpi hemezortzi hemeretzi
"""

_TENS = """
hogei hogeita_hamar berrogei berrogeita_hamar hirurogei hirurogeita_hamar laurogei laurogeita_hamar
"""

_ORDINALS = """
lehen/lehenengo/lehena bigarren/bigarrena hirugarren/hirugarrena laugarren bosgarren seigarren
zazpigarren zortzigarren bederatzigarren hamargarren
"""

NUMERALS = extended(
    cldr.numerals("eu"),
    small=counted(0, _SMALL) | counted(20, _TENS, 10),
    hundreds={
        "berrehun": 200, "hirurehun": 300, "laurehun": 400, "bostehun": 500, "seiehun": 600,
        "zazpiehun": 700, "zortziehun": 800, "bederatziehun": 900
    },
    hundred=frozenset({"ehun"}),
    bare_hundred=True,
    scales={"mila": 1000, "milioi": 1000000, "milioiko": 1000000},
    joiners=frozenset({"eta"}),
    ones=frozenset({"bat", "batek", "baten"}),
    ordinals=counted(1, _ORDINALS),
    collectives={
        "erdi": "0.5", "erdia": "0.5", "biak": "2", "bikoitza": "2", "dozena": "12", "hamarkada":
        "10", "hamarkadako": "10"
    },
    percent=("ehuneko",),
    currencies=coded(
        USD="dolar dolarreko", GBP="libera liberako", EUR="euro euroko"
    ),
    units=coded(
        **{
            "inch": "hazbete hazbeteko",
            "ft": "oin oineko",
            "mile": "milia miliako",
            "lb": "libra librako",
            "km": "kilometro kilometroko",
            "km/h": "kilometro_orduko km/h",
            "mph": "milia_orduko",
            "deg": "gradu graduko",
            "year": "urte urteko urtez urtetan",
            "h": "ordu orduko orduz",
            "m": "metro metroko",
            "cm": "zentimetro zentimetroko",
            "day": "egun eguneko",
            "month": "hilabete hilabeteko",
            "week": "aste asteko",
        }
    ),
    centuries=frozenset({"mendea", "mendeko", "mendean"}),
    morning=("goizeko",),
    afternoon=("arratsaldeko", "gaueko",),
    range_words=frozenset({"eta"}),
)  # fmt: skip

FACTS = Facts(
    "eu",
    "Basque",
    "euskara",
    numerals=NUMERALS,
    typography=Typography(
        quotes=(
            ("«", "»"),
            ("“", "”"),
            ('"', '"'),
        )
    ),
    prose=Prose(frozenset(_WORDS.split()), 1.13),
)
