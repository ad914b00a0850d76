"""Names in Italian news."""

from copydesk.languages.contract.names import Names
from copydesk.languages.contract.segmentation import words
from copydesk.languages.it.organisations import ORGANISATIONS

NAMES = Names(
    organisations=ORGANISATIONS,
    inflected=(
        "ato",
        "ata",
        "ati",
        "ate",
        "ito",
        "ita",
        "are",
        "ere",
        "ire",
        "ando",
        "endo",
        "mente",
        "ante",
        "anti",
        "tore",
        "trice",
        "ono",
        "ano",
        "iamo",
    ),
    words=words(
        """
        A AIDS AL DI DNA E FMI I IA IL IN IVA LA LE LO NATO NEL NO O OMC OMS ONU PIL SI SU TV UE UN
        UNA USA
        """
    ),
)
