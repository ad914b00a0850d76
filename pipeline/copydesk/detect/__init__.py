"""Which language a text is in.

``DETECTORS`` names the members of the family, which are imported when first asked for; ``identify`` is the
stage that tells an article's language, ``identify_segments`` the one that tells each segment's.
"""

from copydesk.detect.document import identify
from copydesk.detect.options import DetectOptions
from copydesk.detect.registry import DETECTORS
from copydesk.detect.segments import identify_segments

__all__ = ["DETECTORS", "DetectOptions", "identify", "identify_segments"]
