"""German numerals; compound words are read as one (zweitausenddreiundzwanzig)."""

from copydesk.languages.contract.numerals import Numerals, NumeralStyle, coded, counted

_ENDINGS = ("", "e", "er", "es", "en", "em")
_SPAN_STEMS = {
    "jährig": "year", "monatig": "month", "wöchig": "week", "tägig": "day", "stündig": "h", "minütig": "min",
}  # fmt: skip
_SPAN_NUMBERS = counted(1, "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf")
_TENS = counted(20, "zwanzig dreißig/dreissig vierzig fünfzig sechzig siebzig achtzig neunzig", 10)

NUMERALS = Numerals(
    decimal_marks=",",
    group_marks=".",
    style=NumeralStyle(
        decimal=",",
        group=".",
        group_from=5,
        percent="\u00a0",
        clock="{h}:{m:02}\u00a0Uhr",
        clock_full="{h}\u00a0Uhr",
        ordinals={0: "."},
        roman_ordinal=".",
        century="{d}. Jahrhundert",
        decade="{n}er",
        date="{d}. {M} {y}",
        day_month="{d}. {M}",
        month_year="{M} {y}",
        scales={
            10**6: ("Million", "Millionen"), 10**9: ("Milliarde", "Milliarden"),
            10**12: ("Billion", "Billionen"),
        },
        days={0: "."},
        clock_words=("Uhr",),
    ),
    small={
        **counted(0, "null ein/eins/eine/einen/einer zwei/zwo drei vier fünf sechs sieben acht neun zehn"),
        **counted(11, "elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"),
        **_TENS,
    },
    hundreds={"hundert": 100, "einhundert": 100, "zweihundert": 200, "dreihundert": 300, "fünfhundert": 500},
    scales={
        "tausend": 10**3, "million": 10**6, "millionen": 10**6, "milliarde": 10**9, "milliarden": 10**9,
        "billion": 10**12, "billionen": 10**12,
    },
    bare_scales=frozenset({"tausend"}),
    scale_phrases={
        "mio.": 10**6, "mio": 10**6, "mrd.": 10**9, "mrd": 10**9, "tsd.": 10**3, "bio.": 10**12,
        "lakh": 10**5,
        "crore": 10**7,
    },
    scale_signs={"Mio": 10**6, "Mrd": 10**9},
    ones=frozenset({"ein", "eins", "eine", "einen", "einer"}),
    weak=frozenset({"acht", "null"}),
    ordinals={
        f"{stem}{ending}": rank
        for stem, rank in counted(
            1,
            "erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt "
            "fünfzehnt "
            "sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst",
        ).items()
        for ending in ("e", "en", "er", "es", "em")
    },
    collectives={
        "hälfte": "0.5", "halb": "0.5", "dutzend": "12", "paar": "2", "beide": "2", "beiden": "2",
        "doppelt": "2", "jahrzehnt": "10", "viertel": "4", "drittel": "3", "einmal": "1",
        "halbe": "0.5", "halben": "0.5", "halber": "0.5", "halbes": "0.5", "jahrhundert": "100",
        "hundert": "100", "tausend": "1000",
    },
    percent=("%", "prozent"),
    points=("prozentpunkte", "prozentpunkten", "prozentpunkt"),
    point_units=("punkte", "punkten", "punkt"),
    currencies=coded(
        HUF="forint", PLN="zloty",
        EUR="euro euros", USD="dollar dollars", GBP="pfund_sterling britische_pfund britischen_pfund",
        **{"US$": "us-dollar us-dollars amerikanische_dollar"}, CAD="kanadische_dollar kanadischen_dollar",
        AUD="australische_dollar australischen_dollar", NZD="neuseeländische_dollar", HKD="hongkong-dollar",
        MXN="mexikanische_pesos", ARS="argentinische_pesos", SEK="schwedische_kronen",
        NOK="norwegische_kronen", DKK="dänische_kronen", peso="pesos peso", rupee="rupien rupie",
        JPY="yen", CHF="schweizer_franken", franc="franken",
        CZK="tschechische_kronen", crown="kronen krone", RUB="rubel", CNY="yuan", DEM="mark",
        cent="cent cents eurocent",
    ),
    units=coded(
        bp="basispunkte basispunkten",
        kW="kilowatt", MW="megawatt", GW="gigawatt",
        kWh="kilowattstunde kilowattstunden", MWh="megawattstunde megawattstunden",
        GWh="gigawattstunde gigawattstunden", TWh="terawattstunden", mg="milligramm", ug="mikrogramm",
        ml="milliliter", pound="pfund", yd="yard yards",
        GB="gigabyte gigabytes", TB="terabyte terabytes", MB="megabyte megabytes",
        acre="acre acres",
        km="kilometer kilometern", m="meter metern", cm="zentimeter zentimetern",
        kg="kilo kilos kilogramm", t="tonne tonnen",
        l="liter litern", ha="hektar", s="sekunde sekunden", min="minute minuten", h="stunde stunden uhr",
        day="tag tage tagen", week="woche wochen", month="monat monate monaten", year="jahr jahre jahren",
        mile="meile meilen", deg="grad", km2="quadratkilometer quadratkilometern",
        mm="millimeter millimetern",
        m2="quadratmeter quadratmetern", m3="kubikmeter kubikmetern", ft="fuß", g="gramm", inch="zoll",
        barrel="barrel",
    ) | {f"{stem}{ending}": code for stem, code in _SPAN_STEMS.items() for ending in _ENDINGS} | {
        "kilometer pro stunde": "km/h", "kilometern pro stunde": "km/h", "km pro stunde": "km/h",
        "stundenkilometer": "km/h", "stundenkilometern": "km/h", "meilen pro stunde": "mph",
        "kilometer in der stunde": "km/h", "kilometern in der stunde": "km/h", "quadratfuß": "ft2",
    },
    months=counted(
        1,
        "januar/jänner februar märz april mai juni juli august september oktober november dezember",
    ),
    centuries=frozenset({"jahrhundert", "jahrhunderts", "jahrhunderten"}),
    plural_decades=True,
    range_words=frozenset({"bis"}),
    contrasts=("statt", "anstatt", "anstelle", "sondern"),
    between={"zwischen": "und"},
    openings=frozenset({
        "ab", "am", "an", "bei", "bis", "für", "im", "in", "innerhalb", "mit", "nach", "seit",
        "um", "unter", "vom", "von", "vor", "während", "zum", "zur", "zwischen",
    }),
    ages=frozenset({"alter"}),
    half_of=frozenset({"hälfte"}),
    share_links=frozenset({"der", "des", "aller", "von"}),
    eras=coded(
        BC="v._chr. v.chr. vor_christus vor_christi_geburt v._u._z.",
        AD="n._chr. n.chr. nach_christus u._z.",
    ),
    every=frozenset({"jeder", "jede", "jedes", "jeden", "jedem"}),
    no_goals=("torlos", "torlose", "torloses", "torlosen", "torloser", "torlosem"),
    scores=frozenset({"endstand", "spielstand"}),
    periods=frozenset({"quartal", "quartals", "halbjahr", "halbjahres", "trimester"}),
    rounds={
        "halbfinale": 2, "viertelfinale": 4, "achtelfinale": 8, "sechzehntelfinale": 16, "halbfinals": 2,
        "viertelfinals": 4, "achtelfinals": 8,
    },
    mixed={"anderthalb": "1.5"} | {f"{word}einhalb": f"{n}.5" for word, n in _SPAN_NUMBERS.items()},
    half_to=frozenset({"halb"}),
    past=frozenset({"nach"}),
    to=frozenset({"vor"}),
    quarter=frozenset({"viertel"}),
    clock_cues=frozenset({"um", "gegen", "bis", "ab", "seit"}),
    dozens=frozenset({"dutzend"}),
    decade_names={
        f"{ten}er{years}": value for ten, value in _TENS.items() for years in ("", "jahre", "jahren")
    },
    noon=frozenset({"mittag", "mittags"}),
    midnight=frozenset({"mitternacht"}),
    year_cues=frozenset({"im", "jahr", "seit", "bis", "ab"}),
    compounds={
        f"{unit}und{ten}": number + value
        for unit, number in (
            ("ein", 1), ("zwei", 2), ("zwo", 2), ("drei", 3), ("vier", 4), ("fünf", 5), ("sechs", 6),
            ("sieben", 7), ("acht", 8), ("neun", 9),
        )
        for ten, value in _TENS.items()
    },
    inner={"tausend": 10**3, "hundert": 100},
    rough_scales={
        "hunderten": 100, "hunderte": 100, "tausenden": 10**3, "tausende": 10**3, "zehntausende": 10**4,
        "zehntausenden": 10**4, "hunderttausende": 10**5, "hunderttausenden": 10**5,
    },
    denominators={"drittel": 3, "viertel": 4, "fünftel": 5, "sechstel": 6, "achtel": 8, "zehntel": 10},
    halves=frozenset({"halb"}),
    interposed=frozenset({"weitere"}),
    idioms=("24/7", "4x4", "unter vier augen", "auf allen vieren"),
    multipliers={
        "verdoppelt": 2, "verdoppelte": 2, "verdoppeln": 2, "verdreifacht": 3, "verdreifachte": 3,
        "doppelt": 2, "zweimal": 2, "dreimal": 3, "dreifach": 3, "viermal": 4, "zehnfach": 10,
    },
    times=("mal",),
    about=("rund", "etwa", "ungefähr", "circa", "ca.", "gut"),
    over=(
        "mehr als", "über", "mindestens", "wenigstens", "zumindest",
    ),
    under=(
        "weniger als", "fast", "knapp", "unter", "beinahe", "höchstens", "maximal", "bis zu",
    ),
    spans={
        "jährlich": "12 month", "quartal": "3 month", "halbjahr": "6 month", "elfmeter": "11 m",
        "wöchentlich": "7 day",
    }
    | {
        f"{word}{stem}{ending}": f"{n} {unit}"
        for word, n in (_SPAN_NUMBERS | _TENS | {"fünfzehn": 15, "achtzehn": 18}).items()
        for stem, unit in _SPAN_STEMS.items()
        for ending in _ENDINGS
    },
    references=("nummer", "nr.", "artikel"),
    morning=("uhr morgens", "uhr früh", "uhr vormittags", "morgens", "vormittags"),
    afternoon=("uhr nachmittags", "uhr abends", "nachmittags", "abends"),
    one_in=("von",),
    from_words=frozenset({"von", "seit"}),
    vague=frozenset(
        {"einige", "einigen", "mehrere", "mehreren", "wenige", "wenigen", "viele", "paar"}
    ),
    minus=frozenset({"minus"}),
    below_zero=("unter null",),
    falls=(
        "sink", "sank", "gesunken", "fall", "fiel", "gefallen", "gesenkt", "senk", "rückgang", "minus",
        "verlust", "verlor", "verlier", "schrumpf", "reduz", "abnahm", "abgenommen", "defizit", "weniger",
        "negativ", "einbußen",
    ),
    clock24=True,
)  # fmt: skip
