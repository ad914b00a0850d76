"""Letters of organisations, and those of their English names."""

from copydesk.languages.contract.names import forms

ORGANISATIONS = forms(
    """
    OMS:WHO ONU:UN NATO:NATO UE:EU FMI:IMF BCE:ECB OCSE:OECD OMC:WTO AIEA:IAEA OPEC:OPEC CPI:ICC
    UNESCO:UNESCO UNICEF:UNICEF FIFA:FIFA UEFA:UEFA CIO:IOC UNHCR:UNHCR CIA:CIA FBI:FBI NASA:NASA
    """
)
