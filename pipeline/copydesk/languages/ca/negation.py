"""Catalan negation."""

from copydesk.languages.contract.negation import Negation

_KIN = """
ni mai res ningú cap sense tampoc gens poc pocs poques contra excepte llevat falta nega negar rebutja evitar
difícil sinó
"""

NEGATION = Negation(
    verbal=frozenset({"no"}),
    kin=frozenset(_KIN.split()),
    stems=("impos", "inca", "insu", "inú", "ina", "inde", "il·le", "irre", "des"),
    idioms=("no només", "no obstant", "no sols", "si no"),
    drops=((r"\b[Nn]o ", ""),),
)
