"""Portuguese negation."""

from copydesk.languages.contract.negation import Negation

_KIN = """
nem nunca jamais nada ninguém nenhum nenhuma sem tampouco apenas pouco poucos poucas contra exceto salvo falta
negou nega recusou recusa evitar difícil senão
"""

NEGATION = Negation(
    verbal=frozenset({"não"}),
    kin=frozenset(_KIN.split()),
    stems=("impos", "inca", "insu", "inú", "ina", "inde", "ile", "irre", "des"),
    idioms=("não só", "não apenas", "não obstante", "não somente", "se não"),
    drops=((r"\b[Nn]ão ", ""),),
)
