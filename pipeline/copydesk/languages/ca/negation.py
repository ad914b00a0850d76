"""Catalan negation."""

from copydesk.languages.contract.negation import Negation, said

_KIN = """
ni mai res ningú cap sense tampoc gens poc pocs poques contra excepte llevat falta nega negar rebutja evitar
difícil sinó
"""

NEGATION = Negation(
    verbal=frozenset({"no"}),
    kin=frozenset(_KIN.split()),
    stems=("impos", "inca", "insu", "inú", "ina", "inde", "il·le", "irre", "des"),
    idioms=(
        "més que mai", "més … que mai", "menys que mai", "millor que mai", "pitjor que mai",
        "millor … que mai",
        "sens dubte", "sense dubte",
        "no només", "no obstant", "no sols", "si no"),
    strong=said(
        never="mai", nobody="ningú", nothing="res", without="sense", unless="tret_que llevat_que",
        neither="tampoc",
    ),
    concord=True,
    renders=said(barely="només gairebé"),
    opposites=said(without="amb", nobody="algú tothom", nothing="alguna tot", never="sempre"),
    drops=((r"\b[Nn]o ", ""),),
    word_drops=(
        (r"\bsense\b", "amb"), (r"\bSense\b", "Amb"), (r"\b[Mm]ai ", ""),
        (r"\b[Nn]o (\S+(?: \S+)?) (?:mai|res)\b", r"\1"),
        (r"\bningú\b", "algú"), (r"\bNingú\b", "Algú"),
    ),
)  # fmt: skip
