"""What the desk does to an answer before it reads it."""

from __future__ import annotations

from dataclasses import replace

from copydesk.data import Candidate, Request
from copydesk.translate.base import Capabilities
from copydesk.translate.markup.guess import guessed
from copydesk.translate.markup.keep import kept
from copydesk.translate.markup.place import place


def restore_markup(candidate: Candidate, request: Request, can: Capabilities) -> Candidate:
    """``candidate`` with the request's marks and protected spans, as far as the engine did not see to them.

    Each mark of the request is there once, with its attributes, and all are well nested.
    """
    if not can.protections and not candidate.kept:
        candidate = kept(candidate, request)
    if not can.inlines and request.inlines:
        alignment = candidate.alignment or guessed(request.text, candidate.text)
        candidate = replace(candidate, inlines=place(request, candidate.text, alignment))
    return candidate if candidate.alignment is None else replace(candidate, alignment=None)
