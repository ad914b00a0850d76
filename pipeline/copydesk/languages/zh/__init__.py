"""Chinese: what the gate needs, formats and units from the CLDR; no words, for none are parted by spaces."""

from dataclasses import replace

from copydesk.languages import cldr
from copydesk.languages.contract.prose import Prose
from copydesk.languages.contract.typography import Typography
from copydesk.languages.facts import Facts

FACTS = Facts(
    "zh",
    "Chinese",
    "中文",
    numerals=replace(cldr.numerals("zh"), date_signs=("年", "月", "日")),
    typography=Typography(quotes=(("“", "”"), ("「", "」"), ("《", "》"), ('"', '"'))),
    prose=Prose(relative_length=0.36),
)
