import json

from copydesk.data import Link
from copydesk.formats.links import links_json, links_tsv

LINKS = (Link(("b0.0",), ("b0.0", "b0.1"), 0.91234), Link((), ("b1.0",), 1.0))
SOURCE = {"b0.0": "Una presa\ty un río."}
TARGET = {"b0.0": "Un barrage.", "b0.1": "Une rivière.", "b1.0": "Fin."}


def test_tsv_keeps_one_link_a_line_whatever_the_texts_hold() -> None:
    lines = links_tsv(LINKS, SOURCE, TARGET).splitlines()
    assert lines[1].split("\t") == [
        "b0.0", "b0.0 b0.1", "1-2", "0.9123", "Una presa y un río.", "Un barrage. Une rivière.",
    ]  # fmt: skip
    assert lines[2].split("\t")[:4] == ["", "b1.0", "0-1", "1.0000"]


def test_json_holds_ids_and_texts_of_every_segment() -> None:
    rows = json.loads(links_json(LINKS, SOURCE, TARGET))["links"]
    assert rows[0]["target_text"] == ["Un barrage.", "Une rivière."]
    assert rows[0]["source_text"] == ["Una presa\ty un río."]
    assert rows[1]["kind"] == "0-1"
