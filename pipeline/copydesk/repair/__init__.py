"""Repair what machine translation broke in an article before it is translated again."""

from copydesk.repair.lines import repair_lines
from copydesk.repair.options import RepairOptions
from copydesk.repair.stage import repair

__all__ = ["RepairOptions", "repair", "repair_lines"]
