"""Names in Italian news."""

from copydesk.languages.contract.names import Names
from copydesk.languages.contract.segmentation import words

NAMES = Names(
    words=words(
        """
        A AIDS AL DI DNA E FMI I IA IL IN IVA LA LE LO NATO NEL NO O OMC OMS ONU PIL SI SU TV UE UN
        UNA USA
        """
    ),
)
