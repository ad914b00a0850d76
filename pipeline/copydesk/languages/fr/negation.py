"""French negation."""

from copydesk.languages.contract.negation import Negation, said

_KIN = """
non ni sans aucun aucune rien personne jamais nul nulle guère sauf manque manquent faute refuse
refusent refusé refusa nie nient nié éviter évite évitent empêche empêcher empêchent cesse cessé
échoué échoue échec renoncé renonce exclu exclut hors peu peine difficilement rarement moins
interdit interdite interdits interdites interdire interdisent interdisait ignore ignorent ignorait ignoraient
ignorer ignoré exempt exempts exempte exemptes
"""

NEGATION = Negation(
    verbal=frozenset({"ne", "n", "pas"}),
    particles=frozenset({"ne", "n"}),
    kin=frozenset(_KIN.split()),
    stems=("imposs", "incap", "insuf", "inexist", "inutil", "inacc", "inconn", "invis", "illég", "irrég",
           "mécon", "indisp", "inchang", "impopul", "impratic", "inconscien", "infructu", "invend"),
    second=frozenset({"aucun", "aucune", "rien", "personne", "jamais", "guère", "ni", "plus", "point"}),
    senses=said(
        without="sans", less="moins", few="peu rarement guère", far="loin hors", free="libre gratuit",
        difficult="difficile difficiles difficilement peine", short="court courte",
        useless="inutile inutiles inutilement", lack="manque manquent faute absence",
        prevent="éviter évite évitent empêche empêcher empêchent cesse cessé",
        reject="refuse refusent refusé refusa nie nient nié", fail="échoué échoue échec",
        exclude="exclu exclut", unless="sauf", impossible="impossible impossibles",
        illegal="illégal illégale illégaux",
        unknown="inconnu inconnus inconnue",
        wrong="faux fausse tort mauvais mauvaise erroné erronée", second="secondaire secondaires",
        ignore="ignore ignorent ignorait ignoraient ignorer ignoré",
        cease="cesser cesse cessent cessé", rather="plutôt",
    ),
    limits=frozenset({"seulement", "uniquement", "simplement"}),
    idioms=(
        "pas seulement", "non seulement", "n'est-ce pas", "un pas", "le pas", "premier pas", "premiers pas",
        "ce pas", "des pas", "les pas", "nouveau pas", "chaque pas", "deux pas", "grand pas", "ses pas",
        "petit pas",
    ),
    drops=(
        (r"\b[Nn](?:e |['’])(\S+(?: \S+){0,2}?) (?:pas|plus|jamais|point)\b", r"\1"),
        (r"\b[Nn]e (?:pas|plus|jamais) ", ""),
        (r"\b[Nn](?:e |['’])(\S+)", r"\1"),
        (r" pas\b", ""),
    ),
)  # fmt: skip
