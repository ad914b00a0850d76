"""What sends a translation back: the checks whose errors asking again may settle."""

from __future__ import annotations

from functools import cached_property

from copydesk.data import Bitext, Candidate, Finding, Glossary, Request, Severity
from copydesk.numbers import compare
from copydesk.stage import content_key
from copydesk.translate.degenerate_output import degenerate
from copydesk.verify.context import Context
from copydesk.verify.members import Loaded, load_checks
from copydesk.verify.options import VerifyOptions

RULES = frozenset({"contacts", "glossary", "kept-terms", "numbers", "wrong-language"})


class AcceptanceCheck:
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
        if degenerate(request.text, candidate.text):
            return ("unsound",)
        broken = {finding.rule for finding in self._findings(request, candidate)}
        if any(protection.text not in candidate.text for protection in request.protections):
            broken.add("protected")
        return tuple(sorted(broken))

    def explain(self, request: Request, candidate: Candidate) -> tuple[str, ...]:
        """What is wrong with ``candidate``, one sentence each, in words that its author understands."""
        if why := degenerate(request.text, candidate.text):
            return (why,)
        said = [_in_words(f, request.text, candidate.text) for f in self._findings(request, candidate)]
        lost = (p.text for p in request.protections if p.text not in candidate.text)
        return (*said, *(f"{text!r} is missing and must stand there exactly so" for text in lost))

    def _findings(self, request: Request, candidate: Candidate) -> list[Finding]:
        """The errors that the checks find."""
        pair = request.pair
        bitext = Bitext(
            request.text,
            candidate.text,
            pair,
            unknown=candidate.unknown,
            ledger=compare(request.text, candidate.text, pair.source, pair.target),
        )
        return [
            finding
            for check in self.checks
            for finding in check.find(bitext)
            if finding.severity is Severity.ERROR
        ]


def _in_words(finding: Finding, source: str, target: str) -> str:
    """The message of ``finding``; of a number what became of it ("979 became 1,979")."""
    ours = ", ".join(span.of(source) for span in finding.source)
    theirs = ", ".join(span.of(target) for span in finding.target)
    if finding.rule != "numbers" or not (ours or theirs):
        return finding.message
    if ours and theirs:
        return f"{ours} became {theirs}"
    return f"{ours} is missing" if ours else f"{theirs} does not stand in the text"
