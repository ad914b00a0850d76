"""The three ways of ``copydesk repair``: one article, aligned lines, a corpus."""
