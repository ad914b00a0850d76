"""Fit what each clue of a page is worth (`copydesk/ingest/page_weights.py`) on pages with known stories.

    python benchmarks/fit_pages.py FOLDER            # cross-validate: what pages never seen give
    python benchmarks/fit_pages.py FOLDER --write    # and write the weights fitted on all pages

FOLDER holds ``pages.jsonl`` and ``pages/*.html.gz``. A line names its ``file`` and gives either the
``body``, the text of the story, or the strings that must be kept (``with``) and left out (``without``). The
project's own pages (``corpora/pages``) are always among those fitted on. A piece of a page is story if most
of its words stand in the body, in order. The fit is a logistic regression with a ridge penalty, each page
weighing the same and each piece by its words; each page is fitted on with the names of its elements and
once more without them, so that no weight leans on the names of few sites. In cross-validation every page is
read by the real reader with weights fitted on pages of other sites: token precision, recall and F1 (mean per
page) where there is a body, else the share of wanted strings kept and the share of kept strings that were
wanted.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import LCSseq

from copydesk.data import BlockRole
from copydesk.errors import CopydeskError
from copydesk.formats.html_head import metadata, stated_body
from copydesk.formats.html_page import Head
from copydesk.formats.html_walk import walk
from copydesk.ingest import page_weights, read
from copydesk.ingest.base import Raw
from copydesk.ingest.options import IngestOptions
from copydesk.ingest.page import look
from copydesk.ingest.page_clues import Witnesses, clues
from copydesk.ingest.page_headline import says_title
from copydesk.ingest.source import source_text

sys.path.insert(0, str(Path(__file__).parent.parent / "corpora" / "pages"))
from page_traits import trait_pages

FOLDS = 8
RIDGE = 0.05
NAMELESS = 0.3
"""How much a page weighs without the names of its elements, of all that it weighs."""
IS_NAME = re.compile(r"named-sentence|in-(?!core$|story$|body$|box$|paragraph$).*").fullmatch
"""Clues that names and tags of elements give."""

BESIDE = ("furniture", "teaser")
STRINGS_WEIGH = 0.5
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Sample:
    """A page, the clues of its pieces, their labels (1 story, 0 beside it, -1 unknown) and their weights."""

    truth: dict[str, Any]
    data: bytes
    site: str
    clues: list[dict[str, float]]
    labels: Floats
    weights: Floats


def main() -> None:
    """Print what unseen pages give; write the weights if asked to."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--write", action="store_true")
    ask.add_argument("--ridge", type=float, default=RIDGE)
    args = ask.parse_args()
    own, samples = list(own_pages()), list(load(args.folder))
    print(f"{len(samples)} pages, {sum(len(s.clues) for s in samples)} pieces, ridge {args.ridge}")
    sites = sorted({sample.site for sample in samples})
    np.random.default_rng(1).shuffle(sites)
    scored: list[tuple[Sample, list[str]]] = []
    for fold in range(FOLDS):
        unseen = set(sites[fold::FOLDS])
        put(fit([*own, *(s for s in samples if s.site not in unseen)], args.ridge))
        scored += [(s, story(s)) for s in samples if s.site in unseen]
    report(f"pages of unseen sites ({len(sites)} sites)", scored)
    weights = fit([*own, *samples], args.ridge)
    put(weights)
    report("all pages, seen", [(sample, story(sample)) for sample in [*samples, *own]])
    right, count = headlines(samples)
    print(f"headline right where og:title equals a heading: {right}/{count}")
    if args.write:
        write(weights)


def load(folder: Path) -> Iterator[Sample]:
    """The pages of a folder with their clues and labels."""
    for line in (folder / "pages.jsonl").read_text(encoding="utf-8").splitlines():
        truth = json.loads(line)
        data = gzip.decompress((folder / "pages" / truth["file"]).read_bytes())
        yield sampled(truth, data)


def own_pages() -> Iterator[Sample]:
    """The pages of corpora/pages."""
    for page in trait_pages():
        truth = {"file": page.name, "set": "own", "with": page.keep, "without": page.cut}
        yield sampled(truth, page.data)


def sampled(truth: dict[str, Any], data: bytes) -> Sample:
    """A page with the clues and labels of its pieces."""
    page = walk(source_text(Raw(truth["file"], "html", data))[0])
    laid, headline = look(page)
    about = metadata(page.head)
    found = clues(laid, Witnesses(about.title, about.description, stated_body(page.head)), headline)
    texts = [piece.text for piece in page.pieces]
    labels = by_body(texts, truth["body"]) if "body" in truth else by_strings(texts, truth)
    if headline is not None:
        labels[headline] = -1  # it is found in another way
    sizes = np.array([min(len(words(text)), 120) + 3.0 for text in texts])
    sizes[labels < 0] = 0
    scale = (1 if "body" in truth else STRINGS_WEIGH) / max(sizes.sum(), 1)
    return Sample(truth, data, _site(page.head, truth["file"]), found, labels, sizes * scale)


def _site(head: Head, name: str) -> str:
    """The last two parts of the host that a page names, else the name of its site or file."""
    host = urlsplit(head.canonical or head.meta.get("og:url", "") or head.base).netloc.lower()
    return ".".join(host.split(".")[-2:]) or head.meta.get("og:site_name", "") or name


def by_body(texts: Sequence[str], body: str) -> Floats:
    """1 where at least 6 words of 10 are matched to the body in order."""
    pieces = [words(text) for text in texts]
    flat = [word for piece in pieces for word in piece]
    owners = [n for n, piece in enumerate(pieces) for _ in piece]
    hits = Counter[int]()
    for step in LCSseq.opcodes(flat, words(body)):
        if step.tag == "equal":
            hits.update(owners[step.src_start : step.src_end])
    return np.array(
        [-1.0 if not piece else float(hits[n] * 10 >= len(piece) * 6) for n, piece in enumerate(pieces)]
    )


def by_strings(texts: Sequence[str], truth: dict[str, Any]) -> Floats:
    """1 where a wanted string stands, 0 where an unwanted one does, else unknown."""
    found = np.full(len(texts), -1.0)
    for n, text in enumerate(map(squeezed, texts)):
        if any(squeezed(wanted) in text or (len(text) > 30 and text in wanted) for wanted in truth["with"]):
            found[n] = 1
        elif any(squeezed(unwanted) in text for unwanted in truth["without"]):
            found[n] = 0
    return found


def fit(samples: Sequence[Sample], ridge: float) -> dict[str, float]:
    """The weights that tell story from the rest best, by Newton's method."""
    names = sorted({name for sample in samples for clue in sample.clues for name in clue})
    at = {name: n for n, name in enumerate(names)}
    used = [
        (clue, y, w) for s in samples for clue, y, w in zip(s.clues, s.labels, s.weights, strict=True) if w
    ]
    rows = np.zeros((len(used), len(names)))
    for row, (clue, _, _) in zip(rows, used, strict=True):
        for name, value in clue.items():
            row[at[name]] = value
    nameless = rows.copy()
    nameless[:, [n for n, name in enumerate(names) if IS_NAME(name)]] = 0
    rows = np.concatenate((rows, nameless))
    wanted, weight = np.tile([u[1] for u in used], 2), np.array([u[2] for u in used])
    weight = np.concatenate((weight * (1 - NAMELESS), weight * NAMELESS))
    beta = np.zeros(len(names))
    for _ in range(40):
        likely = 1 / (1 + np.exp(-np.clip(rows @ beta, -30, 30)))
        slope = rows.T @ (weight * (likely - wanted)) + ridge * beta
        bend = (rows * (weight * likely * (1 - likely) + 1e-9)[:, None]).T @ rows + ridge * np.eye(len(beta))
        step = np.linalg.solve(bend, slope)
        beta -= step
        if np.abs(step).max() < 1e-5:
            break
    return {
        name: round(float(value), 2) for name, value in zip(names, beta, strict=True) if abs(value) >= 0.05
    }


def put(weights: dict[str, float]) -> None:
    """Let the reader use these weights."""
    page_weights.WEIGHTS.clear()
    page_weights.WEIGHTS.update(weights)


def story(sample: Sample) -> list[str]:
    """The texts of the story as the reader tells it now; the headline only where the truth has one."""
    beside = {*BESIDE, "headline"} if sample.truth["set"] == "aeb" else {*BESIDE}
    try:
        article = read(Raw(sample.truth["file"], "html", sample.data), IngestOptions())
    except CopydeskError:
        return []
    return [block.text for block in article.blocks if block.role.value not in beside]


def headlines(samples: Sequence[Sample]) -> tuple[int, int]:
    """How many headlines are right, of the pages whose og:title equals a heading but for case and marks."""
    right = count = 0
    for sample in samples:
        raw = Raw(sample.truth["file"], "html", sample.data)
        page = walk(source_text(raw)[0])
        stated = [page.head.meta.get("og:title", "")]
        shown = any(p.role is BlockRole.HEADING and says_title(p.text, stated) for p in page.pieces)
        if not re.search(r"\w", stated[0]) or not shown:
            continue
        count += 1
        try:
            right += says_title(read(raw, IngestOptions()).title, stated)
        except CopydeskError:
            continue
    return right, count


def report(what: str, scored: Sequence[tuple[Sample, list[str]]]) -> None:
    """Print the figures of each set."""
    print(what)
    for name in sorted({sample.truth["set"] for sample, _ in scored}):
        own = [(sample.truth, texts) for sample, texts in scored if sample.truth["set"] == name]
        if "body" in own[0][0]:
            figures = np.array([token_figures(truth["body"], "\n".join(texts)) for truth, texts in own])
            precision, recall, f1 = figures.mean(axis=0)
            half = int((figures[:, 1] < 0.5).sum())
        else:
            counts = np.array([string_counts(truth, squeezed("\n".join(texts))) for truth, texts in own])
            kept, wanted, let_in = counts.sum(axis=0)
            precision, recall = kept / (kept + let_in), kept / wanted
            f1 = 2 * precision * recall / (precision + recall)
            half = int((2 * counts[:, 0] <= counts[:, 1]).sum())
        print(
            f"  {name:12} {len(own):4} pages  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"
            f"  lost half or more: {half}"
        )


def token_figures(truth: str, got: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of words."""
    wanted, found = Counter(words(truth)), Counter(words(got))
    both = (wanted & found).total()
    precision, recall = both / max(1, found.total()), both / max(1, wanted.total())
    return precision, recall, 2 * precision * recall / (precision + recall) if both else 0.0


def string_counts(truth: dict[str, Any], got: str) -> tuple[int, int, int]:
    """How many wanted strings were kept, of how many, and how many unwanted ones were let in."""
    kept = sum(squeezed(wanted) in got for wanted in truth["with"])
    return kept, len(truth["with"]), sum(squeezed(unwanted) in got for unwanted in truth["without"])


def words(text: str) -> list[str]:
    """The words of a text in lower case."""
    return re.findall(r"\w+", text.lower())


def squeezed(text: str) -> str:
    """A text with single spaces."""
    return " ".join(text.split())


def write(weights: dict[str, float]) -> None:
    """Write the module that the reader imports."""
    lines = "".join(f'    "{name}": {value},\n' for name, value in sorted(weights.items()))
    head = (
        '"""What each clue of a page is worth: log odds, fitted by ``benchmarks/fit_pages.py``."""\n\n'
        "WEIGHTS: dict[str, float] = {\n"
    )
    Path(page_weights.__file__).write_text(f"{head}{lines}}}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
