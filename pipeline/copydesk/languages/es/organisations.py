"""Letters of organisations, and those of their English names."""

from copydesk.languages.contract.names import forms

ORGANISATIONS = forms(
    """
    OMS:WHO ONU:UN OTAN:NATO UE:EU FMI:IMF BCE:ECB OCDE:OECD OMC:WTO OIEA:IAEA OIT:ILO OPEP:OPEC
    TEDH:ECHR CPI:ICC UNESCO:UNESCO UNICEF:UNICEF FIFA:FIFA UEFA:UEFA COI:IOC ACNUR:UNHCR CIA:CIA
    FBI:FBI NASA:NASA BM:WB
    """
)
