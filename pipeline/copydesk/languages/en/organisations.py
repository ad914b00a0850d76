"""Letters of organisations, and those of their English names."""

from copydesk.languages.contract.names import forms

ORGANISATIONS = forms(
    """
    WHO:WHO UN:UN NATO:NATO EU:EU IMF:IMF ECB:ECB OECD:OECD WTO:WTO IAEA:IAEA ILO:ILO OPEC:OPEC
    ECHR:ECHR ICC:ICC UNESCO:UNESCO UNICEF:UNICEF FIFA:FIFA UEFA:UEFA IOC:IOC UNHCR:UNHCR CIA:CIA
    FBI:FBI NASA:NASA
    """
)
