import pytest

from copydesk.errors import PluginError
from copydesk.plugins import Registry

REGISTRY = Registry("checks", {"json": "json:loads", "broken": "no_such_module:x"}, {"broken": "ml"})


def test_a_builtin_member_is_imported_when_asked_for() -> None:
    assert REGISTRY.load("json")("[1]") == [1]


def test_an_unknown_name_is_refused_with_the_nearest_one() -> None:
    with pytest.raises(PluginError, match="Did you mean json"):
        REGISTRY.load("jsom")


def test_a_missing_package_names_its_extra() -> None:
    with pytest.raises(PluginError, match=r"copydesk\[ml\]"):
        REGISTRY.load("broken")
