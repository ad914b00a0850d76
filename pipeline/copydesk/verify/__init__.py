"""Checks over source and translation.

``CHECKS`` names the members of the family, which are imported when first asked for; ``verify`` is the stage
over a draft, ``check_pair`` the same checks over one pair of texts, ``load_checks`` builds them.
"""

from copydesk.verify.members import check_pair, load_checks
from copydesk.verify.options import VerifyOptions
from copydesk.verify.registry import CHECKS
from copydesk.verify.stage import verify

__all__ = ["CHECKS", "VerifyOptions", "check_pair", "load_checks", "verify"]
