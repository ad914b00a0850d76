"""How much faster a run is with more processes, and whether it writes the same bytes.

The same articles with --jobs 1 and --jobs N in turn, several times; prints the time from the first to the
last article, the time before the first one (start-up) beside it, and the ratio of the fastest runs.

    python benchmarks/scaling.py                                        # 4,000 articles, engine identity
    python benchmarks/scaling.py --engine apertium --articles 400
"""

from __future__ import annotations

import argparse
import hashlib
import os
import tempfile
import time
from pathlib import Path

from copydesk.config.settings import Settings
from copydesk.data import Glossary
from copydesk.run.events import ArticleDone, Outcome
from copydesk.run.session import default_store, session
from pipeline import article  # type: ignore[attr-defined]


def measured(source: Path, out: Path, engine: str, jobs: int) -> tuple[float, float]:
    """Seconds before the first article was published, and from it to the last."""
    changed = {"translate": {"engine": engine}, "run": {"jobs": jobs}, "detect": {"source": "es"}}
    settings = Settings.model_validate(changed)
    begun = time.perf_counter()
    times = [
        time.perf_counter()
        for event in session(
            [str(source)], settings, targets=["fr"], glossary=Glossary(), out=out, store=default_store(out)
        )
        if isinstance(event, ArticleDone) and event.outcome is Outcome.PUBLISHED
    ]
    return times[0] - begun, times[-1] - times[0]


def digest(out: Path) -> str:
    """One hash of all that was published."""
    seen = hashlib.sha256()
    for path in sorted(path for path in out.rglob("*") if path.is_file()):
        seen.update(str(path.relative_to(out)).encode() + b"\0" + path.read_bytes())
    return seen.hexdigest()


def main() -> None:
    """Print both times and their ratio."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--engine", default="identity")
    parser.add_argument("--articles", type=int, default=4000)
    parser.add_argument("--words", type=int, default=400)
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--rounds", type=int, default=2)
    wanted = parser.parse_args()
    best: dict[int, float] = {}
    seen: set[str] = set()
    with tempfile.TemporaryDirectory() as place:
        source = Path(place, "in")
        source.mkdir()
        words = 0
        for n in range(wanted.articles):
            text = article(n, wanted.words)
            words += len(text.split())
            (source / f"{n:06}.txt").write_text(text, "utf-8")
        for turn in range(wanted.rounds):
            for jobs in (1, wanted.jobs):
                out = Path(place, f"out-{turn}-{jobs}")
                before, seconds = measured(source, out, wanted.engine, jobs)
                seen.add(digest(out))
                best[jobs] = min(seconds, best.get(jobs, seconds))
                print(f"--jobs {jobs}: {words / seconds:8,.0f} words/s, {seconds:.1f} s after {before:.1f} s")
    print(f"{wanted.articles} articles, {wanted.engine}: {best[1] / best[wanted.jobs]:.2f} times as fast")
    print("the same bytes" if len(seen) == 1 else "DIFFERENT BYTES")


if __name__ == "__main__":
    main()
