from pathlib import PurePath

import pytest

from copydesk.gate.named import named_language, named_pair, without_language


@pytest.mark.parametrize(
    ("name", "language", "rest"),
    [
        ("news.es", "es", "news"),
        ("news.es.txt", "es", "news.txt"),
        ("es/news.txt", "es", "*/news.txt"),
        ("res/pt-BR/news/a.json", "pt-BR", "res/*/news/a.json"),
        ("app_pt_BR.arb", "pt-BR", "app.arb"),
        ("zh-Hant.json", "zh-Hant", ".json"),
        ("de.po", "de", ".po"),
        ("story.txt", None, "story.txt"),
        ("and/so.txt", None, "and/so.txt"),
    ],
)
def test_names_tell_a_language(name: str, language: str | None, rest: str) -> None:
    assert named_language(PurePath(name)) == language
    assert language is None or without_language(PurePath(name)) == rest


@pytest.mark.parametrize(
    ("name", "pair"),
    [
        ("news.es-fr.tsv", "es-fr"),
        ("news.en-pt-BR.tsv", "en-pt-BR"),
        ("news.zh-Hant-pt-BR.csv", "zh-Hant-pt-BR"),
        ("es-fr/news.tsv", "es-fr"),
        ("news.tsv", None),
        ("well-known.tsv", None),
    ],
)
def test_names_tell_a_pair(name: str, pair: str | None) -> None:
    found = named_pair(PurePath(name))
    assert (str(found) if found else None) == pair
