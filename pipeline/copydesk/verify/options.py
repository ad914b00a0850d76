"""Options of the verify stage."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from copydesk.data import Severity
from copydesk.stage import Options

Off = Literal["off"]


class VerifyOptions(Options):
    """How strictly translations are checked."""

    severity: dict[str, Severity | Off] = Field(
        default_factory=dict, description='By rule: "error", "warning", "note", or "off" to leave it out.'
    )
    require: Literal["", "translated", "reviewed", "final"] = Field(
        "", description="The least state that exchange files must give; empty: none, but no unfinished one."
    )
    safe_fixes: bool = Field(True, description="Apply safe typographic fixes to machine translations.")
    length_deviation: float = Field(
        4.5, gt=0, description="Standard deviations from the pair's usual length before a finding."
    )
    sentence_deviation: float = Field(1.0, ge=0, description="The same, before a lost sentence is a finding.")
    added_deviation: float = Field(
        2.2,
        ge=0,
        description="The same, before an added sentence is one: good translators cut long sentences.",
    )
    quotation_deviation: float = Field(
        3.8,
        gt=0,
        description="Points of doubt whether quotation marks moved, up to which it is no finding; a standard "
        "deviation of the length is 1.",
    )
    name_doubt: float = Field(
        2.25, description="Points of doubt whether a name was swapped, up to which it is a finding."
    )
    copied_words: int = Field(4, ge=2, description="Words of a copied source text before a finding.")
    copied_run: int = Field(6, ge=3, description="Source words in a row left untranslated before a finding.")
    loop_times: int = Field(3, ge=2, description="Times a phrase stands in a row before it is a loop.")
    language_margin: int = Field(
        3, ge=1, description="How many more little words of another language than of the target's."
    )
