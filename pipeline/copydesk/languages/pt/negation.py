"""Portuguese negation."""

from copydesk.languages.contract.negation import Negation, said

_KIN = """
nem nunca jamais nada ninguém nenhum nenhuma sem tampouco apenas pouco poucos poucas contra exceto salvo
falta
negou nega recusou recusa evitar difícil senão
"""

NEGATION = Negation(
    verbal=frozenset({"não"}),
    kin=frozenset(_KIN.split()),
    stems=("impos", "inca", "insu", "inú", "ina", "inde", "ile", "irre", "des"),
    idioms=(
        "mais que nunca", "mais do que nunca", "mais … que nunca", "menos que nunca", "menos do que nunca",
        "melhor que nunca", "melhor do que nunca", "pior que nunca", "pior do que nunca",
        "melhor … que nunca",
        "sem dúvida", "nada mais",
        "não só", "não apenas", "não obstante", "não somente", "se não"),
    strong=said(
        never="nunca jamais", nobody="ninguém", nothing="nada", none="nenhum nenhuma", without="sem",
        unless="a_menos_que a_não_ser_que", neither="nem tampouco",
    ),
    concord=True,
    renders=said(barely="só apenas quase"),
    opposites=said(without="com", nobody="alguém todos", nothing="algo tudo", never="sempre"),
    drops=((r"\b[Nn]ão ", ""),),
    word_drops=(
        (r"\b(?:[Nn]unca|[Jj]amais) ", ""), (r"\bsem\b", "com"), (r"\bSem\b", "Com"),
        (r"\bninguém\b", "alguém"),
        (r"\bNinguém\b", "Alguém"), (r"\bnenhum(a?)\b", r"um\1"), (r"\bnada\b", "algo"),
    ),
)  # fmt: skip
