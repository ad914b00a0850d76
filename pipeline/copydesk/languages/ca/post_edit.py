"""Catalan that engines get wrong."""

from copydesk.languages.contract.post_edit import PostEdit, Rule

POST_EDIT = PostEdit(
    rules=(
        Rule(
            ("de a", "de e", "de o", "de à", "de è", "de é", "de ò", "de ó"),
            r"(?<!\w)([Dd])e (?=[AEOÀÈÉÒÓ][a-zà-ÿ])",
            r"\1'",
            "elision before a name that the engine did not see",
            exact=True,
        ),
    ),
)
