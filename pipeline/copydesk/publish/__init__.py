"""Editions to files."""

from copydesk.plugins import Registry

PUBLISHERS = Registry(
    "publishers",
    {
        "bilingual": "copydesk.publish.bilingual:BilingualPublisher",
        "html": "copydesk.publish.html:HtmlPublisher",
        "markdown": "copydesk.publish.markdown:MarkdownPublisher",
        "ninjs": "copydesk.publish.ninjs:NinjsPublisher",
        "same-format": "copydesk.publish.same_format:SameFormatPublisher",
        "site-markdown": "copydesk.publish.site_markdown:SiteMarkdownPublisher",
        "xliff12": "copydesk.publish.xliff:Xliff12Publisher",
        "xliff2": "copydesk.publish.xliff:Xliff2Publisher",
    },
    {},
)
"""The built-in publishers; see :class:`copydesk.publish.base.Publisher`."""
