"""Galician: what the gate needs. Formats, months and units are the CLDR's; number words stand here."""

from copydesk.languages import cldr
from copydesk.languages.contract.numerals import coded, counted
from copydesk.languages.contract.prose import Prose
from copydesk.languages.contract.typography import Typography
from copydesk.languages.facts import Facts, extended

_WORDS = """
a ao aos as ata cando co coa como con cun cunha da das de dende desde do dos e el ela eles en entre era
esta estaba este esto está foi foron hai ben isto lle lles logo máis mesmo moi na nas no nos non nun
nunha o os ou para pero pola polas polo polos por porque que se segundo sen ser seu seus sobre son súa
súas tamén ten teñen tiña un unha xa
"""

_SMALL = """
cero un/unha dous/dúas tres catro cinco seis sete oito nove dez once doce trece catorce quince dezaseis
dezasete dezaoito dezanove
"""

_TENS = """
vinte trinta corenta cincuenta sesenta setenta oitenta noventa
"""

_ORDINALS = """
primeiro/primeira segundo/segunda terceiro/terceira cuarto/cuarta quinto/quinta sexto/sexta
sétimo/sétima oitavo/oitava noveno/novena décimo/décima
"""

NUMERALS = extended(
    cldr.numerals("gl"),
    small=counted(0, _SMALL) | counted(20, _TENS, 10),
    hundreds={
        "douscentos": 200, "duascentas": 200, "trescentos": 300, "trescentas": 300, "catrocentos":
        400, "catrocentas": 400, "cincocentos": 500, "quiñentos": 500, "seiscentos": 600,
        "setecentos": 700, "oitocentos": 800, "novecentos": 900
    },
    hundred=frozenset({"cen", "cento"}),
    bare_hundred=True,
    scales={"mil": 1000},
    joiners=frozenset({"e"}),
    ones=frozenset({"un", "unha"}),
    ordinals=counted(1, _ORDINALS),
    ordinal_suffixes=frozenset({"º", "ª", "o", "a"}),
    collectives={
        "metade": "0.5", "medio": "0.5", "media": "0.5", "ambos": "2", "ambas": "2", "dobre": "2",
        "ducia": "12", "década": "10", "parella": "2", "par": "2"
    },
    percent=("por cento",),
    currencies=coded(
        USD="dólares dólar", GBP="libras libra", EUR="euros", cent="céntimos"
    ),
    units=coded(
        **{
            "inch": "polgadas polgada",
            "ft": "pés pé",
            "mile": "millas milla",
            "lb": "libras",
            "km/h": "quilómetros_por_hora",
            "mph": "millas_por_hora",
            "deg": "graos",
            "km": "quilómetros quilómetro",
            "kg": "quilos quilogramos",
            "year": "anos ano",
            "month": "meses mes",
            "day": "días día",
            "h": "horas hora",
            "age": "séculos",
            "m": "metros metro",
            "cm": "centímetros",
        }
    ),
    centuries=frozenset({"século", "séculos"}),
    morning=("da mañá", "a.m.", "da madrugada",),
    afternoon=("da tarde", "da noite", "p.m.",),
    range_words=frozenset({"a"}),
    links=frozenset({"de"}),
    decades=("anos", "década de"),
    date_links=frozenset({"de"}),
)  # fmt: skip

FACTS = Facts(
    "gl",
    "Galician",
    "galego",
    numerals=NUMERALS,
    typography=Typography(
        quotes=(
            ("«", "»"),
            ("“", "”"),
            ('"', '"'),
        )
    ),
    prose=Prose(frozenset(_WORDS.split()), 1.09),
)
