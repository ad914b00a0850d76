"""Spanish turns that an engine renders better in another Spanish wording, and Spanish that engines get wrong."""
# ruff: noqa: E501 - a rule is one line

from copydesk.languages.contract.post_edit import PostEdit, Rule

POST_EDIT = PostEdit(
    prepare=(
        Rule(("ano",), r"(?<!\w)(est|cad|próxim|últim|pasad|mism|aquel|es)([eao]?) ano(?!\w)", r"\1\2 año", "a tilde lost on the way"),
        Rule(("ano ",), r"(?<!\w)ano (?=(?:pasado|próximo|anterior|siguiente|(?:19|20)\d\d)(?!\w))", "año ", "a tilde lost on the way"),
        Rule(("anos",), r"(?<=\d )anos(?!\w)", "años", "a tilde lost on the way"),
        Rule(("anos",), r"(?<!\w)(últimos|próximos|dos|tres|cuatro|cinco|diez|varios|muchos) anos(?!\w)", r"\1 años", "a tilde lost on the way"),
        Rule(("%", "por ciento"), r"(?<![\w,.])(?:un|el) (\d[\d.,]*\s?(?:%|por ciento))", r"\1",
             "a percentage needs no article in French"),
        Rule(("por ciento",), r"(?<!\w)(?:un|el) (\w+ por ciento)", r"\1", "a percentage needs no article in French"),
        Rule(("ambos", "ambas"), r"(?<!\w)amb([oa])s (?=\w)", r"l\1s dos ", "'ambos' is 'the two' in French"),
        Rule(("ee", "eeuu"), r"(?<!\w)EE\.?\s?UU\.?(?!\w)", "Estados Unidos", "abbreviation spelled out", exact=True),
        Rule(("aparte de ello",), r"aparte de ello", "además", "same meaning"),
        Rule(("sra", "sr"), r"(?<!\w)Sra\b\.?(?= [A-ZÁÉÍÓÚ])", "señora", "abbreviation spelled out", exact=True),
        Rule(("sr",), r"(?<!\w)Sr\b\.?(?= [A-ZÁÉÍÓÚ])", "señor", "abbreviation spelled out", exact=True),
        Rule(("dijo que",), r"(?<!\w)dijo que\b", "declaró que", "the agency's verb of saying", target="fr"),
        Rule(("dijeron que",), r"(?<!\w)dijeron que\b", "declararon que", "the agency's verb of saying", target="fr"),
        Rule(("dijo ",), r"([\"»”],? )dijo (?=el |la |un |una )", r"\1declaró ", "the agency's verb of saying", target="fr", exact=True),
        Rule(("dijo ",), r"(?<!\w)(?<!le )(?<!les )(?<!me )(?<!nos )(?<!se )dijo (?=[A-ZÁÉÍÓÚ])", "declaró ", "the agency's verb of saying", target="fr", exact=True),
        Rule(("ningun",), r"(?<!\w)ningun([oa]) de (?=\w)", r"ni un\1 de ", "pronoun taken for a verb"),
    ),
    rules=(
        Rule(("segundos",), r"(?<!\w )(?<!\w)segundos (?=(?:el|la|los|las|un|una|su|sus)\b)", "según ",
             "the preposition taken for a unit", source="ca", when=r"(?i)\bsegons\b"),
        Rule(("0s",), r"\bdel (\d{3}0)s\b", r"de los años \1", "a decade", source="en"),
        Rule(("0s",), r"\bal (\d{3}0)s\b", r"a los años \1", "a decade", source="en"),
        Rule(("0s",), r"(?:\b(?:el|los) )?\b(\d{3}0)s\b", r"los años \1", "a decade", source="en"),
    ),
)  # fmt: skip
