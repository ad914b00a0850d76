"""Two versions of a text: checked against each other, or aligned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from copydesk.align import align as align_sentences
from copydesk.api.results import Aligned, Checked
from copydesk.api.settings import Terms, glossary_of, settings_of
from copydesk.api.texts import detect, sentences
from copydesk.config.settings import Settings
from copydesk.data import Bitext, Pair
from copydesk.formats.language_tag import required_tag
from copydesk.numbers import compare
from copydesk.verify import check_pair, load_checks
from copydesk.verify.context import Context


def check(
    pairs: Iterable[tuple[str, str]],
    *,
    source: str,
    target: str,
    glossary: Terms = (),
    settings: Settings | None = None,
) -> list[Checked]:
    """Each pair of a source text and its translation with what the checks of the gate find.

    Args:
        pairs: source and translation, a segment each.
        source: language of the sources (BCP 47).
        target: language of the translations.
        glossary: terms that must be kept to.
        settings: which checks are in force, and how strictly.

    Raises:
        ConfigError: a language tag or an option is none.
    """
    options = settings_of(settings).verify
    checks = load_checks(Context(options, glossary_of(glossary)))
    pair = Pair(required_tag(source), required_tag(target))
    done = []
    for one, other in pairs:
        ledger = compare(one, other, pair.source, pair.target)
        found = check_pair(Bitext(one, other, pair).accounted(ledger), checks)
        done.append(Checked(one, other, found, ledger))
    return done


def align(
    a: str | Sequence[str],
    b: str | Sequence[str],
    *,
    source: str | None = None,
    target: str | None = None,
    settings: Settings | None = None,
) -> list[Aligned]:
    """Which sentences of ``a`` answer which of ``b``: every sentence is in exactly one result, in order.

    Args:
        a: a text, or its sentences.
        b: the same in another language.
        source: language of ``a`` (BCP 47); detected by default.
        target: language of ``b``.
        settings: of detection and segmentation.
    """
    options = settings_of(settings)
    languages = [
        required_tag(told) if told else detect(_text(one), settings=options).language or "und"
        for one, told in ((a, source), (b, target))
    ]
    left, right = (
        sentences(one, language, options) if isinstance(one, str) else [s for s in one if s.strip()]
        for one, language in zip((a, b), languages, strict=True)
    )
    return [
        Aligned(tuple(left[n] for n in bead.source), tuple(right[n] for n in bead.target), bead.confidence)
        for bead in align_sentences(left, right, *languages)
    ]


def _text(one: str | Sequence[str]) -> str:
    return one if isinstance(one, str) else "\n".join(one)
