"""The error family. Callers catch at the height they want.

    CopydeskError
    ├── ConfigError      exit 2   what was asked for cannot be understood
    ├── InputError       exit 4   one article cannot be read; the others go on
    ├── PluginError      exit 2   a named reader, engine, check ... does not exist or lacks its extra
    ├── EngineError      exit 3   an engine is missing, broke, or answered wrongly
    │   ├── PairMissingError  exit 3  no installed engine translates this pair
    │   └── EngineGoneError   exit 3  the engine as a whole does not work; asking again is no use
    ├── StoreError       exit 3   the store is busy, full, read-only, too new or damaged
    └── PublishError     exit 3   an edition could not be rendered or written

Exit codes of every command: 0 good, 1 findings or gate, 2 usage or configuration, 3 engine or internal
error, 4 partial (some articles failed; each is named).
"""

from __future__ import annotations


class CopydeskError(Exception):
    """Something the user can read and act on.

    Args:
        message: what went wrong and where (file, place), in one sentence without a final full stop.
        remedy: what to do next, in one sentence; empty where nothing can be advised.
    """

    exit_code = 3

    def __init__(self, message: str, *, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message}. {self.remedy}" if self.remedy else self.message


class ConfigError(CopydeskError):
    """A flag, a configuration file or a combination of settings makes no sense."""

    exit_code = 2


class InputError(CopydeskError):
    """One article cannot be read or processed; the other articles of the batch go on."""

    exit_code = 4


class PluginError(CopydeskError):
    """A plugin name is unknown, or its optional packages are not installed."""

    exit_code = 2


class EngineError(CopydeskError):
    """A translation engine is missing, crashed, timed out or broke its contract."""


class PairMissingError(EngineError):
    """No installed engine translates from this source to this target language."""


class EngineGoneError(EngineError):
    """The engine as a whole does not work: server unreachable, key refused, one crash after the other."""


class StoreError(CopydeskError):
    """The store cannot be opened, locked, read or written."""


class PublishError(CopydeskError):
    """An edition could not be rendered or written to the output folder."""
