"""English that engines get wrong."""

from copydesk.languages.contract.surface import Rule, Surface

_LITTLE = ("to", "in", "of", "the", "at", "with", "for", "a")

SURFACE = Surface(
    mend=(
        Rule(
            tuple(f"{word} {word}" for word in _LITTLE),
            rf"\b({'|'.join(_LITTLE)}) \1\b",
            r"\1",
            "a little word said twice",
        ),
    )
)
