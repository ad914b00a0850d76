"""The built-in checks, by the id of their card."""

from copydesk.plugins import Registry

CHECKS = Registry(
    "checks",
    {
        "contacts": "copydesk.verify.contacts:Contacts",
        "copied": "copydesk.verify.copied:Copied",
        "doubled": "copydesk.verify.doubled:Doubled",
        "empty": "copydesk.verify.empty:Empty",
        "glossary": "copydesk.verify.glossary:GlossaryCheck",
        "invisible": "copydesk.verify.invisible:Invisible",
        "kept-terms": "copydesk.verify.kept:KeptTerms",
        "length": "copydesk.verify.length:Length",
        "numbers": "copydesk.verify.numbers:Numbers",
        "placeholder": "copydesk.verify.placeholder:Placeholder",
        "repetition": "copydesk.verify.repetition:Repetition",
        "spaces": "copydesk.verify.spaces:Spaces",
        "tags": "copydesk.verify.tags:Tags",
        "typography-apostrophes": "copydesk.verify.apostrophes:Apostrophes",
        "typography-figures": "copydesk.verify.figures:Figures",
        "typography-marks": "copydesk.verify.marks:Marks",
        "typography-quotes": "copydesk.verify.quotes:Quotes",
        "unbalanced": "copydesk.verify.unbalanced:Unbalanced",
        "unknown-words": "copydesk.verify.unknown:UnknownWords",
        "wrong-language": "copydesk.verify.language:WrongLanguage",
    },
    {},
)
