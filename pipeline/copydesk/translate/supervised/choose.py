"""Which engines work in the process of the run."""

from __future__ import annotations

from copydesk.translate import ENGINES
from copydesk.translate.base import Alternatives, Engine
from copydesk.translate.cores import cores
from copydesk.translate.options import TranslateOptions
from copydesk.translate.supervised.engine import SupervisedEngine
from copydesk.translate.supervised.pool import SupervisedPool

IN_PROCESS = frozenset({"identity", "apertium", "pivot", "libretranslate", "apertium-apy", "chat"})
"""Built-in engines of plain Python: they copy, or talk to other processes and servers under deadlines of
their own. A second process would guard nothing, and would cost each segment a trip through a pipe."""

SINGLE_CORE = frozenset({"firefox"})
"""Engines that keep one core busy and hold Python's lock: they run in a process a core."""


def build(name: str, options: TranslateOptions) -> Engine:
    """The engine called ``name``, supervised unless it is one of :data:`IN_PROCESS`.

    Raises:
        PluginError: if there is none.
    """
    ENGINES.path(name)
    if name in IN_PROCESS:
        engine: Engine = ENGINES.load(name)(options)
        return engine
    if name in SINGLE_CORE:
        return SupervisedPool(name, options, options.processes or cores())
    return SupervisedEngine(name, options)


def supports_nbest(engine: Engine) -> bool:
    """Whether ``engine`` gives alternatives."""
    if isinstance(engine, SupervisedEngine):
        return engine.opened.alternatives
    return isinstance(engine, Alternatives)
