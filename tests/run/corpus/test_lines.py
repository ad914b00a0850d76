"""Blocks of lines: damaged records are repaired in place, all other bytes stay."""

from __future__ import annotations

import json

import pytest

from copydesk.errors import InputError
from copydesk.run.corpus.lines import Block, Columns, Done, columns_of, mend_block
from copydesk.run.corpus.shape import Layout, Shape

SPANISH = "La obra costará 45 millones de euros."
BROKEN = "Les travaux coûteront XNUMX millions d'euros."
SOUND = "Les travaux coûteront 45 millions d'euros."
PAIRS = Shape("fr", "es", language="fr", source_language="es")


def _mended(data: str | bytes, layout: Layout, shape: Shape, columns: Columns | None = None) -> Done:
    raw = data if isinstance(data, bytes) else data.encode()
    return mend_block(Block(raw, 1, layout, shape, columns))


def test_a_text_line_without_source_stays_and_is_counted() -> None:
    done = _mended(f"Rien.\n{BROKEN}\r\n", Layout.TEXT, Shape(language="fr"))
    assert done.data is None
    assert done.tally.counts["xnumx", "fr"] == (1, 0)
    assert [found.record.number for found in done.mended] == [2]


def test_a_json_value_is_changed_in_place() -> None:
    line = json.dumps({"id": 7, "es": SPANISH, "fr": BROKEN, "x": {"y": [1.50]}}, ensure_ascii=False)
    done = _mended(f'{{"fr":  "rien"}}\n{line}\n', Layout.JSONL, PAIRS)
    assert done.data is not None
    assert done.data.decode() == f'{{"fr":  "rien"}}\n{line.replace(BROKEN, SOUND)}\n'
    assert done.tally.changed == 1


def test_escapes_of_json_stay_escapes() -> None:
    line = json.dumps({"fr": f"« {BROKEN} »", "es": f"«{SPANISH}»"})
    done = _mended(line, Layout.JSONL, PAIRS)
    assert done.data is not None
    assert json.loads(done.data)["fr"] == f"« {SOUND} »"
    assert done.data.isascii()


def test_a_value_that_stands_twice_is_still_found() -> None:
    line = json.dumps({"old": {"fr": BROKEN}, "fr": BROKEN, "es": SPANISH})
    done = _mended(line, Layout.JSONL, PAIRS)
    assert done.data is not None
    assert json.loads(done.data) == {"old": {"fr": BROKEN}, "fr": SOUND, "es": SPANISH}


def test_tsv_columns_are_taken_by_number() -> None:
    row = f"1\t{SPANISH}\t{BROKEN}\tfin\r\n"
    done = _mended(row, Layout.TSV, PAIRS, Columns(text=2, source=1))
    assert done.data == row.replace(BROKEN, SOUND).encode()


def test_the_language_of_a_record_counts() -> None:
    shape = Shape("fr", language_field="lang", language="und")
    done = _mended(json.dumps({"fr": BROKEN, "lang": "fr"}), Layout.JSONL, shape)
    assert list(done.tally.counts) == [("xnumx", "fr")]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"fr": "XNUMX', "not JSON"),
        (b'["XNUMX"]', "not a JSON object"),
        (b'{"text": "XNUMX"}', "no text in the field 'fr'"),
        (b'{"fr": "XNUMX \xff"}', "not UTF-8"),
    ],
)
def test_a_bad_line_is_named_and_costs_nothing_else(line: bytes, reason: str) -> None:
    good = json.dumps({"fr": BROKEN, "es": SPANISH}).encode()
    done = _mended(b"\n".join([line, good, b""]), Layout.JSONL, PAIRS)
    assert [(trouble.record, reason in trouble.reason) for trouble in done.troubles] == [(1, True)]
    assert done.data is not None
    assert done.data.startswith(line + b"\n")
    assert done.tally.changed == 1


def test_a_row_that_is_too_short_is_named() -> None:
    done = _mended("XNUMX\n", Layout.TSV, PAIRS, Columns(text=2))
    assert done.troubles[0].reason == "has 1 columns, not 3"


def test_columns_are_found_by_name_in_the_first_line() -> None:
    assert columns_of("id\tes\tfr\r\n", PAIRS, "a.tsv") == (Columns(2, 1), True)
    assert columns_of("1\ta\tb\n", Shape("2"), "a.tsv") == (Columns(1), False)
    with pytest.raises(InputError, match="has no column 'fr'"):
        columns_of("a\tb\n", PAIRS, "a.tsv")
