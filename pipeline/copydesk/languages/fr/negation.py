"""French negation."""

from copydesk.languages.contract.negation import Negation

_KIN = """
non ni sans aucun aucune rien personne jamais nul nulle guère sauf manque manquent faute refuse
refusent refusé refusa nie nient nié éviter évite évitent empêche empêcher empêchent cesse cessé
échoué échoue échec renoncé renonce exclu exclut hors peu peine difficilement rarement
"""

NEGATION = Negation(
    verbal=frozenset({"ne", "n", "pas"}),
    kin=frozenset(_KIN.split()),
    stems=("imposs", "incap", "insuf", "inexist", "inutil", "inacc", "inconn", "invis", "illég", "irrég",
           "mécon", "indisp", "inchang"),
    second=frozenset({"aucun", "aucune", "rien", "personne", "jamais", "guère", "ni"}),
    idioms=("pas seulement", "non seulement", "ne ... que", "n'est-ce pas"),
    drops=(
        (r"\b[Nn](?:e |['’])(\S+(?: \S+){0,2}?) (?:pas|plus|jamais|point)\b", r"\1"),
        (r"\b[Nn]e (?:pas|plus|jamais) ", ""),
        (r"\b[Nn](?:e |['’])(\S+)", r"\1"),
        (r" pas\b", ""),
    ),
)  # fmt: skip
