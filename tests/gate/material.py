"""Clean pairs made from a few sentences, and the gate run over them as a user would."""

from __future__ import annotations

from pathlib import Path

_TEMPLATES = (
    ("El ayuntamiento compró {n} árboles en mayo.", "La mairie a acheté {n} arbres en mai."),
    ("La obra costó {n} euros y nadie protestó.", "Le chantier a coûté {n} euros et personne n'a protesté."),
    ("El tren {n} salió tarde de la estación.", "Le train {n} est parti en retard de la gare."),
    ("Los vecinos no quieren {n} farolas nuevas.", "Les habitants ne veulent pas de {n} lampadaires neufs."),
    ("En la feria hubo {n} visitantes durante el día.", "La foire a eu {n} visiteurs pendant la journée."),
)


def clean_lines(count: int = 400) -> tuple[list[str], list[str]]:
    """``count`` Spanish lines and their French translations, without a finding."""
    pairs = [_TEMPLATES[n % len(_TEMPLATES)] for n in range(count)]
    numbers = [13 + n for n in range(count)]
    return (
        [own.format(n=n) for (own, _), n in zip(pairs, numbers, strict=True)],
        [other.format(n=n) for (_, other), n in zip(pairs, numbers, strict=True)],
    )


def write_lines(folder: Path, source: list[str], target: list[str]) -> None:
    """``a.es`` and ``a.fr``, line by line."""
    (folder / "a.es").write_text("".join(f"{line}\n" for line in source), "utf-8")
    (folder / "a.fr").write_text("".join(f"{line}\n" for line in target), "utf-8")


def seeded(target: list[str], line: int) -> list[str]:
    """The lines with one number changed in ``line`` (from 1)."""
    number = str(12 + line)
    return [text.replace(number, "977") if n == line else text for n, text in enumerate(target, start=1)]
