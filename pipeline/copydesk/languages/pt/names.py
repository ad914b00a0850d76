"""Names in Portuguese news."""

from copydesk.languages.contract.names import Names
from copydesk.languages.contract.segmentation import words
from copydesk.languages.pt.organisations import ORGANISATIONS

NAMES = Names(
    organisations=ORGANISATIONS,
    inflected=(
        "ado",
        "ada",
        "ados",
        "adas",
        "ido",
        "ida",
        "ar",
        "er",
        "ir",
        "ou",
        "ava",
        "avam",
        "amos",
        "emos",
        "ante",
        "mente",
        "ando",
        "endo",
        "aram",
        "eram",
        "dor",
        "dora",
    ),
    words=words(
        """
        A AO AS ADN AIDS CEO COM DA DE DNA DO DOS E EM EUA FMI IA IVA NA NATO NO O OMC OMS ONU OS
        OTAN PIB SE SIDA TV UE
        """
    ),
    foreign="[kwy]|tt|ff|pp|bb|ck|sh|th|ph|oo|ee|mm|gg|[bcdfghjkpqtvwy]$|[čšžřůěłśżćîûèìòùäöåøæ]",
)
