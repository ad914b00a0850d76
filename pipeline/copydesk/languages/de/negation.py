"""German negation."""

from copydesk.languages.contract.negation import Negation

_KIN = """
kein keine keinen keinem keiner keines nie niemals nichts niemand niemanden weder noch ohne kaum wenig wenige
gegen außer statt sondern fehlt fehlen verweigert verweigern lehnt lehnte abgelehnt bestreitet selten schwer
"""

NEGATION = Negation(
    verbal=frozenset({"nicht"}),
    kin=frozenset(_KIN.split()),
    stems=("un", "miss", "nicht"),
    idioms=("nicht nur", "nicht zuletzt", "nicht bloß"),
    drops=((r"\bnicht ", ""), (r" nicht\b", "")),
)
