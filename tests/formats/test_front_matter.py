"""Front matter: what it says, and other prose in its places."""

from __future__ import annotations

import tomllib

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copydesk.formats.front_matter import read_front_matter

YAML = """---
title: {}
date: 2025-03-14T08:30:00+01:00
tags: [energía, "La Vega"]
cover:
  alt: 'Vista'
resources:
  - title: No
---
Texto
"""
TOML = """+++
title = {}
date = 2025-03-14T08:30:00+01:00
tags = ["energía", "La Vega"]
[cover]
alt = 'Vista'
[[resources]]
title = "No"
+++
Texto
"""


@pytest.mark.parametrize(
    ("template", "written"),
    [
        (YAML, "La Vega enciende"),
        (YAML, '"La Vega: un \\"plan\\""'),
        (YAML, "'La Vega: l''altra'"),
        (YAML, ">-\n  La Vega\n  enciende"),
        (YAML, "|\n  La Vega"),
        (TOML, '"La Vega"'),
        (TOML, "'La Vega'"),
        (TOML, '"""La\nVega"""'),
    ],
)
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(lambda t: t.strip()))
def test_other_prose_changes_one_value_and_nothing_else(template: str, written: str, text: str) -> None:
    source = template.format(written)
    front = read_front_matter(source)
    title = next(field for field in front.fields if field.key == "title")
    line = " ".join(text.split())
    changed = source[: title.span.start] + title.written(line) + source[title.span.end :]
    again = read_front_matter(changed)
    load = tomllib.loads if template is TOML else lambda t: yaml.load(t, Loader=yaml.BaseLoader)
    values = load(changed[4 : again.end - 4])
    assert " ".join(values.pop("title").split()) == line
    expected = dict(front.values)
    expected.pop("title")
    assert values == expected


@pytest.mark.parametrize("template", [YAML, TOML])
def test_strings_in_lists_are_no_fields(template: str) -> None:
    fields = read_front_matter(template.format('"T"')).fields
    assert [(f.key, f.text) for f in fields if f.is_prose] == [("title", "T"), ("alt", "Vista")]


@pytest.mark.parametrize("front", ["---\ntitle: [x\n---\nA", "+++\ntitle = x y\n+++\nA"])
def test_what_cannot_be_read_says_what_its_lines_say(front: str) -> None:
    found = read_front_matter(front)
    assert found.values["title"]
    assert not found.fields
    assert front[found.end :] == "A"
