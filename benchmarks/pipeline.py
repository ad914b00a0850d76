"""What everything but the engine costs: words per second with the identity engine, and peak memory.

Writes articles made from a seeded vocabulary, runs the whole desk over them (store, checks, all publishers)
in a child process on one core, and prints words/s; then the peak memory of 10 against 2,000 articles.

    python benchmarks/pipeline.py [--words 400] [--few 10] [--many 2000]
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WORDS = """
    el la los las de que en un una por con para sin sobre entre gobierno ciudad presupuesto vecinos obras
    empresa trabajadores informe plan semana mercado precio salud escuela tren agua verano plaza alcaldesa
    aprobó anunció explicó presentó terminó creció bajó nuevo pública regional nacional importante
""".split()  # noqa: SIM905 - a list of words reads best as words


def article(n: int, words: int) -> str:
    """An invented Spanish article of about ``words`` words.

    A quarter of its sentences hold figures, as in news: 22 % of newstest's segments do.
    """
    dice = random.Random(n)

    def sentence() -> str:
        body = [dice.choice(WORDS) for _ in range(dice.randint(14, 28))]
        if dice.random() < 0.2:
            body.insert(5, f"{dice.randint(2, 999)}.{dice.randint(100, 999)} euros")
        if dice.random() < 0.07:
            body.insert(9, f"un {dice.randint(1, 99)},{dice.randint(1, 9)} %")
        text = " ".join(body)
        if dice.random() < 0.1:
            text = f"«{text}», dijo la consejera"
        return text[0].upper() + text[1:] + "."

    blocks = [f"La noticia número {n} de la región"]
    count = 0
    while count < words:
        paragraph = " ".join(sentence() for _ in range(dice.randint(2, 5)))
        count += len(paragraph.split())
        blocks.append(paragraph)
    return "\n\n".join(blocks) + "\n"


def measure(count: int, words: int, folder: Path) -> tuple[float, int, int]:
    """Seconds, words and peak bytes of one run over ``count`` articles, in a child of its own."""
    source = folder / f"in-{count}"
    source.mkdir()
    total = 0
    for n in range(count):
        text = article(n, words)
        total += len(text.split())
        (source / f"a{n:05}.txt").write_text(text, "utf-8")
    command = [sys.executable, "-m", "copydesk", "run", str(source), "--to", "fr", "--engine", "identity"]
    command += ["--out", str(folder / f"out-{count}"), "--json"]
    began, before = time.monotonic(), _processor_seconds()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, preexec_fn=_one_core)
    output, _ = process.communicate()
    elapsed = time.monotonic() - began
    if process.returncode:
        raise SystemExit(f"the run failed with {process.returncode}")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    busy = _processor_seconds() - before
    inside = json.loads(output)["seconds"]
    print(
        f"{count:6} articles {total:9} words {elapsed:7.2f} s ({inside:.2f} s inside, "
        f"{busy:.2f} s of processor time) "
        f"{total / inside:9.0f} words/s  peak {peak / 2**20:6.1f} MiB",
        flush=True,
    )
    return inside, total, peak


def _processor_seconds() -> float:
    """Of all children that have ended: a busy machine disturbs it less than the clock."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _one_core() -> None:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def main() -> None:
    """Print both claims."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--words", type=int, default=400)
    options.add_argument("--few", type=int, default=10)
    options.add_argument("--many", type=int, default=2000)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _, _, few = measure(chosen.few, chosen.words, folder)
        seconds, words, many = measure(chosen.many, chosen.words, folder)
    print(f"throughput with the identity engine, one core: {words / seconds:.0f} words/s (target 20,000)")
    print(f"peak memory {chosen.many} against {chosen.few} articles: ratio {many / few:.2f} (target 1.3)")


if __name__ == "__main__":
    main()
