"""Translation quality: the bare engine against the desk, in one run, with sacreBLEU signatures.

    python benchmarks/quality.py [--corpora DIR] [--sets newstest2012 ntrex1000] [--pairs es-fr fr-es en-es]

The bare engine is Debian's Apertium without protection, pivot or surface pass (``es-fr`` mode, unknown
marks removed). The desk is what ``copydesk translate --lines`` uses. Rules were tuned on newstest2008 and
newstest2009; newstest2012 and NTREX are held out.
"""

from __future__ import annotations

import argparse
import subprocess
import time
from pathlib import Path

from sacrebleu.metrics import BLEU, CHRF

from copydesk.data import Glossary, Pair
from copydesk.translate.modes import installed
from copydesk.translate.options import TranslateOptions
from copydesk.translate.request import request
from copydesk.translate.translator import open_translator

SETS = {
    "newstest2008": "newstest/newstest2008",
    "newstest2009": "newstest/newstest2009",
    "newstest2012": "newstest/newstest2012",
    "ntrex1000": "ntrex/ntrex1000",
}


def bare(lines: list[str], pair: Pair) -> list[str]:
    """What the plain ``apertium`` command makes of the lines."""
    mode = installed()[pair].path.stem
    done = subprocess.run(
        ["apertium", "-u", mode], input="\n".join(lines) + "\n", capture_output=True, text=True, check=True
    )
    out = done.stdout.split("\n")[: len(lines)]
    assert len(out) == len(lines), "apertium lost a line"
    return out


def through_desk(lines: list[str], pair: Pair, options: TranslateOptions) -> list[str]:
    """What ``copydesk translate --lines`` makes of the lines."""
    with open_translator(options) as desk:
        return [c.text for c in desk.translate([request(t, pair, Glossary(), options) for t in lines])]


def report(name: str, system: str, hypotheses: list[str], references: list[str], seconds: float) -> str:
    """One line of the table; ``words`` per second counts source-side work as wall time."""
    bleu, chrf = BLEU(), CHRF()
    b, c = bleu.corpus_score(hypotheses, [references]), chrf.corpus_score(hypotheses, [references])
    print(f"{name:14} {system:22} BLEU {b.score:6.2f}   chrF {c.score:6.2f}   {seconds:6.1f} s")
    return f"BLEU {bleu.get_signature()}\nchrF {chrf.get_signature()}"


def main() -> None:
    """Run the comparison over every set and pair whose files and modes are there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--sets", nargs="*", default=list(SETS))
    parser.add_argument("--pairs", nargs="*", default=["es-fr"])
    arguments = parser.parse_args()
    signatures = ""
    for pair in (Pair(*p.split("-")) for p in arguments.pairs):
        for name in arguments.sets:
            paths = [arguments.corpora / f"{SETS[name]}.{code}" for code in (pair.source, pair.target)]
            if not all(path.exists() for path in paths):
                print(f"{name}: no files for {pair}, left out")
                continue
            source, target = (path.read_text("utf-8").split("\n")[:-1] for path in paths)
            systems = [("desk (auto)", TranslateOptions())]
            if pair in installed():
                start = time.monotonic()
                hypotheses = bare(source, pair)
                report(f"{name} {pair}", "apertium alone", hypotheses, target, time.monotonic() - start)
                systems.insert(0, ("desk (direct)", TranslateOptions(engine="apertium")))
            for system, options in systems:
                start = time.monotonic()
                hypotheses = through_desk(source, pair, options)
                signatures = report(f"{name} {pair}", system, hypotheses, target, time.monotonic() - start)
    print(signatures)


if __name__ == "__main__":
    main()
