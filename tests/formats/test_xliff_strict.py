"""The constraints of XLIFF 2, each with a file that keeps it and one that does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.formats.xliff_strict import violations
from copydesk.gate.inputs import Inputs
from copydesk.gate.located import Gap


def _document(unit: str, *, version: str = "2.0") -> bytes:
    space = "2.2" if version == "2.2" else "2.0"
    return (
        f'<xliff xmlns="urn:oasis:names:tc:xliff:document:{space}" version="{version}"'
        ' srcLang="en" trgLang="fr"'
        ' xmlns:my="urn:own" xmlns:val="urn:oasis:names:tc:xliff:validation:2.0"'
        ' xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0">'
        f'<file id="f1"><unit id="u1">{unit}</unit></file></xliff>'
    ).encode()


def _source(content: str, target: str | None = None) -> str:
    end = f"<target>{target}</target>" if target is not None else ""
    return f"<segment><source>{content}</source>{end}</segment>"


FIXED = 'canCopy="no" canDelete="no"'
COMMENT = '<mrk id="m1" type="comment" ref="#n=n1">a</mrk>'
TERM = "<gls:term>a</gls:term>"
GOOD = [
    _source("Text.", "Texte."),
    _source('<sc id="1"/>a<ec startRef="1"/>'),
    f'<notes><note id="n1">x</note></notes>{_source(COMMENT)}',
    '<originalData><data id="d1">x</data></originalData>' + _source('<ph id="1" dataRef="d1"/>'),
    _source(f'<ph id="1" canReorder="firstNo" {FIXED}/><ph id="2" canReorder="no" {FIXED}/>'),
    _source('<cp hex="0001"/>'),
    f"<gls:glossary><gls:glossEntry>{TERM}<gls:definition>b</gls:definition></gls:glossEntry></gls:glossary>"
    + _source("a"),
    '<val:validation><val:rule isPresent="a"/></val:validation>' + _source("a"),
]
BAD = [
    ("part-id", '<segment id="a"><source>x</source></segment><segment id="a"><source>y</source></segment>'),
    ("isolated", _source('<sc id="1"/>a')),
    ("end-code", _source('<ec startRef="1"/>a<sc id="1"/>')),
    ("comment", _source(COMMENT)),
    ("data-ref", _source('<ph id="1" dataRef="d1"/>')),
    ("can-reorder", _source(f'<ph id="1"/><ph id="2" canReorder="no" {FIXED}/>')),
    ("can-delete", _source('<ph id="1" canDelete="no"/>a', "b")),
    ("copy-of", _source('<ph id="1" copyOf="9"/>')),
    ("character", _source('<cp hex="0041"/>')),
    ("fragment", _source('<mrk id="m1" type="my:t" ref="#u=u1/f=f1/n=n1">a</mrk>')),
    ("xml-lang", '<segment><source xml:lang="de">a</source></segment>'),
    ("sub-type", _source('<ph id="1" subType="xlf:lb"/>')),
    ("order", '<segment><source>a</source><target order="2">b</target></segment>'),
    ("marker", _source('<sm id="1" type="my:t"/>a')),
    ("extension-attribute", _source('<pc id="1" my:a="b">a</pc>')),
    ("sub-flows", _source('<ph id="1" subFlows="u9"/>')),
    ("unit-segment", "<ignorable><source> </source></ignorable>"),
    ("glossary", f"<gls:glossary><gls:glossEntry>{TERM}</gls:glossEntry></gls:glossary>" + _source("a")),
    ("validation", "<val:validation><val:rule/></val:validation>" + _source("a")),
    ("module-element", "<val:wrong/>" + _source("a")),
    ("schema:schemav_element_content", "<segment><target>b</target></segment>"),
]


@pytest.mark.parametrize("version", ["2.0", "2.1", "2.2"])
@pytest.mark.parametrize("unit", GOOD)
def test_what_the_specification_allows_is_no_violation(unit: str, version: str) -> None:
    assert violations(_document(unit, version=version)) == ()


@pytest.mark.parametrize("version", ["2.0", "2.2"])
@pytest.mark.parametrize(("rule", "unit"), BAD)
def test_what_it_forbids_is_refused_with_place_rule_and_remedy(
    tmp_path: Path, rule: str, unit: str, version: str
) -> None:
    path = tmp_path / "a.xlf"
    path.write_bytes(_document(unit, version=version))
    gaps = [item for item in Inputs((path,), strict=True).pairs() if isinstance(item, Gap) and item.rule]
    assert f"xliff:{rule}" in {gap.rule for gap in gaps}
    assert all(gap.place.line == 1 and gap.error.remedy for gap in gaps)
    assert not [item for item in Inputs((path,)).pairs() if isinstance(item, Gap) and item.rule]


def test_a_missing_target_is_no_violation_and_xliff_1_2_has_none() -> None:
    assert violations(_document(_source("a"))) == ()
    twelve = b'<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"/>'
    assert violations(twelve) == ()
