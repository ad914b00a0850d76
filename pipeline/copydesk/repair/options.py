"""What the repair stage may be told."""

from __future__ import annotations

from typing import Literal

from copydesk.stage import Options


class RepairOptions(Options):
    """Options of the repair stage.

    ``accept`` is the least certainty an edit needs to be applied: "certain" (proved by the source) or
    "likely" (a quotable place of the same article says it). What is not applied is flagged.
    """

    accept: Literal["certain", "likely"] = "certain"
