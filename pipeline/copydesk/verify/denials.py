"""Words that deny by themselves (never, nobody, without), and how often a text denies at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from copydesk.data import Bitext, Span
from copydesk.languages import facts
from copydesk.languages.contract.negation import Negation
from copydesk.text.fold import fold
from copydesk.text.words import WORD, tokens, word_set
from copydesk.verify.spelling import akin, skeleton

_FREE = "without"
"""The sense that translators say in the most ways: changed is only what says "with"."""

_LETTER = re.compile(r"[^\W\d_]")
_NEAR = 40
"""Code points between a particle and a word that says with it one denial (no … nunca, ne … personne)."""


_TELLING = 6
"""Letters of a word whose like in the other language is no chance."""


@dataclass(frozen=True, slots=True)
class Denial:
    """A word that denies. ``sense`` is empty for a negation of the verb and for what only may deny."""

    span: Span
    sense: str
    sure: bool = True


def changed(bitext: Bitext) -> tuple[str, tuple[Denial, ...]] | None:
    """What became of the denials: ``lost`` or ``added`` and the words that show it; None where nothing did.

    A word is lost where the translation says nothing of its sense and denies less often than the source; what
    only may deny (refuse, impossible, far) counts for the side that would deny too little.
    """
    pages = facts(bitext.pair.source).negation, facts(bitext.pair.target).negation
    if not pages[0].strong or not pages[1].strong:
        return None
    texts, languages = (bitext.source, bitext.target), (bitext.pair.source, bitext.pair.target)
    found = [_denials(text, language) for text, language in zip(texts, languages, strict=True)]
    if not any(found):
        return None
    for one, other, word in ((0, 1, "lost"), (1, 0, "added")):
        own, theirs = found[one], found[other]
        if not own:
            continue
        senses = Counter(denial.sense for denial in theirs if denial.sense)
        bare: list[Denial] = []
        turned: list[Denial] = []
        for denial in own:
            if senses[denial.sense]:
                senses[denial.sense] -= 1
            elif denial.sense and _turned_beside(denial, texts, pages[1 - one], one):
                turned.append(denial)
            elif denial.sense and (surplus := _turned(denial.sense, texts, pages, one)) is not None:
                (turned if surplus else bare).append(denial)
        said = sum(denial.sure for denial in own)
        heard = len(_matches(texts[other], languages[other]))
        if turned or (bare and said > max(heard - _rendered(texts, pages, one), len(theirs) - 1)):
            return word, tuple(turned or bare)
        plain = tuple(denial for denial in own if denial.sure and not denial.sense)
        if word == "added" and not heard and plain:
            return word, plain
    return None


def _turned(sense: str, texts: tuple[str, str], pages: tuple[Negation, Negation], one: int) -> bool | None:
    """Whether the other text says the opposite of ``sense``; None if it says it in another way.

    A language has opposites of some senses only (with for without); "without" is not missed without one.
    """
    own, other = (Counter(WORD.findall(texts[n].lower())) for n in (one, 1 - one))
    page, theirs = pages[one], pages[1 - one]
    if any(theirs.renders.get(word) == sense for word in other):
        return None
    said = sum(count for word, count in own.items() if page.opposites.get(word) == sense)
    if sum(count for word, count in other.items() if theirs.opposites.get(word) == sense) > said:
        return True
    return None if sense == _FREE else False


def _turned_beside(denial: Denial, texts: tuple[str, str], theirs: Negation, one: int) -> bool:
    """Whether the opposite stands before the same word (sin contacto, avec contact), spelled much alike.

    Where one opens its text the other does so too (Sin ruido, Avec bruit).
    """
    heads = [match.group().lower() for text in texts if (match := WORD.search(text))]
    if texts[one][: denial.span.start].strip('¿¡"“«(- ') == "" and len(heads) > 1:
        return theirs.opposites.get(heads[1 - one]) == denial.sense
    follower = WORD.search(texts[one], denial.span.end)
    if follower is None or len(follower.group()) < _TELLING:
        return False
    own, other = skeleton(fold(follower.group())), texts[1 - one]
    for match in WORD.finditer(other):
        if theirs.opposites.get(match.group().lower()) == denial.sense:
            after = WORD.search(other, match.end())
            if after is not None and akin(own, (skeleton(fold(after.group())),)):
                return True
    return False


def _rendered(texts: tuple[str, str], pages: tuple[Negation, Negation], one: int) -> int:
    """How many words that only may deny stand in the other text because the own text has their like."""
    senses = [
        Counter(
            page.senses[word]
            for word in WORD.findall(text.lower())
            if word in page.senses and word not in page.strong
        )
        for text, page in zip(texts, pages, strict=True)
    ]
    return (senses[one] & senses[1 - one]).total()


def _denials(text: str, language: str) -> list[Denial]:
    """Every denial of ``text``, in order; a particle and its partner are one."""
    matches = _matches(text, language)
    if not matches or len(low := text.lower()) != len(text):
        return []
    page = facts(language).negation
    idioms = tuple(idiom for idiom, part in _idioms(language) if part in low)
    idle = [match.span() for match in _idle(idioms).finditer(low)] if idioms else []
    found: list[Denial] = []
    for match in matches:
        if any(start <= match.start() and match.end() <= end for start, end in idle):
            continue
        word, span = match.group(), Span(*match.span())
        last = found[-1] if found else None
        if word in page.strong:
            sense = page.strong[word]
            near = last is not None and span.start - last.span.end < _NEAR and last.sure and not last.sense
            if near and page.concord and last is not None:
                found[-1] = Denial(span, sense)
            elif not page.particles or word not in page.second or _has_particle(low, span, page):
                found.append(Denial(span, sense))
        elif word in page.verbal:
            near = last is not None and span.start - last.span.end < _NEAR
            if word in page.particles:
                if not (near and last is not None and last.sense):
                    found.append(Denial(span, "", sure=False))
            elif near and page.particles and last is not None and not last.sure:
                found[-1] = Denial(span, "")
            elif not (near and page.concord and last is not None and last.sure and last.sense):
                found.append(Denial(span, "", sure=not page.particles))
        else:
            found.append(Denial(span, "", sure=False))
    return found


def _has_particle(low: str, span: Span, page: Negation) -> bool:
    """Whether a particle (ne) stands near a word that denies only with one (personne)."""
    if not page.particles:
        return False
    around = low[max(span.start - _NEAR, 0) : span.end + _NEAR]
    return not page.particles.isdisjoint(WORD.findall(around))


@lru_cache(maxsize=8)
def _matches(text: str, language: str) -> tuple[re.Match[str], ...]:
    """Every word and phrase of ``text`` that denies or may deny; looked for only where one can begin."""
    heads = list(filter(_begins(language), word_set(text)))
    if not heads:
        return ()
    low, pattern = text.lower(), _words(language)
    found: list[re.Match[str]] = []
    end = 0
    for start in sorted(start for head in heads for start in _standing(head, low)):
        if start >= end and (match := pattern.match(low, start)):
            found.append(match)
            end = match.end()
    return tuple(found)


def _standing(word: str, low: str) -> Iterator[int]:
    """Where ``word`` stands in ``low``, by itself."""
    start = low.find(word)
    while start >= 0:
        end = start + len(word)
        if not (_LETTER.match(low, end) or (start and _LETTER.match(low, start - 1))):
            yield start
        start = low.find(word, end)


@cache
def _begins(language: str) -> Callable[[str], bool]:
    """Tells whether a denial of ``language`` can begin with a word."""
    page = facts(language).negation
    heads = frozenset(tokens(phrase)[0] for phrase in (*page.verbal, *page.strong, *page.kin))
    return lru_cache(maxsize=16_384)(lambda word: word in heads or word.startswith(page.stems))


@cache
def _words(language: str) -> re.Pattern[str]:
    page = facts(language).negation
    listed = listed_words(sorted({*page.verbal, *page.strong, *page.kin}, key=len, reverse=True))
    spared = f"(?!{'|'.join(page.spared)})" if page.spared else ""
    stems = rf"|{spared}(?:{'|'.join(page.stems)})[^\W\d_]{{3,}}" if page.stems else ""
    return re.compile(rf"(?:{listed}{stems})(?![^\W\d_])")


@cache
def _idioms(language: str) -> tuple[tuple[str, str], ...]:
    """The idioms, longest first, each with a part that stands in any text that has it."""
    idioms = sorted(facts(language).negation.idioms, key=len, reverse=True)
    return tuple((idiom, max(idiom.split("…"), key=len)) for idiom in idioms)


@lru_cache(maxsize=512)
def _idle(idioms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(idiom_pattern, idioms)))


def listed_words(known: Sequence[str]) -> str:
    """A pattern for any of ``known``; lone letters (n', 't) only beside an apostrophe."""
    beside = "['’´`\x92]"
    return "|".join(re.escape(w) if len(w) > 1 else f"{w}(?={beside})|(?<={beside}){w}" for w in known)


def idiom_pattern(idiom: str) -> str:
    """A pattern for ``idiom``, in which … stands for one to three words."""
    return re.escape(idiom).replace("…", r"\w+(?: \w+){0,2}")
