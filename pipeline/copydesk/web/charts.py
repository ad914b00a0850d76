"""Charts as inline SVG: drawn by leather, coloured by the style sheet, told in words to screen readers."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from datetime import date

import leather
from markupsafe import Markup

from copydesk.review.tally import Tally

COLOURS = ("#1f6a3d", "#b07a1e", "#a8201a", "#2d5c86", "#7a4b8f", "#4f6f7a")
"""What the style sheet replaces by the colours of the theme in force."""

_WIDTH = 470
_BAR = 30
_AROUND = 130  # margins, legend and axis
_LABEL = 18


def shares(name: str, words: str, rows: Mapping[str, Tally]) -> Markup:
    """Accepted, edited and rejected in per cent, a bar for each row. ``name`` and ``words`` describe it."""
    parts = ("as is", "edited", "rejected")
    counts = {row: (tally.accepted, tally.edited, tally.rejected) for row, tally in rows.items()}
    chart = leather.Chart()
    for upto in (3, 2, 1):  # bars lie over each other, the longest below
        data = [
            (100 * sum(values[:upto]) / max(sum(values), 1), _label(row)) for row, values in counts.items()
        ]
        chart.add_bars(data, name=parts[upto - 1], fill_color=COLOURS[upto - 1])
    chart.add_x_scale(0, 100)
    chart.add_x_axis(ticks=[0, 25, 50, 75, 100], tick_formatter=_per_cent)
    return _drawn(chart, name, words, height=_AROUND + _BAR * len(rows))


def amounts(name: str, words: str, rows: Mapping[str, int]) -> Markup:
    """A number for each row."""
    chart = leather.Chart()
    chart.add_bars([(count, _label(row)) for row, count in rows.items()], fill_color=COLOURS[3])
    top = max(rows.values())
    chart.add_x_scale(0, top)
    chart.add_x_axis(ticks=sorted({0, top // 2, top}))
    return _drawn(chart, name, words, height=_AROUND - 20 + _BAR * len(rows))


def trend(name: str, words: str, lines: Mapping[str, Mapping[str, float]]) -> Markup:
    """A line over weeks (ISO dates of their Mondays) for each of at most six names."""
    chart = leather.Chart()
    days = sorted({day for points in lines.values() for day in points})
    for colour, (line, points) in zip(COLOURS[3:] + COLOURS[:3], lines.items(), strict=False):
        data = [(date.fromisoformat(day), value) for day, value in points.items()]
        chart.add_line(data, name=_label(line), stroke_color=colour)
    highest = max(max(points.values()) for points in lines.values())
    chart.add_x_scale(date.fromisoformat(days[0]), date.fromisoformat(days[-1]))
    chart.add_x_axis(ticks=_some(days), tick_formatter=lambda day, *_: f"{day:%d %b}")
    chart.add_y_scale(0, 10 * (int(highest / 10) + 1))
    return _drawn(chart, name, words, height=260)


def _drawn(chart: leather.Chart, name: str, words: str, *, height: int) -> Markup:
    root = ET.Element("svg", {"class": "chart", "role": "img", "viewBox": f"0 0 {_WIDTH} {height}"})
    root.set("aria-label", f"{name}. {words}")
    ET.SubElement(root, "title").text = name
    ET.SubElement(root, "desc").text = words
    root.append(chart.to_svg_group(_WIDTH, height))
    return Markup(ET.tostring(root, encoding="unicode"))  # noqa: S704  every text is escaped by ElementTree


def _label(name: str) -> str:
    return name if len(name) <= _LABEL else f"{name[: _LABEL - 1]}…"


def _per_cent(value: float, *_: int) -> str:
    return f"{value:g} %"


def _some(days: Sequence[str]) -> list[date]:
    """The first and last day and a few between."""
    step = max(1, (len(days) - 1) // 3)
    return [date.fromisoformat(day) for day in sorted({*days[::step], days[-1]})]
