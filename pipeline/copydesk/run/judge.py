"""What sends a translation back: the checks whose errors asking again may settle."""

from __future__ import annotations

from functools import cached_property

from copydesk.data import Bitext, Candidate, Glossary, Request, Severity
from copydesk.numbers import compare
from copydesk.stage import content_key
from copydesk.translate.sound import unsound
from copydesk.verify.context import Context
from copydesk.verify.members import Loaded, load_checks
from copydesk.verify.options import VerifyOptions

RULES = frozenset({"contacts", "glossary", "kept-terms", "numbers", "wrong-language"})


class Judge:
    """Says which rules an answer breaks: numbers, protected spans and terms, language, and sound sense.

    Only findings that count as errors under the options in force do; a check that is off says nothing.
    """

    def __init__(self, options: VerifyOptions, glossary: Glossary) -> None:
        self._options = options
        self._glossary = glossary

    @cached_property
    def checks(self) -> tuple[Loaded, ...]:
        """The checks among :data:`RULES` that are in force."""
        context = Context(self._options, self._glossary)
        return tuple(check for check in load_checks(context) if check.card.id in RULES)

    @cached_property
    def signature(self) -> str:
        """Changes with every option or term that may change a verdict."""
        return content_key(self._options.model_dump(mode="json"), self._glossary.sha256)[:12]

    def __call__(self, request: Request, candidate: Candidate) -> tuple[str, ...]:
        """The ids of the broken rules, sorted; "protected" for a protected span whose text is missing."""
        if unsound(request.text, candidate.text):
            return ("unsound",)
        pair = request.pair
        bitext = Bitext(
            request.text,
            candidate.text,
            pair,
            unknown=candidate.unknown,
            ledger=compare(request.text, candidate.text, pair.source, pair.target),
        )
        broken = {
            finding.rule
            for check in self.checks
            for finding in check.find(bitext)
            if finding.severity is Severity.ERROR
        }
        if any(protection.text not in candidate.text for protection in request.protections):
            broken.add("protected")
        return tuple(sorted(broken))
