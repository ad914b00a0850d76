"""French negation."""

from copydesk.languages.contract.negation import Negation, said

_KIN = """
non ni sans aucun aucune rien personne jamais nul nulle guère sauf manque manquent faute refuse
refusent refusé refusa nie nient nié éviter évite évitent empêche empêcher empêchent cesse cessé
échoué échoue échec renoncé renonce exclu exclut hors peu peine difficilement rarement moins
interdit interdite interdits interdites interdire interdisent interdisait ignore ignorent ignorait
ignoraient
ignorer ignoré exempt exempts exempte exemptes
"""

NEGATION = Negation(
    verbal=frozenset({"ne", "n", "pas"}),
    particles=frozenset({"ne", "n"}),
    kin=frozenset(_KIN.split()),
    stems=("inacc", "incroy", "indép", "inval", "injust", "insécu", "échou", "refus", "renonc", "oppos",
    "interd",
           "annul", "suspen", "évit", "empêch", "manqu", "imposs", "incap", "insuf", "inexist", "inutil",
           "inacc", "inconn", "invis", "illég", "irrég",
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
        "plus que jamais", "plus … que jamais", "moins que jamais", "moins … que jamais", "mieux que jamais",
        "meilleur que jamais", "meilleure que jamais", "pire que jamais", "meilleur … que jamais",
        "jamais vu", "jamais vue", "jamais conçu", "sans doute", "sans aucun doute",
        "sans cesse", "match nul", "le nul", "un nul", "nulle part ailleurs", "rien que",

        "pas seulement", "non seulement", "n'est-ce pas", "un pas", "le pas", "premier pas", "premiers pas",
        "ce pas", "des pas", "les pas", "nouveau pas", "chaque pas", "deux pas", "grand pas", "ses pas",
        "petit pas",
    ),
    strong=said(
        never="jamais", nobody="personne", nothing="rien", none="aucun aucune nul nulle", without="sans",
        unless="à_moins_que", barely="à_peine guère", neither="ni",
    ),
    concord=True,
    renders=said(barely="juste presque seulement que dès"),
    opposites=said(without="avec", nobody="quelqu", nothing="quelque tout", never="toujours"),
    drops=(
        (r"\b[Nn](?:e |['’])(\S+(?: \S+){0,2}?) (?:pas|plus|jamais|point)\b", r"\1"),
        (r"\b[Nn]e (?:pas|plus|jamais) ", ""),
        (r"\b[Nn](?:e |['’])(\S+)", r"\1"),
        (r" pas\b", ""),
    ),
    word_drops=(
        (r"\b[Nn](?:e |['’])(\S+(?: \S+)?) (?:jamais|rien|guère)\b", r"\1"),
        (r"\b[Nn](?:e |['’])(\S+(?: \S+)?) personne\b", r"\1 quelqu'un"),
        (r"\bPersonne n(?:e |['’])", "Quelqu'un "),
        (r"\bRien n(?:e |['’])", "Quelque chose "),
        (r"\b[Nn](?:e |['’])(\S+(?: \S+)?) aucun(e?)\b", r"\1 un\2"),
        (r"\bAucun(e?) (\S+) n(?:e |['’])", r"Un\1 \2 "), (r"\bsans\b(?! (?:doute|cesse))", "avec"),
        (r"\bSans\b(?! (?:doute|cesse))", "Avec"),
        (r"\bà moins qu", "si qu"), (r"\bà peine ", ""),
    ),
)  # fmt: skip
