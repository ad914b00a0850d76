"""Break the numbers of clean pairs as web translation does, and count what the repair restores.

    python benchmarks/artefacts.py es fr es en --corpus ../shared/corpora/newstest
    python benchmarks/artefacts.py es fr --show wrong --kinds slid

A pair is clean if its ledger is settled. Cases are made by patterns of their own, not by the reader under
test: ``one`` number becomes XNUMX, ``all`` do, one ``slid`` into another's place and left a mark, two were
``swapped`` without a mark, the marks of one number are ``glued`` (XNUMXXNUMX, XNUMX,XNUMX, or to a word),
and numbers ``affixed`` with a sign or suffix (%, €, e, h, s, COVID-) become marks.

"Exact" is the clean text again; "locale" is that text with numbers in the format of its language (CLDR, by
babel) where the translator wrote another; "value" has every value in place in some other format (the ledger
of clean and restored text is settled: they differ in nothing else, so it judges surely); "wrong" is any other
change; "left" is flagged, the text untouched.

Each case is repaired alone, and as a line of its file, which is what ``copydesk repair --lines`` does: the
formats of a restored number are learnt from the lines round it. The file of a kind is the set with its cases
of that kind broken, all at once, or a tenth of them at a time.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from itertools import product
from pathlib import Path
from typing import NamedTuple

from babel.numbers import format_decimal, get_decimal_symbol, get_group_symbol

from copydesk.numbers import Repair, compare, repair
from copydesk.repair import repair_lines

CORPUS = Path(__file__).parent.parent.parent / "shared/corpora/newstest"
MARK = "XNUMX"
NO_DIGITS = re.compile(r"\D")
NUMBER = re.compile(r"(?<!\d)(?:\d{1,3}(?:[ .,\u00a0\u202f]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*)")
AFFIX_AFTER = re.compile(r"[ \u00a0\u202f]?[%€$£]|(?:er|re|e|ème|th|st|nd|rd|s|h)\b|[ºª]|[-/:]\d")
AFFIX_BEFORE = re.compile(r"(?:[$€£]|\b[^\W\d]+-|\d[-/:])$")
_SHORT = 2
WAYS = ("alone", "a tenth broken", "all broken")
COLUMNS = ("exact", "locale", "value", "left", "unflagged", "wrong")
SPACES = str.maketrans("\u00a0\u202f", "  ")


class Case(NamedTuple):
    """A broken text, and where the numbers stand that slid or were swapped."""

    text: str
    moved: tuple[tuple[int, int], ...] = ()


def replaced(text: str, changes: list[tuple[tuple[int, int], str]]) -> tuple[str, list[tuple[int, int]]]:
    """``text`` with each place changed, and where the new pieces stand."""
    pieces: list[str] = []
    places = []
    position = length = 0
    for (start, end), new in sorted(changes):
        pieces += [text[position:start], new]
        length += start - position + len(new)
        places.append((length - len(new), length))
        position = end
    return "".join([*pieces, text[position:]]), places


def one(text: str, found: list[re.Match[str]], chance: random.Random) -> Case | None:
    """One number becomes a mark."""
    return Case(replaced(text, [(chance.choice(found).span(), MARK)])[0])


def every(text: str, found: list[re.Match[str]], _chance: random.Random) -> Case | None:
    """All numbers become marks."""
    return Case(replaced(text, [(match.span(), MARK) for match in found])[0])


def _two(found: list[re.Match[str]], chance: random.Random) -> tuple[re.Match[str], re.Match[str]] | None:
    pairs = [(a, b) for a in found for b in found if a.group() != b.group()]
    return chance.choice(pairs) if pairs else None


def slid(text: str, found: list[re.Match[str]], chance: random.Random) -> Case | None:
    """The number of one place stands in another, a mark in its own."""
    pair = _two(found, chance)
    if pair is None:
        return None
    home, other = pair
    broken, places = replaced(text, [(home.span(), MARK), (other.span(), home.group())])
    return Case(broken, (places[home.start() < other.start()],))


def swapped(text: str, found: list[re.Match[str]], chance: random.Random) -> Case | None:
    """Two numbers change places; no mark is left."""
    pair = _two(found, chance)
    if pair is None:
        return None
    broken, places = replaced(text, [(pair[0].span(), pair[1].group()), (pair[1].span(), pair[0].group())])
    return Case(broken, tuple(places))


def glued(text: str, found: list[re.Match[str]], chance: random.Random) -> Case | None:
    """The marks of one number stand together, or the mark sticks to the word after it."""
    options = []
    for match in found:
        pieces = re.split(r"\d+", match.group())
        if len(pieces) > 2:
            options += [(match.span(), MARK * (len(pieces) - 1)), (match.span(), MARK.join(pieces))]
        if after := re.match(r" (?=[a-z]{4})", text[match.end() :]):
            options.append(((match.start(), match.end() + after.end()), MARK))
    return Case(replaced(text, [chance.choice(options)])[0]) if options else None


def affixed(text: str, found: list[re.Match[str]], _chance: random.Random) -> Case | None:
    """Every number with a sign or suffix becomes a mark; the affix stays."""
    places = [
        match.span()
        for match in found
        if AFFIX_AFTER.match(text, match.end()) or AFFIX_BEFORE.search(text[: match.start()])
    ]
    return Case(replaced(text, [(place, MARK) for place in places])[0]) if places else None


def _spaced(text: str, found: list[re.Match[str]], chosen: set[int]) -> tuple[str, list[tuple[int, int]]]:
    """``text`` with a space in the thousands of the ``chosen`` numbers, and where its digit groups stand."""
    changes = [
        (m.span(), re.sub(r"[.,\u00a0\u202f ](?=\d{3})", " ", m.group()) if n in chosen else m.group())
        for n, m in enumerate(found)
    ]
    new, places = replaced(text, changes)
    slots = [
        (start + piece.start(), start + piece.end())
        for start, end in places
        for piece in re.finditer(r"\d+(?:[.,]\d+)*", new[start:end])
    ]
    return new, slots


def refilled(
    source: str, text: str, found: list[re.Match[str]], chance: random.Random, how: str
) -> tuple[str, Case] | None:
    """The machine that masks each numeral and fills the marks of the translation in order.

    Gives the clean text as the machine's translation wrote it, and what the machine made of it. ``how``:
    "all" thousands take two marks, or "one" of them, or the first numeral was used up "before".
    """
    groups = [match.group() for match in NUMBER.finditer(source)]
    parted = [n for n, m in enumerate(found) if re.search(r"[.,\u00a0\u202f ]\d{3}(?!\d)", m.group())]
    if how == "one" and parted:
        parted = [chance.choice(parted)]
    clean, slots = _spaced(text, found, set(parted))
    if how == "before":
        groups = groups[1:]
    if not groups or len(slots) <= len(groups):
        return None
    changes = [(slot, groups[n] if n < len(groups) else MARK) for n, slot in enumerate(slots)]
    broken, places = replaced(clean, changes)
    moved = tuple(
        place
        for (start, end), (_, new), place in zip(slots, changes, places, strict=True)
        if new != MARK and NO_DIGITS.sub("", new) != NO_DIGITS.sub("", clean[start:end])
    )
    return (clean, Case(broken, moved)) if moved else None


MAKERS: dict[str, Callable[[str, list[re.Match[str]], random.Random], Case | None]] = {
    "one": one, "all": every, "slid": slid, "swapped": swapped, "glued": glued, "affixed": affixed,
}  # fmt: skip


def lines(corpus: Path, name: str, language: str) -> list[str]:
    """The lines of one side of a set."""
    return (corpus / f"{name}.{language}").read_text(encoding="utf-8").splitlines()


def sets(corpus: Path, *languages: str) -> list[str]:
    """The names of the sets that exist in all ``languages``."""
    names = [{path.stem for path in corpus.glob(f"*.{language}")} for language in languages]
    return sorted(set.intersection(*names))


def cases(pairs: list[tuple[str, str]], here: str, there: str, kind: str, seed: int) -> dict[int, Case]:
    """The broken targets of one kind, by line."""
    made = {}
    for number, (source, target) in enumerate(pairs):
        found = list(NUMBER.finditer(target))
        if not found or not compare(source, target, here, there).ok:
            continue
        case = MAKERS[kind](target, found, random.Random(f"{seed}{kind}{number}"))
        if case is not None and case.text != target:
            made[number] = case
    return made


REFILLS = ("all", "one", "before")


def refills(
    pairs: list[tuple[str, str]], here: str, there: str, seed: int
) -> Iterator[tuple[int, str, Case]]:
    """Number of the pair, clean target and case of each way in which the machine breaks it."""
    for number, (source, target) in enumerate(pairs):
        found = list(NUMBER.finditer(target))
        if not found or not compare(source, target, here, there).ok:
            continue
        made: dict[str, tuple[str, Case]] = {}
        for how in REFILLS:
            chance = random.Random(f"{seed}{how}{number}")
            if case := refilled(source, target, found, chance, how):
                made.setdefault(case[1].text, case)
        yield from ((number, clean, case) for clean, case in made.values())


def refill_table(corpus: Path, here: str, there: str, options: argparse.Namespace) -> None:
    """Print what becomes of the texts that the machine of ``refilled`` breaks."""
    counts: Counter[str] = Counter()
    blind: Counter[str] = Counter()
    lines_broken = set()
    for name in options.sets or sets(corpus, here, there):
        pairs = list(zip(lines(corpus, name, here), lines(corpus, name, there), strict=True))
        for number, clean, case in refills(pairs, here, there, options.seed):
            lines_broken.add((name, number))
            done = repair(case.text, there, source=pairs[number][0], source_language=here)
            result = outcome(clean, case, done, there)
            counts[result] += 1
            blind += alone(case, there)
            if result == options.show:
                print(f"refilled\n  S {pairs[number][0]}\n  C {clean}\n  B {case.text}\n  R {done.text}")
    total = max(1, sum(counts.values()))
    right = sum(counts[kind] for kind in ("exact", "locale", "value"))
    print(
        f"{here}-{there} refilled: {total} cases of {len(lines_broken)} pairs, "
        f"restored {100 * right / total:.1f} %, wrong {counts['wrong']}, "
        f"left {counts['left'] + counts['unflagged']}; without the source "
        f"{100 * blind['flagged'] / max(1, blind['slid']):.1f} % of {blind['slid']} slid numbers flagged"
    )


def outcome(clean: str, case: Case, done: Repair, there: str) -> str:
    """What became of a case."""
    if done.text == clean:
        return "exact"
    if done.text == case.text:
        return "left" if done.findings else "unflagged"
    if by_locale(clean, done.text, there):
        return "locale"
    same = compare(clean, done.text, there, there).ok or _short_years(clean, done.text)
    return "value" if same else "wrong"


def _short_years(clean: str, restored: str) -> bool:
    """Whether the texts differ in years alone that one of them writes in two figures: 1950-51 and 50-51."""
    if NUMBER.sub("0", clean) != NUMBER.sub("0", restored):
        return False
    pairs = [
        sorted(pair, key=len)
        for pair in zip(NUMBER.findall(clean), NUMBER.findall(restored), strict=True)
        if pair[0] != pair[1]
    ]
    return all(re.fullmatch(rf"(?:1[89]|20){short}", year) and len(short) == _SHORT for short, year in pairs)


def by_locale(clean: str, restored: str, language: str) -> bool:
    """Whether the texts differ in numbers alone that stand in ``restored`` as CLDR prints them.

    Kinds of spaces and noughts at the end of decimals are not told apart.
    """
    mine, theirs = clean.translate(SPACES), restored.translate(SPACES)
    if NUMBER.sub("0", mine) != NUMBER.sub("0", theirs):
        return False
    return all(
        one == other or (NO_DIGITS.sub("", one) == NO_DIGITS.sub("", other) and _is_printed(other, language))
        for one, other in zip(NUMBER.findall(mine), NUMBER.findall(theirs), strict=True)
    )


def _is_printed(numeral: str, language: str) -> bool:
    mark, group = get_decimal_symbol(language), get_group_symbol(language).translate(SPACES)
    try:
        value = Decimal(numeral.replace(group, "").replace(mark, "."))
    except InvalidOperation:
        return False
    printed: str = format_decimal(value, locale=language, decimal_quantization=False).translate(SPACES)
    return printed == (numeral.rstrip("0").rstrip(mark) if mark in numeral else numeral)


def alone(case: Case, there: str) -> Counter[str]:
    """What the repair sees and does without the source."""
    done = repair(case.text, there)
    spans = [(span.start, span.end) for finding in done.findings for span in finding.target]
    counts = Counter(invented=int(done.text != case.text))
    for match in re.finditer(rf"(?:{MARK})+", case.text):
        counts["marks"] += 1
        counts["found"] += any(start <= match.start() and match.end() <= end for start, end in spans)
    for place in case.moved if MARK in case.text else ():
        counts["slid"] += 1
        counts["flagged"] += any(start < place[1] and place[0] < end for start, end in spans)
    return counts


def broken(
    pairs: list[tuple[str, str]], kind: str, languages: tuple[str, str], seed: int
) -> Iterator[tuple[str, tuple[str, str], Case, Repair]]:
    """Each case of a set and what the repair makes of it, in each of the ``WAYS``."""
    here, there = languages
    made = cases(pairs, here, there, kind, seed)
    for number, case in made.items():
        apart = repair(case.text, there, source=pairs[number][0], source_language=here)
        yield "alone", pairs[number], case, apart
    for way, parts in (("a tenth broken", 10), ("all broken", 1)):
        for part in range(parts):
            chosen = dict(list(made.items())[part::parts])
            file = [chosen[n].text if n in chosen else target for n, (_, target) in enumerate(pairs)]
            sources = (source for source, _ in pairs)
            done = repair_lines(file, sources, language=there, source_language=here)
            yield from ((way, pairs[n], chosen[n], line) for n, line in enumerate(done) if n in chosen)


def sums(kind: str) -> tuple[str, ...]:
    """The sums that a kind is part of."""
    return ("total",) if kind == "swapped" else ("with marks", "total")


def measured(corpus: Path, here: str, there: str, options: argparse.Namespace) -> None:
    """Print the tables of one pair of languages."""
    names = options.sets or sets(corpus, here, there)
    files = [list(zip(lines(corpus, name, here), lines(corpus, name, there), strict=True)) for name in names]
    counts: Counter[tuple[str, str, str]] = Counter()
    blind: Counter[str] = Counter()
    began = time.process_time()
    for kind, pairs in product(options.kinds, files):
        for how, (source, clean), case, done in broken(pairs, kind, (here, there), options.seed):
            result = outcome(clean, case, done, there)
            counts.update({(how, name, result): 1 for name in (kind, *sums(kind))})
            if result == options.show and how == options.how:
                print(f"{kind}\n  S {source}\n  C {clean}\n  B {case.text}\n  R {done.text}")
            if how == "alone":
                blind += alone(case, there)
    print(f"\n{here}-{there}, {time.process_time() - began:.0f} s of CPU")
    for how in WAYS:
        print(f"| {how:14} | cases | " + " | ".join(f"{column:>9}" for column in COLUMNS) + " |")
        for kind in (*options.kinds, "with marks", "total"):
            total = sum(counts[how, kind, column] for column in COLUMNS)
            shares = (f"{100 * counts[how, kind, column] / max(1, total):7.2f} %" for column in COLUMNS)
            print(f"| {kind:14} | {total:5} | " + " | ".join(shares) + " |")
    print(
        "without the source:",
        ", ".join(f"{name} {blind[name]}" for name in sorted(blind | Counter(invented=0))),
    )
    clean_pairs = [pair for pairs in files for pair in pairs]
    edits = sum(repair(t, there, source=s, source_language=here).text != t for s, t in clean_pairs)
    print(f"clean pairs: {edits} of {len(clean_pairs)} changed")


def main() -> None:
    """Measure the pairs of languages given."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("languages", nargs="+", help="pairs: source target [source target ...]")
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="folder with NAME.LANGUAGE files")
    parser.add_argument("--sets", nargs="*", help="names of the sets; all if none")
    parser.add_argument("--kinds", nargs="*", default=list(MAKERS), choices=list(MAKERS))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--refilled", action="store_true", help="the refilling machine alone")
    parser.add_argument("--show", choices=COLUMNS, help="print these cases")
    parser.add_argument("--how", choices=WAYS, default=WAYS[-1], help="shown so")
    options = parser.parse_args()
    for here, there in zip(options.languages[::2], options.languages[1::2], strict=True):
        refill_table(options.corpus, here, there, options)
        if options.refilled:
            continue
        measured(options.corpus, here, there, options)


if __name__ == "__main__":
    main()
