"""Rough amounts in words, abbreviations of scales, units of data and power, and exact conversions."""

import pytest

from copydesk.numbers import compare


@pytest.mark.parametrize(
    ("source", "right", "wrong", "here", "there"),
    [
        ("Murió medio centenar de mineros.", "Une cinquantaine de mineurs sont morts.",
         "Une centaine de mineurs sont morts.", "es", "fr"),
        ("Una veintena de aldeas.", "Une vingtaine de villages.", "Une trentaine de villages.", "es", "fr"),
        ("Un centinaio di operai.", "Une centaine d'ouvriers.", "Un millier d'ouvriers.", "it", "fr"),
        ("Hundreds of thousands of bees.", "Cientos de miles de abejas.", "Cientos de abejas.", "en", "es"),
        ("Des milliers de lettres.", "Thousands of letters.", "Millions of letters.", "fr", "en"),
        ("The shop opens at noon.", "La boutique ouvre à midi.", "La boutique ouvre à minuit.", "en", "fr"),
        ("Es kostet 5 Mrd. Euro.", "It costs 5 billion euros.",
         "It costs 5 million euros.", "de", "en"),
        ("Costa 5 mld di euro.", "Cela coûte 5 Mds d'euros.", "Cela coûte 5 millions d'euros.", "it", "fr"),
        ("Rs 5 lakh were paid.", "500 000 roupies ont été payées.", "50 000 roupies ont été payées.",
         "en", "fr"),
        ("a 700 MW plant", "une centrale de 700 mégawatts", "une centrale de 700 kilowatts", "en", "fr"),
        ("8 TB de datos", "8 terabytes of data", "8 gigabytes of data", "es", "en"),
        ("una carrera de 2000 m", "a race of 2 km", "a race of 2.04 km", "es", "en"),
        ("rates fell by 50 basis points", "les taux ont baissé de 0,5 point",
         "les taux ont baissé de 5 points", "en", "fr"),
        ("in the 1800s", "au XIXe siècle", "au XVIIIe siècle", "en", "fr"),
    ],
)  # fmt: skip
def test_the_right_passes_and_the_wrong_is_told(
    source: str, right: str, wrong: str, here: str, there: str
) -> None:
    assert compare(source, right, here, there).ok
    assert not compare(source, wrong, here, there).ok


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("una docena de huevos", "une dizaine d'œufs"),
        ("decenas de casas", "une vingtaine de maisons et des centaines d'arbres"),
        ("miles de euros", "des milliers d'euros"),
    ],
)
def test_what_is_close_or_not_alone_is_no_change(source: str, target: str) -> None:
    assert compare(source, target, "es", "fr").ok
