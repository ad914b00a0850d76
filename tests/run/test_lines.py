"""Lines without an article: the checks and the retries of a run."""

from collections.abc import Sequence

from copydesk.config.settings import Settings
from copydesk.data import Candidate, Glossary, Pair, Request
from copydesk.errors import EngineError
from copydesk.run.acceptance import AcceptanceCheck
from copydesk.run.lines import translate_lines
from copydesk.translate.base import Capabilities
from copydesk.translate.options import TranslateOptions
from copydesk.translate.translator import Translator

PAIR = Pair("es", "fr")


class Engine:
    """Says what a table says; breaks on what it does not know."""

    capabilities = Capabilities(protections=True)

    def __init__(self, name: str, table: dict[str, str]) -> None:
        self.name, self._table = name, table

    def pairs(self) -> tuple[Pair, ...]:
        return (PAIR,)

    def fingerprint(self, pair: Pair) -> str:
        return f"{self.name}:{pair}"

    def translate(self, batch: Sequence[Request]) -> list[Candidate]:
        if any(one.text not in self._table for one in batch):
            raise EngineError(f"{self.name} does not know it")
        return [Candidate(self._table[one.text]) for one in batch]

    def close(self) -> None:
        pass


def test_a_lost_number_goes_to_the_next_engine_and_a_broken_line_costs_no_other() -> None:
    options = TranslateOptions(protect_names=False, lexicon=False, post_edit=False)
    first = Engine("first", {"Llegan 3 barcos.": "Des bateaux arrivent.", "El puerto.": "Le port."})
    second = Engine("second", {"Llegan 3 barcos.": "3 bateaux arrivent."})
    desk = Translator(first, options, (Translator(second, options),))
    asked = [Request(text, PAIR) for text in ("Llegan 3 barcos.", "El puerto.", "Nadie lo sabe.")]
    judge = AcceptanceCheck(Settings().verify, Glossary())
    answers = translate_lines(asked, translator=desk, acceptance=judge, batch=8)
    said = {request.text: candidate.text for request, candidate in answers.candidates.items()}
    assert said == {"Llegan 3 barcos.": "3 bateaux arrivent.", "El puerto.": "Le port."}
    assert {request.text for request in answers.refused} == {"Nadie lo sabe."}
