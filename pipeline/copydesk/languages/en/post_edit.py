"""English that engines get wrong."""

from copydesk.languages.contract.post_edit import PostEdit, Rule

_LITTLE = ("to", "in", "of", "the", "at", "with", "for", "a")

POST_EDIT = PostEdit(
    rules=(
        Rule(
            tuple(f"{word} {word}" for word in _LITTLE),
            rf"\b({'|'.join(_LITTLE)}) \1\b",
            r"\1",
            "a little word said twice",
        ),
    )
)
