"""The members of the detector family."""

from copydesk.plugins import Registry

DETECTORS = Registry(
    "detectors",
    {
        "langdetect": "copydesk.detect.langdetect:LangdetectDetector",
        "py3langid": "copydesk.detect.py3langid:Py3langidDetector",
    },
    {},
)
"""Built-in detectors. A member is a callable from a sequence of BCP 47 tags to a ``Detector``."""
