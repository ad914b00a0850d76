"""Italian negation."""

from copydesk.languages.contract.negation import Negation, said

_KIN = """
né mai niente nulla nessun nessuno nessuna senza neanche nemmeno neppure appena poco pochi poche contro
tranne
manca mancano rifiuta rifiutato nega negato evitare difficile salvo invece
"""

NEGATION = Negation(
    verbal=frozenset({"non"}),
    kin=frozenset(_KIN.split()),
    stems=("impos", "inca", "insu", "inut", "ina", "inde", "ille", "irre", "dis"),
    idioms=(
        "più che mai", "più … che mai", "meno che mai", "meno … che mai", "meglio che mai",
        "peggio che mai", "miglior … che mai", "senza dubbio", "nulla di fatto",
        "non solo", "non soltanto", "non appena", "non meno", "se non"),
    strong=said(
        never="mai", nobody="nessuno", nothing="niente nulla", none="nessun nessuna", without="senza",
        unless="a_meno_che", neither="neanche nemmeno neppure né",
    ),
    concord=True,
    renders=said(barely="solo appena quasi"),
    opposites=said(without="con", nobody="qualcuno tutti", nothing="qualcosa tutto", never="sempre"),
    drops=((r"\b[Nn]on ", ""),),
    word_drops=(
        (r"\b[Nn]on (\S+(?: \S+)?) (?:mai|niente|nulla)\b", r"\1"), (r"\bsenza\b", "con"),
        (r"\bSenza\b", "Con"),
        (r"\bNessuno\b", "Qualcuno"), (r"\bnessun(a?)\b", r"un\1"),
    ),
)  # fmt: skip
