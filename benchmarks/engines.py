"""Speed of the neural engine: a Marian of opus-mt's size, the same work on every side, in one run.

The weights are RANDOM and the output lengths are FORCED (each output has as many tokens as the length class
of its source): no model is downloaded, nothing is said about quality, and every side decodes exactly the
same number of tokens. Sides:

    copydesk   engine ct2 as the desk calls it: text in, text out, int8, a worker per core
    raw ct2    ctranslate2.Translator.translate_batch on the same deduplicated sorted token lists
    batched    transformers, sorted by length, batches of like length, all cores
    loop       transformers, one sentence at a time, all cores

    python benchmarks/engines.py --json engines.json
    python benchmarks/engines.py --memory            # 10,000 segments, resident memory
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from copydesk.data import Pair, Request
from copydesk.models.add import Wish, add
from copydesk.models.home import Installed, find
from copydesk.translate.cores import cores
from copydesk.translate.neural.backend import Decoding
from copydesk.translate.neural.bucketing import buckets, length_class
from copydesk.translate.neural.ct2 import BUDGET, PATIENCE, Ct2Engine
from copydesk.translate.neural.pieces import Pieces
from copydesk.translate.options import TranslateOptions

PAIR = Pair("es", "fr")
LAYERS, WIDTH, INNER, WORDS = 6, 512, 2048, 60000
NAME = "random-opus-size"
TARGETS = {"copydesk_vs_loop": 12.0, "copydesk_vs_batched": 3.5, "copydesk_vs_raw_ct2": 0.95}


def lexicon(dice: random.Random, count: int = 6000) -> list[str]:
    """Made-up words of two to five syllables."""
    heads = ("b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "br", "cr", "tr", "pl")
    made: set[str] = set()
    while len(made) < count:
        made.add("".join(dice.choice(heads) + dice.choice("aeiou") for _ in range(dice.randint(2, 5))))
    return sorted(made)


def sentences(count: int, seed: int, mean: float = 20.0) -> list[str]:
    """Sentences of about ``mean`` words, as unlike in length as news; frequent words are frequent."""
    dice = random.Random(seed)
    words = lexicon(random.Random(7))
    made = []
    for _ in range(count):
        length = max(3, min(60, round(dice.lognormvariate(0, 0.45) * mean)))
        chosen = [words[min(len(words) - 1, int(dice.paretovariate(0.6)) - 1)] for _ in range(length)]
        made.append(" ".join(chosen).capitalize() + ".")
    return made


def build(folder: Path) -> None:
    """Write the model as the hub would have it: random weights, real SentencePiece and safetensors."""
    import sentencepiece
    import torch
    from transformers import MarianConfig, MarianMTModel

    folder.mkdir(parents=True)
    torch.manual_seed(1)
    stem = folder / "source"
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(sentences(4000, seed=3)), model_prefix=str(stem), vocab_size=4000,
        hard_vocab_limit=False, minloglevel=2,
    )  # fmt: skip
    (folder / "source.vocab").unlink()
    path = stem.with_suffix(".model").rename(folder / "source.spm")
    (folder / "target.spm").write_bytes(path.read_bytes())
    side = sentencepiece.SentencePieceProcessor(model_file=str(path))
    known = [side.id_to_piece(n) for n in range(side.get_piece_size()) if not side.is_control(n)]
    known = [piece for piece in known if piece != "<unk>"]
    filler = [f"▁madeup{n}" for n in range(WORDS - len(known) - 3)]
    vocabulary = {token: n for n, token in enumerate(("</s>", "<unk>", *known, *filler, "<pad>"))}
    config = MarianConfig(
        vocab_size=WORDS, d_model=WIDTH, encoder_layers=LAYERS, decoder_layers=LAYERS,
        encoder_attention_heads=8, decoder_attention_heads=8, encoder_ffn_dim=INNER, decoder_ffn_dim=INNER,
        max_position_embeddings=512, pad_token_id=WORDS - 1, decoder_start_token_id=WORDS - 1, eos_token_id=0,
        forced_eos_token_id=None, scale_embedding=True, activation_function="swish",
        static_position_embeddings=True,
    )  # fmt: skip
    MarianMTModel(config).save_pretrained(folder)
    (folder / "vocab.json").write_text(json.dumps(vocabulary))
    about = {"tokenizer_class": "MarianTokenizer", "source_lang": "es", "target_lang": "fr"}
    (folder / "tokenizer_config.json").write_text(json.dumps(about))


class Transformers:
    """The other side: transformers as its documentation says, or sorted into batches."""

    def __init__(self, model: Installed) -> None:
        import torch
        from transformers import MarianMTModel

        self._torch = torch
        torch.set_num_threads(cores())
        self._model: Any = MarianMTModel.from_pretrained(model.reference, local_files_only=True).eval()
        self._ids: dict[str, int] = json.loads((model.reference / "vocab.json").read_text())
        self._tokens = {n: token for token, n in self._ids.items()}
        self._pieces = Pieces(model.card, model.ct2, PAIR)

    def translate(self, texts: Sequence[str], *, beam: int, rows: int) -> int:
        """Translate batches of ``rows`` sentences of like length; the number of tokens made."""
        torch, pad = self._torch, self._ids["<pad>"]
        sources = [[self._ids.get(t, 1) for t in self._pieces.source(self._pieces.encode(x))] for x in texts]
        made = 0
        for group in self._groups(sources, rows):
            width = max(len(sources[n]) for n in group)
            ids = torch.tensor([sources[n] + [pad] * (width - len(sources[n])) for n in group])
            length = length_class(width)
            with torch.inference_mode():
                out = self._model.generate(
                    input_ids=ids, attention_mask=(ids != pad).long(), num_beams=beam, do_sample=False,
                    max_length=None, max_new_tokens=length, min_new_tokens=length, forced_eos_token_id=None,
                    suppress_tokens=[pad, 1],
                )  # fmt: skip
            made += len(group) * (out.shape[1] - 1)
            for row in out.tolist():
                self._pieces.decode([self._tokens[n] for n in row[1:]])
        return made

    def _groups(self, sources: list[list[int]], rows: int) -> list[list[int]]:
        if rows == 1:
            return [[n] for n in range(len(sources))]
        order = sorted(range(len(sources)), key=lambda n: -len(sources[n]))
        groups: list[list[int]] = []
        for n in order:
            same = groups and length_class(len(sources[groups[-1][0]])) == length_class(len(sources[n]))
            if same and len(groups[-1]) < rows:
                groups[-1].append(n)
            else:
                groups.append([n])
        return groups


def raw(model: Installed, texts: Sequence[str], beam: int) -> Callable[[], None]:
    """CTranslate2 called directly, at its best: deduplicated, sorted, cut by tokens, a worker per core."""
    import ctranslate2

    pieces = Pieces(model.card, model.ct2, PAIR)
    translator = ctranslate2.Translator(
        str(model.ct2), inter_threads=cores(), intra_threads=1, max_queued_batches=-1
    )
    tokens = [list(pieces.source(pieces.encode(text))) for text in dict.fromkeys(texts)]
    groups = [[tokens[n] for n in g] for g in buckets([len(t) for t in tokens], BUDGET)]

    def call() -> None:
        waiting = []
        for group in groups:
            length = length_class(len(group[0]))
            waiting += translator.translate_batch(
                group, asynchronous=True, beam_size=beam, patience=PATIENCE, max_input_length=0,
                max_decoding_length=length, min_decoding_length=length, disable_unk=True, return_scores=True,
            )  # fmt: skip
        for one in waiting:
            one.result()

    return call


def flop(lengths: Sequence[int], beam: int) -> float:
    """Floating-point operations for sources of ``lengths`` tokens: two per multiply-add."""
    encoder = LAYERS * (4 * WIDTH**2 + 2 * WIDTH * INNER) + 2 * LAYERS * WIDTH**2
    decoder = LAYERS * (6 * WIDTH**2 + 2 * WIDTH * INNER) + WIDTH * WORDS
    return sum(2.0 * (n * encoder + length_class(n) * beam * decoder) for n in lengths)


def ceiling() -> dict[str, float]:
    """The machine's best matrix product, operations per second, on all cores: 2048 cubed."""
    import torch

    torch.set_num_threads(cores())
    size = 2048
    a, b = torch.randn(size, size), torch.randn(size, size)
    c, d = (torch.randint(-9, 9, (size, size), dtype=torch.int8) for _ in range(2))
    return {
        "float32": max(2 * size**3 / seconds(lambda: a @ b) for _ in range(4)),
        "int8": max(2 * size**3 / seconds(lambda: torch._int_mm(c, d)) for _ in range(4)),
    }


def seconds(call: Callable[[], object]) -> float:
    """Wall-clock seconds of one call."""
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def compare(model: Installed, beam: int, given: argparse.Namespace) -> dict[str, Any]:
    """All sides at one beam, in words of source per second; rounds alternate, the best of each counts."""
    texts = sentences(given.sentences, seed=11)
    few = texts[: given.loop]
    words, few_words = (sum(len(t.split()) for t in some) for some in (texts, few))
    requests = [Request(text, PAIR) for text in texts]
    engine = Ct2Engine(TranslateOptions(beam=beam))
    decoding = Decoding(beam=beam, exact=True)
    engine.answers(requests[:4], decoding)
    direct = raw(model, texts, beam)
    other = Transformers(model)
    other.translate(few[:1], beam=beam, rows=1)
    best = {"copydesk": 0.0, "raw_ct2": 0.0, "batched": 0.0, "loop": 0.0}
    rows = given.rows or (8 if beam > 1 else 16)
    for _ in range(given.rounds):
        taken = {
            "copydesk": words / seconds(lambda: engine.answers(requests, decoding)),
            "raw_ct2": words / seconds(direct),
            "batched": words / seconds(lambda: other.translate(texts, beam=beam, rows=rows)),
            "loop": few_words / seconds(lambda: other.translate(few, beam=beam, rows=1)),
        }
        best = {side: max(best[side], rate) for side, rate in taken.items()}
    pieces = Pieces(model.card, model.ct2, PAIR)
    lengths = [len(pieces.source(pieces.encode(text))) for text in texts]
    engine.close()
    made = sum(map(length_class, lengths))
    others = [side for side in best if side != "copydesk"]
    return {
        "words_per_second": {side: round(rate, 1) for side, rate in best.items()},
        "ratios": {f"copydesk_vs_{side}": round(best["copydesk"] / best[side], 3) for side in others},
        "target_tokens_per_second": round(made * best["copydesk"] / words, 1),
        "flop_per_target_token": flop(lengths, beam) / made,
        "flop_per_second": flop(lengths, beam) * best["copydesk"] / words,
    }


def memory(count: int) -> dict[str, float]:
    """Resident MiB after warm-up and at the peak of ``count`` short segments, in batches of 64, greedy."""
    engine = Ct2Engine(TranslateOptions(beam=1))
    texts = sentences(count, seed=5, mean=5)
    decoding = Decoding(beam=1, exact=True)
    warm = peak = 0.0
    for start in range(0, count, 64):
        engine.answers([Request(text, PAIR) for text in texts[start : start + 64]], decoding)
        now = int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
        peak = max(peak, now)
        if start < count // 10:
            warm = peak
    engine.close()
    return {"segments": count, "warm_mib": round(warm, 1), "peak_mib": round(peak, 1)}


def report(name: str, found: dict[str, Any], most: dict[str, float]) -> None:
    """Print one beam's figures."""
    print(f"\n{name}, words of source per second:")
    for side, rate in found["words_per_second"].items():
        print(f"  {side:10} {rate:9.1f}")
    for ratio, value in found["ratios"].items():
        goal = TARGETS[ratio]
        print(f"  {ratio:22} {value:6.2f}   target {goal:5.2f}   {'met' if value >= goal else 'MISSED'}")
    rate, each = found["flop_per_second"], found["flop_per_target_token"]
    print(
        f"  {found['target_tokens_per_second']:.0f} target tokens/s at {each / 1e6:.0f} MFLOP each: "
        f"{rate / 1e9:.0f} GOP/s, {100 * rate / max(most.values()):.0f} % of the ceiling"
    )


def main() -> int:
    """Build, compare, print; exit code 1 if a target at beam 4 is missed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sentences", type=int, default=96, help="for copydesk, raw ct2 and batched")
    parser.add_argument("--loop", type=int, default=16, help="of these, how many for the loop")
    parser.add_argument("--rows", type=int, default=0, help="of a batch in transformers; 0: the best known")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--memory", action="store_true", help="measure memory instead of speed")
    parser.add_argument("--segments", type=int, default=10000, help="for --memory")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--json", type=Path, metavar="FILE")
    given = parser.parse_args()
    if given.inside:
        print(json.dumps(memory(given.segments)))
        return 0
    result: dict[str, Any] = {"cores": cores(), "weights": "random", "lengths": "forced"}
    with tempfile.TemporaryDirectory() as folder:
        os.environ["COPYDESK_MODELS"] = folder + "/home"
        print("Random weights, forced output lengths: this compares speed and says nothing of quality.")
        build(Path(folder) / "published")
        add(folder + "/published", Wish(name=NAME, licence="none"))
        if given.memory:
            arguments = [sys.executable, __file__, "--inside", "--segments", str(given.segments)]
            done = subprocess.run(arguments, stdout=subprocess.PIPE, text=True, check=True)
            result["memory"] = json.loads(done.stdout)
            print(f"memory: {done.stdout.strip()}")
        else:
            result |= speed(find(NAME), given)
    if given.json:
        given.json.write_text(json.dumps(result, indent=2) + "\n")
    return int(any(value < TARGETS[name] for name, value in result.get("ratios", {}).items()))


def speed(model: Installed, given: argparse.Namespace) -> dict[str, Any]:
    """Both beams; ``ratios`` are those of beam 4."""
    most = ceiling()
    products = ", ".join(f"{kind} {rate / 1e9:.0f} GOP/s" for kind, rate in most.items())
    print(f"{cores()} cores; the machine's best matrix product (2048 cubed): {products}")
    result: dict[str, Any] = {"ceiling": most}
    for name, beam in (("greedy", 1), ("beam 4", 4)):
        found = compare(model, beam, given)
        result[name.replace(" ", "")] = found
        report(name, found, most)
    return result | {"ratios": result["beam4"]["ratios"]}


if __name__ == "__main__":
    sys.exit(main())
