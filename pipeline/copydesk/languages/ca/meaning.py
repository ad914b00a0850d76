"""Catalan: negation, modality, attribution."""

from copydesk.languages.contract.meaning import Meaning
from copydesk.languages.contract.segmentation import words

MEANING = Meaning(
    negations=words("no ni mai res ningú cap tampoc sense gairebé"),
    modals=words(
        "pot poden podrà podran podria podrien deu deuen haurà hauran hauria haurien potser "
        "probablement possiblement presumpte presumpta presumptes presumptament suposat suposadament "
        "podem hem puc dec pugui puguin"
    ),
    attributions=words(
        "segons diu afirma afirmat assegura assegurat explica explicat declarat assenyalat afegit "
        "anunciat advertit negat sosté"
    ),
)
