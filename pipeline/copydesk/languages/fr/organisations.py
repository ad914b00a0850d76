"""Letters of organisations, and those of their English names."""

from copydesk.languages.contract.names import forms

ORGANISATIONS = forms(
    """
    OMS:WHO ONU:UN OTAN:NATO UE:EU FMI:IMF BCE:ECB OCDE:OECD OMC:WTO AIEA:IAEA OIT:ILO OPEP:OPEC
    CEDH:ECHR CPI:ICC UNESCO:UNESCO UNICEF:UNICEF FIFA:FIFA UEFA:UEFA CIO:IOC HCR:UNHCR CIA:CIA FBI:FBI
    NASA:NASA
    """
)
