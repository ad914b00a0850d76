"""A small Marian, trained in seconds on a toy language pair: real SentencePiece, safetensors, attention.

The pair is a grammar of a few words, Spanish in look, French in look; adjectives change places with their
nouns, so that a translation is more than a word list. Its attention is taught where each word comes from, as
Marian's guided alignment does. ``python tests/toy_marian.py FOLDER`` makes one.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path
from typing import Any

import sentencepiece
import torch
from transformers import MarianConfig, MarianMTModel

VERSION = "1"
STEPS = 260
GUIDANCE = 0.3
POSITIONS = 96
NOUNS = {
    "casa": "maison", "perro": "chien", "gato": "chat", "libro": "livre", "calle": "rue", "puente": "pont",
    "tren": "train", "plaza": "place", "mesa": "table", "barco": "bateau",
}  # fmt: skip
ADJECTIVES = {"rojo": "rouge", "grande": "grand", "nuevo": "neuf", "viejo": "vieux", "blanco": "blanc"}
VERBS = {"ve": "voit", "busca": "cherche", "abre": "ouvre", "cierra": "ferme", "pinta": "peint"}

Sentence = tuple[str, str]


def phrase(dice: random.Random) -> Sentence:
    """A noun with its article, sometimes with an adjective, which moves."""
    noun, other = dice.choice(list(NOUNS.items()))
    if dice.random() < 0.5:
        adjective, its = dice.choice(list(ADJECTIVES.items()))
        return f"el {noun} {adjective}", f"le {its} {other}"
    return f"el {noun}", f"le {other}"


def sentence(dice: random.Random) -> Sentence:
    """One or two clauses; sometimes only a piece of a sentence."""
    clauses = []
    for _ in range(1 + (dice.random() < 0.4)):
        (a, x), (b, y) = phrase(dice), phrase(dice)
        verb, its = dice.choice(list(VERBS.items()))
        clauses.append((f"{a} {verb} {b}", f"{x} {its} {y}"))
    source, target = ", y ".join(c[0] for c in clauses), ", et ".join(c[1] for c in clauses)
    start, end = dice.random(), dice.random()
    if start < 0.1:
        source, target = f"y {source}", f"et {target}"
    elif start < 0.85:
        source, target = source[0].upper() + source[1:], target[0].upper() + target[1:]
    mark = "," if end < 0.15 else ";" if end < 0.2 else "" if end < 0.25 else "."
    return source + mark, target + mark


def pairs(count: int, seed: int) -> list[Sentence]:
    """``count`` sentences and their translations."""
    dice = random.Random(seed)
    return [sentence(dice) for _ in range(count)]


def origins(source: str) -> list[int]:
    """For each word of the translation of ``source``, the source word that it comes from."""
    words = [word.strip(".,;").lower() for word in source.split()]
    places = list(range(len(words)))
    for n in range(1, len(words)):
        if words[n] in ADJECTIVES and words[n - 1] in NOUNS:
            places[n - 1], places[n] = n, n - 1
    return places


def train(folder: Path) -> None:
    """Write a trained model into ``folder``, as the hub would have it."""
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(1)
    data = pairs(2000, seed=1)
    sides = [
        _sentencepiece([p[n] for p in data], folder / name) for n, name in enumerate(("source", "target"))
    ]
    vocabulary = {"</s>": 0, "<unk>": 1}
    for side in sides:
        for number in range(side.get_piece_size()):
            if not (side.is_control(number) or side.is_unknown(number)):
                vocabulary.setdefault(side.id_to_piece(number), len(vocabulary))
    vocabulary["<pad>"] = len(vocabulary)
    model = MarianMTModel(_config(len(vocabulary)))
    cut = [[side.encode(text, out_type=str) for side, text in zip(sides, p, strict=True)] for p in data]
    rows = [tuple([vocabulary.get(t, 1) for t in pieces] + [0] for pieces in p) for p in cut]
    guides = [_guide(p[0], p[1], origins(source)) for p, (source, _) in zip(cut, data, strict=True)]
    _learn(model, rows, guides, pad=vocabulary["<pad>"])
    model.save_pretrained(folder)
    (folder / "vocab.json").write_text(json.dumps(vocabulary, ensure_ascii=False), encoding="utf-8")
    about = {"tokenizer_class": "MarianTokenizer", "source_lang": "spa", "target_lang": "fra"}
    (folder / "tokenizer_config.json").write_text(json.dumps(about), encoding="utf-8")


def _guide(source: list[str], target: list[str], words: list[int]) -> list[tuple[int, int]]:
    """Which piece of the target comes from which of the source, by the words that they are of."""
    ours, theirs = (
        [sum(piece.startswith("▁") for piece in side[: n + 1]) - 1 for n in range(len(side))]
        for side in (source, target)
    )
    wordy = [any(c.isalpha() for c in piece) or piece == "▁" for piece in source]
    return [
        (t, s)
        for t, word in enumerate(theirs)
        if any(c.isalpha() for c in target[t]) or target[t] == "▁"
        for s, other in enumerate(ours)
        if wordy[s] and words[word] == other
    ]


def _sentencepiece(lines: list[str], stem: Path) -> Any:
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(lines), model_prefix=str(stem), vocab_size=140, hard_vocab_limit=False,
        character_coverage=1.0, minloglevel=2, num_threads=1, add_dummy_prefix=True,
    )  # fmt: skip
    stem.with_suffix(".vocab").unlink()
    path = stem.with_suffix(".model").rename(stem.with_suffix(".spm"))
    return sentencepiece.SentencePieceProcessor(model_file=str(path))


def _config(words: int) -> MarianConfig:
    return MarianConfig(
        vocab_size=words, d_model=64, init_std=0.08, encoder_layers=1, decoder_layers=1,
        encoder_attention_heads=4, decoder_attention_heads=4, encoder_ffn_dim=128, decoder_ffn_dim=128,
        max_position_embeddings=POSITIONS, pad_token_id=words - 1, decoder_start_token_id=words - 1,
        eos_token_id=0, forced_eos_token_id=None, scale_embedding=True, dropout=0.0,
        activation_function="swish", static_position_embeddings=True, attn_implementation="eager",
    )  # fmt: skip


def _learn(
    model: Any, rows: list[tuple[list[int], ...]], guides: list[list[tuple[int, int]]], *, pad: int
) -> None:
    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # the matrices are small; threads would only wait for each other
    dice = random.Random(2)
    optimizer = torch.optim.Adam(model.parameters())
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=7e-3, total_steps=STEPS)
    model.train()
    for _ in range(STEPS):
        batch = dice.sample(range(len(rows)), 64)
        source, target = (_padded([rows[k][n] for k in batch], fill) for n, fill in ((0, pad), (1, -100)))
        out = model(
            input_ids=source,
            attention_mask=(source != pad).long(),
            labels=target,
            output_attentions=True,
        )
        gold = torch.zeros(len(batch), target.shape[1], source.shape[1])
        for row, k in enumerate(batch):
            for t, s in guides[k]:
                gold[row, t, s] = 1.0
        drawn = (out.cross_attentions[-1].mean(dim=1) * gold).sum(dim=-1)
        loss = out.loss - GUIDANCE * drawn[gold.sum(dim=-1) > 0].clamp(min=1e-6).log().mean()
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
    model.eval()
    torch.set_num_threads(threads)


def _padded(rows: list[list[int]], fill: int) -> Any:
    width = max(map(len, rows))
    return torch.tensor([row + [fill] * (width - len(row)) for row in rows])


if __name__ == "__main__":
    train(Path(sys.argv[1]))
