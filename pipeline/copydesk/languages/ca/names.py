"""Names in Catalan news."""

from copydesk.languages.ca.organisations import ORGANISATIONS
from copydesk.languages.contract.names import Names
from copydesk.languages.contract.segmentation import words

NAMES = Names(
    organisations=ORGANISATIONS,
    inflected=(
        "at",
        "ada",
        "ats",
        "ades",
        "it",
        "ida",
        "ar",
        "er",
        "ir",
        "ant",
        "ment",
        "dor",
        "dora",
        "aven",
        "em",
    ),
    translated=words(
        """
        Amèrica Anglaterra Ciutat Comissió Congrés Consell Corea Costa Creu Estat Estats Europa Gran Illa
        Illes Mar Ministeri Mundial Món Nacional Nacions Nou Nova Organització Orient Partit Policia
        President Primer Regne República Sant Santa Servei Serveis Sud Suprem Tribunal Unides Units
        Unit Unió Universitat York
        """
    ),
    words=words(
        """
        A ADN AL DE DEL EEUU EL ELS EN ES EUA FMI I IA IVA LA LES LI NO O OMC OMS ONU OTAN PIB SE
        SIDA TV UE UN UNA US
        """
    ),
    foreign="[kw]|tt|ff|pp|bb|ck|sh|th|ph|oo|ee|zz|[hjqvw]$|[čšžřůěłśżćâêîôûìùäöåøæ]",
)
