"""How fast `copydesk repair` passes over clean text, and how much memory it takes.

    python benchmarks/scan.py [--corpora ../shared/corpora] [--megabytes 100] [--languages fr es en]

Clean text is the newstest files of each language, repeated, as lines and as JSONL (key "text"). Speed is by
processor time of one process that does all the work, writing the result to disk; the memory is the peak of
that process (VmHWM) for a tenth of the text and for all of it.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

CORPORA = Path(__file__).parent.parent.parent / "shared/corpora"
CHILD = r"""
import re, sys, time
from pathlib import Path
from copydesk.run.corpus import Shape, Task, repair_corpus
path = Path(sys.argv[1])
out = path.with_name("out" + path.suffix) if sys.argv[2] == "write" else None
begun = time.process_time()
(report,) = repair_corpus([Task(path, out)], Shape(), jobs=1)
seconds = time.process_time() - begun
peak = int(re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text())[1]) / 1000
print(report.bytes / 1e6 / seconds, peak, sum(found.found for found in report.tally.counts.values()))
"""


def main() -> None:
    """Print one line a language and layout."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--megabytes", type=int, default=100)
    parser.add_argument("--languages", nargs="+", default=["fr", "es", "en"])
    options = parser.parse_args()
    print(f"{'text':14}{'scan':>12}{'scan + write':>14}{'peak, 1/10':>14}{'peak, all':>12}{'marks':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for language in options.languages:
            lines = [
                line
                for path in sorted((options.corpora / "newstest").glob(f"*.{language}"))
                for line in path.read_text(encoding="utf-8").splitlines()
            ]
            for suffix in (".txt", ".jsonl"):
                path = Path(folder) / f"clean{suffix}"
                _fill(path, lines, options.megabytes * 100_000)
                small = _measured(path, "scan")
                _fill(path, lines, options.megabytes * 1_000_000)
                scan, write = _measured(path, "scan"), _measured(path, "write")
                print(
                    f"{language + suffix:14}{scan[0]:>7,.0f} MB/s{write[0]:>9,.0f} MB/s"
                    f"{small[1]:>11,.1f} MB{scan[1]:>9,.1f} MB{scan[2]:>8,.0f}"
                )


def _fill(path: Path, lines: list[str], size: int) -> None:
    if path.suffix == ".jsonl":
        lines = [json.dumps({"id": n, "text": line}, ensure_ascii=False) for n, line in enumerate(lines)]
    block = ("\n".join(lines) + "\n").encode()
    with path.open("wb") as handle:
        while handle.tell() + len(block) <= size or not handle.tell():
            handle.write(block)


def _measured(path: Path, how: str) -> list[float]:
    call = [sys.executable, "-c", CHILD, str(path), how]
    told = subprocess.run(call, check=True, capture_output=True, text=True).stdout
    return [float(number) for number in re.findall(r"[\d.]+", told)]


if __name__ == "__main__":
    main()
