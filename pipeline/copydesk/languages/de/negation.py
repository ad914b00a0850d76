"""German negation."""

from copydesk.languages.contract.negation import Negation, said

_KIN = """
kein keine keinen keinem keiner keines nie niemals nichts niemand niemanden weder noch ohne kaum wenig
wenige
gegen außer statt sondern fehlt fehlen verweigert verweigern lehnt lehnte abgelehnt bestreitet selten schwer
"""

NEGATION = Negation(
    verbal=frozenset({"nicht"}),
    kin=frozenset(_KIN.split()),
    stems=("un", "miss", "nicht"),
    idioms=(
        "nichts anderes als", "ohne zweifel", "denn je",
        "nicht nur", "nicht zuletzt", "nicht bloß"),
    strong=said(
        never="nie niemals", nobody="niemand niemanden niemandem", nothing="nichts",
        none="kein keine keinen keinem keiner keines", without="ohne", unless="es_sei_denn", barely="kaum",
        neither="weder",
    ),
    renders=said(barely="nur gerade fast knapp"),
    opposites=said(without="mit", nobody="jemand alle", nothing="etwas alles", never="immer"),
    drops=((r"\bnicht ", ""), (r" nicht\b", "")),
    word_drops=(
        (r"\b(?:nie|niemals|kaum) ", ""), (r"\bk(ein\w*)\b", r"\1"), (r"\bK(ein\w*)\b", r"E\1"),
        (r"\bohne\b", "mit"),
        (r"\bOhne\b", "Mit"), (r"\bnichts\b", "etwas"), (r"\b[Nn]iemand(?:en|em)?\b", "jemand"),
    ),
)  # fmt: skip
