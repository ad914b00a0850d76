"""What checks are built with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from copydesk.data import Glossary, Vote
from copydesk.verify.options import VerifyOptions

Classify = Callable[[str, str], Vote]
"""Tells the language of a text that ought to be in another (BCP 47); no language if it never learnt that one.

Given by the layer above, since detect is a room of its own."""


@dataclass(frozen=True, slots=True)
class Context:
    """The options, the terms in force, and a second opinion on languages where there is one."""

    options: VerifyOptions = field(default_factory=VerifyOptions)
    glossary: Glossary = field(default_factory=Glossary)
    classify: Classify | None = None
