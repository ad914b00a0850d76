"""Validation against the schemas of OASIS for the core and the modules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from lxml import etree

from copydesk.formats.xliff_strict.violation import Violation

_FOLDER = Path(__file__).parent / "schemas"
_CORES = {
    "urn:oasis:names:tc:xliff:document:2.0": ("v21", "xliff_core_2.0.xsd"),
    "urn:oasis:names:tc:xliff:document:2.2": ("v22", "xliff_core_2.2.xsd"),
}
_NAMESPACE = re.compile(r'targetNamespace="([^"]+)"')
_ERRATA = (
    "attribute '{http://www.w3.org/2005/11/its}version'",
    "{urn:oasis:names:tc:xliff:document:2.2}meta'",
)
"""Where the schemas refuse what the committee's own test suite calls valid."""


class _Local(etree.Resolver):
    """Finds every schema in our folder; nothing is fetched."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def resolve(self, url: str, public: object, context: object) -> object:  # type: ignore[override]  # as lxml calls
        """The schema of that name."""
        del public
        name = url.rpartition("/")[2]
        place = _FOLDER / name if name == "xml.xsd" else self._folder / name
        return self.resolve_filename(str(place), context)  # type: ignore[attr-defined]  # lxml's own


@cache
def _schema(namespace: str) -> etree.XMLSchema:
    version, core = _CORES[namespace]
    folder = _FOLDER / version
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_Local(folder))
    names = [core, *sorted(path.name for path in folder.glob("*.xsd") if path.name != core)]
    imports = "".join(
        f'<xs:import namespace="{found[1]}" schemaLocation="{name}"/>'
        for name in names
        if (found := _NAMESPACE.search((folder / name).read_text("utf-8")))
    )
    driver = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>'
    return etree.XMLSchema(etree.fromstring(driver.encode(), parser, base_url=str(folder / "driver.xsd")))


def schema_violations(root: etree._Element) -> Iterator[Violation]:
    """What the schemas find in the document."""
    namespace = etree.QName(root).namespace or ""
    if namespace not in _CORES:
        return
    schema = _schema(namespace)
    if schema.validate(root.getroottree()):
        return
    for error in schema.error_log:  # type: ignore[attr-defined]  # its stubs lack it
        if not any(text in error.message for text in _ERRATA):
            message = re.sub(r"\{[^}]*\}", "", error.message)
            yield Violation(error.line, f"schema:{error.type_name.lower()}", message, _REMEDY)


_REMEDY = "Change it to what the schema expects, or export the file again from the program that wrote it"
