"""Italian that engines get wrong."""
# ruff: noqa: E501 - a rule is one line

from copydesk.languages.contract.post_edit import PostEdit, Rule

POST_EDIT = PostEdit(
    rules=(
        Rule(("partorisca",), r"\bpartorisca\b", "per", "the preposition taken for a verb", source="es", when=r"(?i)\bpara\b"),
        Rule(("entri",), r"\bentri\b", "tra", "the preposition taken for a verb", source="es", when=r"(?i)\bentre\b"),
    ),
)  # fmt: skip
