"""Spanish negation."""

from copydesk.languages.contract.negation import Negation

_KIN = """
ni nunca jamás nada nadie ningún ninguno ninguna ningunos ningunas sin tampoco apenas menos excepto salvo sino
contra negó niega niegan negaron negar rechazó rechaza rechazan rechazar evitar evita falta carece carecen
dejó impide impedir poco pocos pocas escasa escaso fuera non anti mal difícil difíciles raro rara
"""

NEGATION = Negation(
    verbal=frozenset({"no"}),
    kin=frozenset(_KIN.split()),
    stems=("impos", "incap", "insuf", "inexis", "innec", "invis", "inacc", "desc", "ileg", "irre"),
    idioms=(
        "no sólo", "no solo", "no solamente", "no obstante", "no únicamente", "no es que", "no hay más que",
        "no hace más que", "hasta que no", "no deja de",
        "no dejan de", "no dejó de", "no ha dejado de", "para no",
        "no va más", "no sin", "cómo no", "por no", "no más de",
        "no hace mucho", "no cabe duda", "mientras no", "sino que no", "no puede menos", "no hay duda",
        " o no ", " o no.", " o no,",
    ),
    drops=((r"\b[Nn]o\s+", ""),),
)  # fmt: skip
