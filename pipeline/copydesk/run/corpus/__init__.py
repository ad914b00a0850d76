"""Repair whole corpora: files of any size, streamed, over all cores."""

from copydesk.run.corpus.shape import Layout, Shape, Task, layout_of
from copydesk.run.corpus.stream import Progress, repair_corpus
from copydesk.run.corpus.tally import FileReport, Tally

__all__ = ["FileReport", "Layout", "Progress", "Shape", "Tally", "Task", "layout_of", "repair_corpus"]
