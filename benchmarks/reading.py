"""Reading pages: our reader against trafilatura, on the pages whose roles the tests pin by hand.

Ours is right on these pages by definition, since tests/ingest/test_pages.py pins every block. Printed is how
many of the story's blocks trafilatura finds, how many blocks beside the story it lets in, the inline elements
that each keeps, and the CPU time of each; then what they make of hostile markup.

    python benchmarks/reading.py        needs: pip install 'copydesk[bench]'
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import trafilatura

from copydesk.data import Article, BlockRole
from copydesk.errors import InputError
from copydesk.ingest import read
from copydesk.ingest.base import Raw
from copydesk.ingest.options import IngestOptions

ROOT = Path(__file__).parent.parent
PAGES = sorted((ROOT / "tests/ingest/pages").glob("*.html"))
DEMO = sorted((ROOT / "corpora/demo").glob("*/*.*"))
FORMATS = {".html": "html", ".txt": "plain", ".md": "markdown", ".json": "ninjs"}
BESIDE = (BlockRole.FURNITURE, BlockRole.TEASER)
HOSTILE = {
    "10,000 nested": "<html><body>"
    + "<div>" * 10_000
    + "<p>"
    + "deep words " * 30
    + "</div>" * 10_000
    + "<p>after",
    "huge colspan": "<h1>x</h1><table><tr><td colspan=9000000000000000>" + "cell words " * 30,
    "5 MB line": "<h1>x</h1><p>" + "words " * 900_000,
}


def main() -> None:
    """Print the three tables."""
    print(f"{'page':16}{'story found':>13}{'let in':>8}{'inlines ours / its':>22}{'CPU ms ours / its':>20}")
    for path in PAGES:
        compare(path)
    print(f"\n{'hostile markup':22}{'ours':>26}{'trafilatura':>34}")
    for name, page in HOSTILE.items():
        print(f"{name:22}{outcome(partial(words, page)):>26}{outcome(partial(rivals, page)):>34}")
    print("\nreading the demo articles, CPU ms each (best of 50)")
    for path in DEMO:
        if path.suffix in FORMATS:
            raw = Raw(path.name, FORMATS[path.suffix], path.read_bytes())
            print(f"  {path.name:44}{best(partial(article, raw)):6.2f}")


def compare(path: Path) -> None:
    """One line of the first table."""
    data = path.read_bytes()
    raw = Raw(path.name, "html", data)
    blocks = article(raw).blocks
    text = squeezed(trafilatura.extract(data, include_comments=False) or "")
    marked = trafilatura.extract(data, output_format="xml", include_links=True, include_formatting=True) or ""
    story = [b for b in blocks if b.role not in BESIDE]
    beside = [b for b in blocks if b.role in BESIDE and len(b.text) > 12]
    theirs = sum(squeezed(b.text) in text for b in story)
    leaked = sum(squeezed(b.text) in text for b in beside)
    ours, others = best(lambda: article(raw)), best(lambda: trafilatura.extract(data))
    inlines = sum(len(b.inlines) for b in story)
    kept = marked.count("<ref ") + marked.count("<hi ")
    print(
        f"{path.name:16}{theirs:>8} of {len(story):<3}{leaked:>7}"
        f"{inlines:>15} / {kept:<5}{ours:>13.2f} / {others:.2f}"
    )


def article(raw: Raw) -> Article:
    """The article as copydesk reads it."""
    return read(raw, IngestOptions())


def words(page: str) -> int:
    """How many words our reader keeps."""
    return sum(len(b.text.split()) for b in article(Raw("x", "html", page.encode())).blocks)


def rivals(page: str) -> int:
    """How many words trafilatura keeps."""
    return len((trafilatura.extract(page) or "").split())


def outcome(count: Callable[[], int]) -> str:
    """What became of hostile markup, in words and seconds."""
    start = time.process_time()
    try:
        found = f"{count()} words"
    except (InputError, MemoryError, RecursionError) as error:
        found = type(error).__name__
    return f"{found}, {time.process_time() - start:.2f} s"


def best(call: Callable[[], object], times: int = 50) -> float:
    """The least CPU time of a call in milliseconds."""
    spent = []
    for _ in range(times):
        start = time.process_time()
        call()
        spent.append(time.process_time() - start)
    return min(spent) * 1000


def squeezed(text: str) -> str:
    """``text`` with single spaces."""
    return " ".join(text.split())


if __name__ == "__main__":
    main()
