"""Polish: what the gate needs. Formats, months and units are the CLDR's; number words stand here."""

from copydesk.languages import cldr
from copydesk.languages.contract.numerals import coded, counted
from copydesk.languages.contract.prose import Prose
from copydesk.languages.contract.typography import Typography
from copydesk.languages.facts import Facts, extended

_WORDS = """
ale aby bardzo bez bo być był była było były co czy dla do gdy go i ich im ja jak jako jego jej jest
jeszcze już który która które którzy którym lat ma mnie może na nad nie niż o od on ona oraz po pod
powiedział przed przez przy roku się są ta tak także tego tej ten to tylko tym u w we więc wszystkie z
za zaś że żeby został została zostały ze
"""

_SMALL = """
zero jeden/jedna/jedno/jednego/jednej/jednym dwa/dwie/dwóch/dwoje/dwu/dwaj trzy/trzech/troje/trzej
cztery/czterech/czterej/czworo pięć/pięciu/pięcioro sześć/sześciu siedem/siedmiu osiem/ośmiu
dziewięć/dziewięciu dziesięć/dziesięciu jedenaście/jedenastu dwanaście/dwunastu trzynaście/trzynastu
czternaście/czternastu piętnaście/piętnastu szesnaście/szesnastu siedemnaście/siedemnastu
osiemnaście/osiemnastu dziewiętnaście/dziewiętnastu
"""

_TENS = """
dwadzieścia/dwudziestu trzydzieści/trzydziestu czterdzieści/czterdziestu pięćdziesiąt/pięćdziesięciu
sześćdziesiąt/sześćdziesięciu siedemdziesiąt/siedemdziesięciu osiemdziesiąt/osiemdziesięciu
dziewięćdziesiąt/dziewięćdziesięciu
"""

_ORDINALS = """
pierwszy/pierwsza/pierwsze/pierwszego/pierwszej/pierwszym/pierwszą/pierwszych
drugi/druga/drugie/drugiego/drugiej/drugim/drugą
trzeci/trzecia/trzecie/trzeciego/trzeciej/trzecim/trzecią
czwarty/czwarta/czwarte/czwartego/czwartej/czwartym piąty/piąta/piątego/piątej/piątym
szósty/szósta/szóstego siódmy/siódma/siódmego ósmy/ósma/ósmego dziewiąty/dziewiąta/dziewiątego
dziesiąty/dziesiąta/dziesiątego
"""

NUMERALS = extended(
    cldr.numerals("pl"),
    small=counted(0, _SMALL) | counted(20, _TENS, 10),
    hundreds={
        "dwieście": 200, "dwustu": 200, "trzysta": 300, "trzystu": 300, "czterysta": 400,
        "czterystu": 400, "pięćset": 500, "pięciuset": 500, "sześćset": 600, "siedemset": 700,
        "osiemset": 800, "dziewięćset": 900
    },
    hundred=frozenset({"sto", "stu"}),
    bare_hundred=True,
    joiners=frozenset({"i"}),
    ones=frozenset({"jeden", "jedna", "jedno", "jednego", "jednej", "jednym"}),
    ordinals=counted(1, _ORDINALS),
    collectives={
        "pół": "0.5", "połowa": "0.5", "połowę": "0.5", "połowie": "0.5", "oba": "2", "obie": "2",
        "obu": "2", "dwukrotnie": "2", "podwójny": "2", "para": "2", "tuzin": "12", "dekada": "10",
        "półtora": "1.5"
    },
    percent=("procent", "procentach", "procentami", "proc.",),
    currencies=coded(
        USD="dolarów dolary dolar", GBP="funtów funty funt funtów_szterlingów", EUR="euro",
        PLN="złotych złoty zł"
    ),
    units=coded(
        **{
            "inch": "cala cali cale cal calowy calowa calowego",
            "ft": "stóp stopy stopa",
            "mile": "mil mile mila mili",
            "lb": "funtów funty",
            "km": "kilometrów kilometry kilometr",
            "km/h": "km_na_godzinę kilometrów_na_godzinę",
            "mph": "mil_na_godzinę",
            "deg": "stopni stopnie stopień stopniach",
            "year": "lat lata rok letni letnia letniego letniej letnich",
            "h": "godzin godziny",
            "m": "metrów metry metra",
            "cm": "centymetrów centymetry",
            "day": "dni dnia",
            "month": "miesięcy miesiące",
            "week": "tygodni tygodnie",
        }
    ),
    centuries=frozenset({"wieku", "wiek"}),
    morning=("rano", "nad ranem",),
    afternoon=("po południu", "wieczorem",),
    links=frozenset({"z"}),
    range_words=frozenset({"do"}),
    decades=("lata", "lat", "latach"),
)  # fmt: skip

FACTS = Facts(
    "pl",
    "Polish",
    "polski",
    numerals=NUMERALS,
    typography=Typography(
        quotes=(
            ("„", "”"),
            ("«", "»"),
            ("»", "«"),
            ('"', '"'),
        )
    ),
    prose=Prose(frozenset(_WORDS.split()), 1.15),
)
