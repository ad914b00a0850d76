"""Which language a text is in.

The members of the family are named here and imported when first asked for; the two stages of the room are
``copydesk.detect.document:identify`` and ``copydesk.detect.segments:identify_segments``.
"""

from copydesk.plugins import Registry

DETECTORS = Registry(
    "detectors",
    {
        "langdetect": "copydesk.detect.langdetect:LangdetectDetector",
        "py3langid": "copydesk.detect.py3langid:Py3langidDetector",
    },
    {},
)
"""Built-in detectors; a member is called with the tuple of configured languages."""

__all__ = ["DETECTORS"]
