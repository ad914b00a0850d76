"""The built-in checks, by the id of their card."""

from copydesk.plugins import Registry

CHECKS = Registry(
    "checks",
    {
        "contacts": "copydesk.verify.contacts:Contacts",
        "copied": "copydesk.verify.copied:Copied",
        "doubled": "copydesk.verify.doubled:Doubled",
        "empty": "copydesk.verify.empty:Empty",
        "escaped": "copydesk.verify.escaped:Escaped",
        "glossary": "copydesk.verify.glossary:GlossaryCheck",
        "invisible": "copydesk.verify.invisible:Invisible",
        "kept-terms": "copydesk.verify.kept_terms:KeptTerms",
        "length": "copydesk.verify.length:Length",
        "names": "copydesk.verify.names:Names",
        "negation": "copydesk.verify.negation:LostNegation",
        "numbers": "copydesk.verify.numbers:Numbers",
        "placeholder": "copydesk.verify.placeholder:Placeholder",
        "question": "copydesk.verify.question:Question",
        "quotes-lost": "copydesk.verify.quotes_lost:QuotesLost",
        "quotations": "copydesk.verify.quotations:Quotations",
        "repetition": "copydesk.verify.repetition:Repetition",
        "sentences": "copydesk.verify.sentences:Sentences",
        "spaces": "copydesk.verify.spaces:Spaces",
        "state": "copydesk.verify.state:State",
        "tags": "copydesk.verify.tags:Tags",
        "typography-apostrophes": "copydesk.verify.apostrophes:Apostrophes",
        "typography-figures": "copydesk.verify.figures:Figures",
        "typography-marks": "copydesk.verify.marks:Marks",
        "typography-quotes": "copydesk.verify.quotes:Quotes",
        "variables": "copydesk.verify.variables:Variables",
        "unbalanced": "copydesk.verify.unbalanced:Unbalanced",
        "unknown-words": "copydesk.verify.unknown:UnknownWords",
        "wrong-language": "copydesk.verify.wrong_language:WrongLanguage",
    },
    {},
)
