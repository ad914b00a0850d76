"""The two languages of an edition and how its page speaks of them."""

from __future__ import annotations

from copydesk.data import Draft, Means, primary
from copydesk.languages import facts

_RIGHT_TO_LEFT = frozenset(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"])
_RIGHT_TO_LEFT_SCRIPTS = frozenset(["adlm", "arab", "hebr", "nkoo", "syrc", "thaa"])


def source_language(draft: Draft) -> str:
    """The BCP 47 tag of the original: detected, else declared, else ``und``."""
    detected = draft.document.language if draft.document else None
    return detected or draft.article.language or "und"


def direction(language: str) -> str:
    """``rtl`` for languages or scripts written from right to left, else ``ltr``."""
    primary, *others = language.lower().split("-")
    scripts = [part for part in others if len(part) == 4]
    if scripts:
        return "rtl" if scripts[0] in _RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if primary in _RIGHT_TO_LEFT else "ltr"


def language_name(language: str) -> str:
    """The language's own name, or the tag where it is not known."""
    return facts(language).own_name


def making(draft: Draft) -> str | None:
    """How the translation was made, in the target language; None if nothing was translated."""
    labels = facts(draft.target).labels
    means = {translation.means for translation in draft.translations}
    if Means.MACHINE in means:
        sentence = labels.mixed if Means.HUMAN in means else labels.machine
    elif Means.HUMAN in means:
        sentence = labels.human
    else:
        return None
    source = source_language(draft)
    return sentence.format(language=labels.languages.get(primary(source), facts(source).own_name))
