"""What tests of translations assert."""

from __future__ import annotations

from copydesk.data import Bitext, Finding, Glossary, Pair, Severity, Span, Term
from copydesk.verify import VerifyOptions, check_pair, load_checks
from copydesk.verify.context import Context


class Assertion:
    """Runs the checks over single pairs; what pytest's fixture ``copydesk`` gives."""

    def check(
        self,
        source: str,
        target: str,
        *,
        source_language: str,
        target_language: str,
        terms: tuple[tuple[str, str], ...] = (),
        off: tuple[str, ...] = (),
    ) -> tuple[Finding, ...]:
        """All findings about the pair, by rule.

        Args:
            source: the source text, in ``source_language`` (BCP 47).
            target: its translation, in ``target_language`` (BCP 47).
            source_language: of the source.
            target_language: of the target.
            terms: source and target terms that must be kept to.
            off: rules to leave out.
        """
        glossary = Glossary(tuple(Term(own, other) for own, other in terms))
        options = VerifyOptions.model_validate({"severity": dict.fromkeys(off, "off")})
        checks = load_checks(Context(options, glossary))
        return check_pair(Bitext(source, target, Pair(source_language, target_language)), checks)

    def assert_translation(
        self,
        source: str,
        target: str,
        *,
        source_language: str,
        target_language: str,
        fail_on: str = "warning",
        terms: tuple[tuple[str, str], ...] = (),
        off: tuple[str, ...] = (),
    ) -> None:
        """Fail the test, with both texts and marks under the words, on findings from ``fail_on`` on.

        Raises:
            AssertionError: there is such a finding.
        """
        found = self.check(
            source,
            target,
            source_language=source_language,
            target_language=target_language,
            terms=terms,
            off=off,
        )
        bad = [finding for finding in found if finding.severity.rank >= Severity(fail_on).rank]
        if bad:
            raise AssertionError("\n".join(_told(finding, source, target) for finding in bad))


def _told(finding: Finding, source: str, target: str) -> str:
    rows = [f"{finding.severity.value}: {finding.rule}: {finding.message}"]
    for name, text, spans in (("source", source, finding.source), ("target", target, finding.target)):
        rows += [f"  {name}  {text}", *([f"          {_marks(text, spans)}"] if spans else [])]
    if finding.fix is not None:
        fix = finding.fix
        rows.append(f"  fix     {target[: fix.span.start]}{fix.after}{target[fix.span.end :]}")
    return "\n".join(rows)


def _marks(text: str, spans: tuple[Span, ...]) -> str:
    marks = [" "] * len(text)
    for span in spans:
        marks[span.start : span.end] = "^" * len(span)
    return "".join(marks).rstrip()
