"""Front matter: what it says, and other prose in its places."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from typing import Any

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
JSON = (
    """{
  "title": %s,
  "date": "2025-03-14T08:30:00+01:00", "weight": 1.50,
  "tags": ["energ\\u00eda", {"title": "No"}],
  "cover": { "alt": "Vista", "n": {"x": []} }
}
Texto
""".replace("{", "{{")
    .replace("}", "}}")
    .replace("%s", "{}")
)
LOADERS: dict[str, Callable[[str], Any]] = {
    YAML: lambda text: yaml.load(text, Loader=yaml.BaseLoader),
    TOML: tomllib.loads,
    JSON: json.loads,
}


@pytest.mark.parametrize(
    ("template", "written"),
    [
        (YAML, "La Vega enciende"),
        (YAML, '"La Vega: un \\"plan\\""'),
        (YAML, "'La Vega: l''altra'"),
        (YAML, ">-\n  La Vega\n  enciende"),
        (YAML, "|\n  La Vega"),
        (YAML, "&x !!str La Vega"),
        (YAML, "&x >-\n  La Vega\n  enciende"),
        (TOML, '"La Vega"'),
        (TOML, "'La Vega'"),
        (TOML, '"""La\nVega"""'),
        (TOML, "'''\nLa\nVega'''"),
        (JSON, '"La Vega"'),
        (JSON, '"La \\"Vega\\" {[:,]} \\u00e9"'),
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
    fence = 0 if template is JSON else 4
    values = LOADERS[template](changed[fence : again.end - fence])
    assert " ".join(values.pop("title").split()) == line
    expected = dict(front.values)
    expected.pop("title")
    assert values == expected


@pytest.mark.parametrize("template", [YAML, TOML, JSON])
def test_strings_in_lists_are_no_fields(template: str) -> None:
    fields = read_front_matter(template.format('"T"')).fields
    assert [(f.key, f.text) for f in fields if f.is_prose] == [("title", "T"), ("alt", "Vista")]


@pytest.mark.parametrize("front", ["---\ntitle: [x\n---\nA", "+++\ntitle = x y\n+++\nA"])
def test_what_cannot_be_read_says_what_its_lines_say(front: str) -> None:
    found = read_front_matter(front)
    assert found.values["title"]
    assert not found.fields
    assert front[found.end :] == "A"


@pytest.mark.parametrize(
    "text",
    [
        '{{< figure src="x" >}}\nTexto',
        "{% include x %}\nTexto",
        "{{ page.title }}\nTexto",
        "{ Texto }\nTexto",
        "{}\nTexto",
        '{"title": "x"',
        '{"title": "x"} texto',
    ],
)
def test_what_begins_like_json_and_is_none_is_text(text: str) -> None:
    assert read_front_matter(text).end == 0


def test_yaml_may_end_in_three_dots() -> None:
    text = "---\ntitle: Uno\n...\nTexto"
    front = read_front_matter(text)
    assert (front.values["title"], text[front.end :]) == ("Uno", "Texto")
