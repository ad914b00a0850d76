"""Names that no dictionary should translate, found by their shape alone.

Only shapes of high precision are protected, since most names must reach the engine: places have French
forms and institutions are translated. Protected are: people by given name ("Manuel Sierra"), names that
open with a capital article inside a sentence ("El Gadafi"), runs with a word of foreign spelling ("Brillo
Boxes"), runs of words none of which a well-known language translates ("Tesco Mobile"), and acronyms. A
headline all in capitals shows no shapes and is left alone; one that begins its words with capitals shows few.
"""

from __future__ import annotations

import re

from copydesk.data import Protection, Span, primary
from copydesk.languages import facts
from copydesk.languages.contract.names import Names, listed
from copydesk.text.fold import fold
from copydesk.text.words import tokens

_CAPITAL = "[A-ZÀ-ÖØ-ÞČŠŽŁŚŻĆŹĐŇŘŤŮĎĽ]"
_REST = r"(?:[\w’'-]*[\w]|(?<=[A-Z])\.?)"  # of a word, after its capital
_RUN = re.compile(rf"{_CAPITAL}(?<![\w.@/].){_REST}(?:[ \u00a0]{_CAPITAL}{_REST})*(?![\w@/])")
_ACRONYM = re.compile(r"[A-Z](?<![\w.-].)[A-Z0-9]*[A-Z][A-Z0-9]*(?![\w-])")
_FEWEST = 2  # capitals of the shortest acronym, and of the shortest run of words
_ROMAN = re.compile(r"[IVXLCDM]+")
_SENTENCE = re.compile(r"(?:^|[.!?…:;]|[\"“«¿¡(—–-]\s?)\s*$")


_STROKE = re.compile(r"\s*[/|·]\s*\S")
_WORD = re.compile(r"[^\W\d_]+")


def names(text: str, source: str, target: str) -> list[Protection]:
    """The names of ``text`` that stay as they are from ``source`` to ``target`` (BCP 47), in order."""
    capitals = sum(map(str.isupper, text))
    if capitals < _FEWEST or capitals * 2 > sum(map(str.isalpha, text)):
        return []
    page = facts(source).names
    found: list[Protection] = []
    called = dict(page.acronyms.get(primary(target), ()))
    for match in _ACRONYM.finditer(text):
        surface = match.group()
        left = (surface in page.words and surface not in called) or _ROMAN.fullmatch(surface)
        if not left and not _shouted(text, match):
            found.append(Protection(Span(*match.span()), called.get(surface, surface), "name"))
    titled = _is_titled(text)
    for match in _RUN.finditer(text):
        found += _in_run(text, match, page, titled=titled)
    return found


def _in_run(text: str, run: re.Match[str], page: Names, *, titled: bool) -> list[Protection]:
    words = [
        (m.group(), run.start() + m.start(), run.start() + m.end()) for m in re.finditer(r"\S+", run.group())
    ]
    if len(words) < 2:
        return []
    signed = _is_signed(text, run)
    if not signed and words[0][0] not in page.given and _SENTENCE.search(text[: run.start()]):
        words = words[1:]
    while words and (words[0][0] in page.translated or _is_title(words[0][0], page)):
        words = words[1:]
    if len(words) < 2 or any(w in page.translated for w, _, _ in words):
        return []
    person = signed or words[0][0] in page.given
    if titled:
        if not person:
            return []
        words = words[:2]
    plain = [word for word, _, _ in words]
    if not (person or plain[0] in page.articles or _has_foreign(plain, page) or _are_strange(plain, page)):
        return []
    start, end = words[0][1], words[-1][2] - _possessive(words[-1][0], page)
    return [Protection(Span(start, end), text[start:end], "name")]


def _is_signed(text: str, run: re.Match[str]) -> bool:
    """A byline: the name, a stroke, then places, papers and dates alone (Amparo Ruiz / Gandia 3/5/2022)."""
    rest = text[run.end() :]
    alone = not text[: run.start()].strip() and _STROKE.match(rest) is not None
    return alone and all(word[0].isupper() for word in _WORD.findall(rest))


def _is_title(word: str, page: Names) -> bool:
    return word not in page.given and fold(word).rstrip(".") in page.titles


def _possessive(word: str, page: Names) -> int:
    """How many characters at the end of ``word`` say whose something is."""
    return next((len(ending) for ending in page.possessive if word.endswith(ending)), 0)


def _has_foreign(words: list[str], page: Names) -> bool:
    """Whether one of ``words`` is spelled as none of the language is."""
    if not page.foreign:
        return False
    return any(len(word) > 2 and re.search(page.foreign, word, re.IGNORECASE) for word in words)


def _are_strange(words: list[str], page: Names) -> bool:
    """Whether the page, which must know such words, has none of ``words`` as one that is translated."""
    if not page.ordinary:
        return False
    known = (page.common, page.ordinary, page.titles, page.exonyms)
    return not any(
        word.endswith(page.endings) or any(listed(word, some) for some in known) for word in map(fold, words)
    )


def _is_titled(text: str) -> bool:
    """Whether three quarters of the words of more than three letters have a capital, as in some headlines."""
    long = [word for word in tokens(text) if len(word) > 3]
    return len(long) > 3 and sum(word[0].isupper() for word in long) * 4 >= len(long) * 3


def _shouted(text: str, match: re.Match[str]) -> bool:
    """Whether a neighbouring word is all capitals too: then it is emphasis, not an acronym."""
    before = text[: match.start()].split()[-1:] or [""]
    after = text[match.end() :].split()[:1] or [""]
    return any(len(word) > 2 and word.isalpha() and word.isupper() for word in (before[0], after[0]))
