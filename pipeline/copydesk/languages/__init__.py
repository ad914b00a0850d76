"""Facts about languages: a folder of data per language, a page per concern; no language ifs elsewhere."""

from copydesk.languages.facts import CHECKED, KNOWN, Facts, facts

__all__ = ["CHECKED", "KNOWN", "Facts", "facts"]
