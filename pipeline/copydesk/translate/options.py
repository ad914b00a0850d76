"""What can be set about translating."""

from __future__ import annotations

import warnings
from typing import Any, Literal

from pydantic import Field, model_validator

from copydesk.stage import Options
from copydesk.translate.http.options import EFFORT, SPENDING, ChatOptions, HttpOptions


class TranslateOptions(Options):
    """The ``[translate]`` table of a configuration.

    ``engine`` is a registry name, or "auto": the best installed engine for each pair (see docs/engines.md).
    ``pivot`` names the language (or languages, "es,ca") that the pivot goes through; None lets it choose.
    ``protect_names`` keeps personal names and acronyms that no dictionary should touch; ``lexicon`` looks
    up words the engine left; ``post_edit`` applies the rules that were written
    against the habits of the engine in use; ``house_numbers`` prints numbers as the press of the target
    language does. ``processes`` is the number of parallel pipelines per pair (0:
    one for Apertium, one a core for "firefox"), ``deadline`` the seconds that 256 segments may take,
    ``memory`` the MiB that a supervised engine's process may hold. ``http`` is about engines on servers,
    ``chat`` about language models among them.

    ``retry`` asks again, in other ways, for a segment whose translation breaks a check: ``alternatives``
    is how many answers to decode, ``others`` the engines to ask besides (None: Apertium's direct pair
    where the engine is "auto", else none). ``unproved`` says what becomes of a segment that no way could
    settle: "flag" publishes the best try with its findings, "hold" the source text in its place.
    """

    engine: str = "auto"
    pivot: str | None = None
    protect_names: bool = True
    lexicon: bool = True
    post_edit: bool = True
    house_numbers: bool = True
    processes: int = Field(default=0, ge=0, le=64)
    deadline: float = Field(default=120.0, gt=0)
    memory: int = Field(default=4096, ge=64)
    model: str | None = None
    beam: int = Field(default=4, ge=1, le=64)
    workers: int = Field(default=0, ge=0, le=256)
    retry: bool = True
    alternatives: int = Field(default=4, ge=1, le=32)
    others: tuple[str, ...] | None = None
    unproved: Literal["flag", "hold"] = "flag"
    http: HttpOptions = HttpOptions()
    chat: ChatOptions = ChatOptions()

    @model_validator(mode="before")
    @classmethod
    def _known_by_its_old_name(cls, values: Any) -> Any:
        """``retry`` was ``ladder`` before; the old name holds for one version more."""
        if not isinstance(values, dict) or "ladder" not in values:
            return values
        warnings.warn("translate.ladder is translate.retry now", FutureWarning, stacklevel=2)
        return {"retry": values["ladder"]} | {key: v for key, v in values.items() if key != "ladder"}

    def without_effort(self) -> TranslateOptions:
        """The same with the defaults of all that says how hard an engine works, not what it says."""
        plain = TranslateOptions()
        http, chat = (
            own.model_copy(update={name: getattr(other, name) for name in names})
            for own, other, names in (
                (self.http, plain.http, EFFORT),
                (self.chat, plain.chat, SPENDING),
            )
        )
        effort = {name: getattr(plain, name) for name in ("processes", "deadline", "memory")}
        return self.model_copy(update=effort | {"http": http, "chat": chat})

    @property
    def via(self) -> tuple[str, ...] | None:
        """The languages of ``pivot`` in order; None where it is to be chosen."""
        return tuple(part.strip() for part in self.pivot.split(",")) if self.pivot else None
