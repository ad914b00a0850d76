"""What the number ledger says of human translations, and which planted errors it catches.

    python benchmarks/injection.py es en --corpus ../shared/corpora/newstest --sets newstest2012
    python benchmarks/injection.py es fr --show errors

Errors are planted in the translation by patterns of their own, not by the reader under test, one to a
segment, in segments whose ledger is settled before; one is caught if the ledger has an error after. Words of
quantity (thousands, noon, third quarter) are caught by a warning too, since good translations vary there.
A minus is planted where neither text speaks of a loss, a share or word of quantity where the source says the
same: against a source that says "many" or "for years", no word of quantity is wrong.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from copydesk.numbers import compare

CORPUS = Path(__file__).parent.parent.parent / "shared/corpora/newstest"
NUMBER = re.compile(r"(?<![\w.,\-])(?:\d{1,3}(?:[ .,\u00a0\u202f]\d{3})+(?!\d)|\d+)(?:[.,]\d+)?(?!\w)")
DIGITS = re.compile(r"\d+")
DECIMAL = re.compile(r"(?<![\d.,])(\d+)([.,])(\d{1,2})(?![\d.,]|\s?[ap]\.?m|\s?h)")
NUMERIC_DATE = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?=/\d{2,4})")

_SCALES = {
    "fr": "milliers=millions millions=milliards million=milliard milliards=millions milliard=million "
    "mille=millions",
    "en": "thousand=million million=billion billion=million trillion=billion",
    "es": "mil_millones=millones millones=mil_millones millón=billón mil=millones",
}
_UNITS = {
    "fr": "euros=dollars dollars=euros euro=dollar €=$ $=€ ans=mois mois=ans jours=semaines semaines=jours "
    "heures=minutes minutes=heures km=m kilomètres=miles mètres=kilomètres kilos=tonnes tonnes=kilos "
    "couronnes=euros livres=dollars %=euros",
    "en": "euros=dollars dollars=euros $=€ €=$ years=months months=years days=weeks weeks=days hours=minutes "
    "minutes=hours km=miles kilometers=miles kilometres=miles metres=kilometres meters=kilometers "
    "miles=kilometres kg=tons tons=kilos crowns=euros pounds=dollars %=_euros percent=euros",
    "es": "euros=dólares dólares=euros €=$ $=€ años=meses meses=años días=semanas semanas=días horas=minutos "
    "minutos=horas kilómetros=millas km=millas metros=kilómetros toneladas=kilos coronas=euros %=euros "
    "por_ciento=euros",
}
_MONEY = {
    "fr": "euros=livres_sterling dollars=yens livres_sterling=euros couronnes=francs_suisses yens=dollars "
    "€=£ £=€",
    "en": "euros=pounds dollars=yen pounds=euros crowns=Swiss_francs yen=dollars €=£ £=€ US$=C$",
    "es": "euros=libras_esterlinas dólares=yenes libras=euros coronas=francos_suizos yenes=dólares €=£ £=€",
}
_SHARES = {
    "fr": "un_sur_deux=un_sur_trois personne_sur_trois=personne_sur_quatre sur_dix=sur_douze "
    "deux_tiers=deux_cinquièmes trois_quarts=trois_cinquièmes un_tiers_de=un_quart_de "
    "un_quart_de=un_tiers_de un_tiers_des=un_quart_des "
    "un_quart_des=un_tiers_des la_moitié_des=un_quart_des la_moitié_de=un_tiers_de",
    "en": "one_in_two=one_in_three one_in_three=one_in_four one_in_four=one_in_five one_in_five=one_in_six "
    "one_in_ten=one_in_twelve out_of_ten=out_of_twelve two_thirds=two_fifths three_quarters=three_fifths "
    "a_third_of=a_quarter_of a_quarter_of=a_third_of a_half_of=a_quarter_of half_of=a_quarter_of",
    "es": "cada_dos=cada_tres cada_tres=cada_cuatro cada_cuatro=cada_cinco cada_cinco=cada_seis "
    "cada_diez=cada_doce dos_tercios=dos_quintos un_tercio_de=un_cuarto_de la_mitad_de=un_cuarto_de",
}
_AMOUNTS = {
    "fr": "milliers=millions centaines=milliers dizaines=centaines à_midi=à_minuit à_minuit=à_midi "
    "douzaine=centaine centaine=douzaine premier_trimestre=deuxième_trimestre "
    "deuxième_trimestre=troisième_trimestre "
    "troisième_trimestre=premier_trimestre",
    "en": "thousands=millions hundreds=thousands dozens=thousands at_noon=at_midnight at_midnight=at_noon "
    "dozen=hundred first_quarter=second_quarter second_quarter=third_quarter third_quarter=first_quarter "
    "doubled=tripled",
    "es": "miles=millones cientos=miles decenas=miles mediodía=medianoche medianoche=mediodía docena=centena "
    "primer_trimestre=segundo_trimestre segundo_trimestre=tercer_trimestre",
}
_LOSS = re.compile(
    r"baiss|chut|recul|perd|perte|diminu|réd|repli|moins|c[éè]d|losing|yield|fall|fell|drop|decl|los[st]|down|lower|reduc|cut|"
    r"decreas|caíd|cay|baj|pérd|menos|deficit|déficit|négat|negat|slid|slip|shr|plung|less|contra",
    re.IGNORECASE,
)
_FALLS = re.compile(
    r"\b(?:ca(?:e|en|er|yó|yeron|ído|ída)|descen|reduj|pierd|perdi|pérdid|disminu|retroce|recort|cede|ceden|cedi|"
    r"desplom|baja|bajó|bajan|bajaron|bajada|déficit|negativ|contracci|cède|céd|recul|baiss|fell|falling|losing|yield)",
    re.IGNORECASE,
)
_NO_SHARE = re.compile(r"\b(?:first|second|and a|the other) half of|doubled as|sur dix ans", re.IGNORECASE)
_MEANINGS = tuple(
    re.compile(rf"\b(?:{words})", re.IGNORECASE)
    for words in (
        "mitad|moitié|half",
        "terci|tercera parte|tiers|thirds?",
        "cuart|quart",
        "dos|deux|two",
        "tres|trois|three",
        "cuatro|quatre|four",
        "cinco|cinq|five",
        "diez|dix|ten",
        "docena|douzaine|dozen",
        "decena|dizaine",
        "cien|cent|hundred",
        "mil(?!lion|lón)|thousand",
        "millones|millón|million",
        "primer|premi|first",
        "segund|deuxi|second",
        "mediodía|midi|noon",
        "medianoche|minuit|midnight",
        "dobl|dupli|doubl",
    )
)
"""What shares and words of quantity say, in all three languages."""

_GAIN = re.compile(r"(?<![\w.,\-–−$€£])\d+(?:[.,]\d+)?(?=[ \u00a0\u202f]?%)")


def _pairs_of(words: str) -> tuple[tuple[str, str], ...]:
    found = (pair.replace("_", " ").split("=") for pair in words.split())
    return tuple((old, new) for old, new in found)


SCALES = {language: _pairs_of(words) for language, words in _SCALES.items()}
UNITS = {language: _pairs_of(words) for language, words in _UNITS.items()}
MONEY = {language: _pairs_of(words) for language, words in _MONEY.items()}
SHARES = {language: _pairs_of(words) for language, words in _SHARES.items()}
AMOUNTS = {language: _pairs_of(words) for language, words in _AMOUNTS.items()}
MONTHS = {
    language: tuple(names.split())
    for language, names in {
        "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "en": "January February March April May June July August September October November December",
        "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    }.items()
}
Plant = Callable[[str, str, random.Random], str | None]


def changed(text: str, _language: str, chance: random.Random) -> str | None:
    """One digit of one number becomes another."""
    found = list(DIGITS.finditer(text))
    if not found:
        return None
    match = chance.choice(found)
    at = chance.randrange(*match.span())
    digit = chance.choice([d for d in "123456789" if d != text[at]])
    return text[:at] + digit + text[at + 1 :]


def missing(text: str, _language: str, chance: random.Random) -> str | None:
    """One digit of a longer number goes."""
    found = [m for m in DIGITS.finditer(text) if len(m.group()) > 1]
    if not found:
        return None
    at = chance.randrange(*chance.choice(found).span())
    return text[:at] + text[at + 1 :]


def swapped(text: str, _language: str, chance: random.Random) -> str | None:
    """Two different numbers in digits change places."""
    found = list(NUMBER.finditer(text))
    pairs = [(a, b) for n, a in enumerate(found) for b in found[n + 1 :] if a.group() != b.group()]
    if not pairs:
        return None
    a, b = chance.choice(pairs)
    return text[: a.start()] + b.group() + text[a.end() : b.start()] + a.group() + text[b.end() :]


def dropped(text: str, _language: str, chance: random.Random) -> str | None:
    """One number in digits is left out."""
    found = list(NUMBER.finditer(text))
    if not found:
        return None
    match = chance.choice(found)
    return (text[: match.start()].rstrip() + " " + text[match.end() :].lstrip()).strip()


def invented(text: str, _language: str, chance: random.Random) -> str | None:
    """A number in digits is put before some word."""
    if not DIGITS.search(text):
        return None
    gaps = [m.end() for m in re.finditer(r"[^\W\d]\s(?=[^\W\d])", text)]
    if not gaps:
        return None
    at = chance.choice(gaps)
    return f"{text[:at]}{chance.randrange(2, 999)} {text[at:]}"


def moved(text: str, _language: str, chance: random.Random) -> str | None:
    """The decimal mark of a number moves by one place, or goes."""
    found = list(DECIMAL.finditer(text))
    if not found:
        return None
    match = chance.choice(found)
    whole, mark, rest = match.groups()
    options = [whole + rest if whole != "0" else rest]
    if len(whole) > 1:
        options.append(f"{whole[:-1]}{mark}{whole[-1]}{rest}")
    if len(rest) > 1:
        options.append(f"{whole}{rest[0]}{mark}{rest[1:]}")
    return text[: match.start()] + chance.choice(options) + text[match.end() :]


def _replaced(
    text: str, pairs: tuple[tuple[str, str], ...], chance: random.Random, before: str
) -> str | None:
    found = []
    for old, new in pairs:
        edges = (r"(?<!\w)", r"(?!\w)") if old[0].isalpha() else ("", "")
        pattern = f"({before})({edges[0]}{re.escape(old)}{edges[1]})"
        if old in "€$":
            pattern += r"|(?=(\b|\B))()" + re.escape(old) + r"(?=\s?\d)"
        found += [(m, old, new) for m in re.finditer(pattern, text)]
    if not found:
        return None
    match, old, new = chance.choice(found)
    end = match.end()
    return text[: end - len(old)] + new + text[end:]


def scaled(text: str, language: str, chance: random.Random) -> str | None:
    """A scale word after a number becomes another."""
    return _replaced(text, SCALES.get(language, ()), chance, r"\d\s?")


def unit(text: str, language: str, chance: random.Random) -> str | None:
    """The unit or currency of a number in digits becomes another."""
    link = (
        r"\d[\s\u00a0\u202f]?(?:(?:millions|milliards|million|milliard|millones|billion|mil)\s(?:d'|de\s)?)?"
    )
    return _replaced(text, UNITS.get(language, ()), chance, link)


def sign(text: str, _language: str, chance: random.Random) -> str | None:
    """A percentage becomes a loss, in a text that speaks of none."""
    found = list(_GAIN.finditer(text))
    if not found or _LOSS.search(text):
        return None
    at = chance.choice(found).start()
    return f"{text[:at]}-{text[at:]}"


def currency(text: str, language: str, chance: random.Random) -> str | None:
    """The currency of an amount becomes another."""
    link = r"\d[\s\u00a0\u202f]?(?:(?:millions?|milliards?|million|billion|millones|mil)\s(?:d'|de\s)?)?"
    return _replaced(text, MONEY.get(language, ()), chance, link)


def shared(text: str, language: str, chance: random.Random) -> str | None:
    """A share becomes another: one in five, one in six."""
    return _replaced(text, SHARES.get(language, ()), chance, "")


def amount(text: str, language: str, chance: random.Random) -> str | None:
    """A word of quantity becomes another."""
    return _replaced(text, AMOUNTS.get(language, ()), chance, "")


def _common(one: str, other: str) -> int:
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def carried(source: str, text: str, wrong: str) -> bool:
    """Whether ``source`` says what stood where ``wrong`` differs from ``text``."""
    start = _common(text, wrong)
    end = len(text) - _common(text[start:][::-1], wrong[start:][::-1])
    start, end = text.rfind(" ", 0, start) + 1, (text + " ").find(" ", end)
    told = [meaning for meaning in _MEANINGS if meaning.search(text, start, end)]
    return bool(told) and all(meaning.search(source) for meaning in told) and not _NO_SHARE.search(text)


def day_month(text: str, language: str, _chance: random.Random) -> str | None:
    """Day and month of a date change places."""
    months = MONTHS.get(language, ())
    if match := NUMERIC_DATE.search(text):
        day, month = match.groups()
        if day != month:
            return f"{text[: match.start()]}{month}/{day}{text[match.end() :]}"
    names = "|".join(months)
    for match in re.finditer(rf"(?<!\d)(\d{{1,2}})(er|st|nd|rd|th)?(\sde\s|\s)({names})\b", text):
        day_number = int(match[1])
        if 1 <= day_number <= 12 and months[day_number - 1] != match[4]:
            new = f"{months.index(match[4]) + 1}{match[3]}{months[day_number - 1]}"
            return text[: match.start()] + new + text[match.end() :]
    for match in re.finditer(rf"\b({names})\s(\d{{1,2}})\b", text):
        day_number = int(match[2])
        if 1 <= day_number <= 12 and months[day_number - 1] != match[1]:
            new = f"{months[day_number - 1]} {months.index(match[1]) + 1}"
            return text[: match.start()] + new + text[match.end() :]
    return None


PLANTS: dict[str, Plant] = {
    "digit changed": changed, "digit dropped": missing, "two swapped": swapped,
    "one dropped": dropped, "one invented": invented,
    "decimal mark moved": moved, "scale word changed": scaled, "unit or currency changed": unit,
    "day and month swapped": day_month, "sign added": sign, "currency changed": currency,
    "share changed": shared, "word of quantity changed": amount,
}  # fmt: skip


def pairs(corpus: Path, names: list[str], languages: tuple[str, str]) -> Iterator[tuple[str, str, str]]:
    """Set, source and target of every line."""
    for name in names:
        sides = [(corpus / f"{name}.{code}").read_text("utf-8").splitlines() for code in languages]
        for source, target in zip(*sides, strict=True):
            yield name, source, target


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source")
    parser.add_argument("target")
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--sets", nargs="+", default=["newstest2008", "newstest2009", "newstest2012"])
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--show", choices=["errors", *PLANTS], default=None)
    options = parser.parse_args()
    languages = (options.source, options.target)
    segments, flagged, lines, clean = Counter[str](), Counter[str](), Counter[str](), []
    began = time.process_time()
    for name, source, target in pairs(options.corpus, options.sets, languages):
        ledger = compare(source, target, *languages)
        segments[name] += 1
        flagged[name] += bool(ledger.errors)
        lines[name] += len(ledger.errors)
        if ledger.ok:
            clean.append((source, target))
        if ledger.errors and options.show == "errors":
            print(f"# {name}\n  {source}\n  {target}")
            for entry in ledger.errors:
                print(f"    {entry.verdict}: {entry.reason}")
    spent = time.process_time() - began
    print(f"{'-'.join(languages)}: {sum(segments.values()) / spent:,.0f} pairs/s of CPU time")
    for name, count in segments.items():
        rate, often = 1000 * flagged[name] / count, 1000 * lines[name] / count
        print(f"  {name}: errors on {rate:.1f} of 1,000 segments ({often:.1f} lines), {count} segments")
    chance = random.Random(options.seed)
    for label, plant in PLANTS.items():
        made = caught = 0
        for source, target in clean * options.rounds:
            wrong = plant(target, languages[1], chance)
            if wrong is None or wrong == target:
                continue
            if plant in (shared, amount) and not carried(source, target, wrong):
                continue
            if plant is sign and _FALLS.search(source):
                continue
            made += 1
            ledger = compare(source, wrong, *languages)
            hit = bool(ledger.alarms if plant is amount else ledger.errors)
            caught += hit
            if not hit and options.show == label:
                print(f"- {source}\n  {target}\n  {wrong}")
        share = 100 * caught / made if made else 0.0
        print(f"  {label}: {share:.1f} % caught of {made}")


if __name__ == "__main__":
    main()
