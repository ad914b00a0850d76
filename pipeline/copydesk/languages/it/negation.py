"""Italian negation."""

from copydesk.languages.contract.negation import Negation

_KIN = """
né mai niente nulla nessun nessuno nessuna senza neanche nemmeno neppure appena poco pochi poche contro tranne
manca mancano rifiuta rifiutato nega negato evitare difficile salvo invece
"""

NEGATION = Negation(
    verbal=frozenset({"non"}),
    kin=frozenset(_KIN.split()),
    stems=("impos", "inca", "insu", "inut", "ina", "inde", "ille", "irre", "dis"),
    idioms=("non solo", "non soltanto", "non appena", "non meno", "se non"),
    drops=((r"\b[Nn]on ", ""),),
)
