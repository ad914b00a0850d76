"""German numerals; compound words are read as one (zweitausenddreiundzwanzig)."""

from copydesk.languages.contract.numerals import Numerals, NumeralStyle, coded, counted

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
    scale_phrases={"mio.": 10**6, "mio": 10**6, "mrd.": 10**9, "mrd": 10**9, "tsd.": 10**3, "bio.": 10**12},
    scale_signs={"Mio": 10**6, "Mrd": 10**9},
    ones=frozenset({"ein", "eins", "eine", "einen", "einer"}),
    weak=frozenset({"acht", "null"}),
    ordinals=counted(1, "erste/ersten/erster/erstes zweite/zweiten/zweiter dritte/dritten/dritter")
    | counted(4, "vierte/vierten fünfte/fünften sechste/sechsten siebte/siebten achte/achten neunte/neunten"),
    collectives={
        "hälfte": "0.5", "halb": "0.5", "dutzend": "12", "paar": "2", "beide": "2", "beiden": "2",
        "doppelt": "2", "jahrzehnt": "10", "viertel": "4", "drittel": "3", "einmal": "1", "zwanziger": "20",
        "halbe": "0.5", "halben": "0.5", "halber": "0.5", "halbes": "0.5", "jahrhundert": "100",
        "hundert": "100", "tausend": "1000",
    },
    percent=("%", "prozent"),
    points=("prozentpunkte", "prozentpunkten", "prozentpunkt"),
    point_units=("punkte", "punkten", "punkt"),
    currencies=coded(
        HUF="forint", PLN="zloty",
        EUR="euro euros", USD="dollar us-dollar dollars", GBP="pfund", JPY="yen", CHF="franken",
        CZK="tschechische_kronen", crown="kronen krone", RUB="rubel", CNY="yuan", DEM="mark",
        cent="cent cents",
    ),
    units=coded(
        bp="basispunkte basispunkten",
        kW="kilowatt", MW="megawatt", GW="gigawatt",
        GB="gigabyte gigabytes", TB="terabyte terabytes", MB="megabyte megabytes",
        acre="acre acres",
        km="kilometer kilometern", m="meter metern", cm="zentimeter", kg="kilo kilogramm", t="tonne tonnen",
        l="liter litern", ha="hektar", s="sekunde sekunden", min="minute minuten", h="stunde stunden uhr",
        day="tag tage tagen", week="woche wochen", month="monat monate monaten", year="jahr jahre jahren",
        mile="meile meilen", deg="grad", km2="quadratkilometer quadratkilometern", mm="millimeter",
        m2="quadratmeter quadratmetern", m3="kubikmeter kubikmetern", ft="fuß", g="gramm", inch="zoll",
        barrel="barrel",
    ) | {"kilometer pro stunde": "km/h", "km pro stunde": "km/h", "stundenkilometer": "km/h"},
    months=counted(
        1,
        "januar/jänner februar märz april mai juni juli august september oktober november dezember",
    ),
    centuries=frozenset({"jahrhundert", "jahrhunderts", "jahrhunderten"}),
    plural_decades=True,
    range_words=frozenset({"bis"}),
    contrasts=("statt", "anstatt", "anstelle", "sondern"),
    between={"zwischen": "und"},
    noon=frozenset({"mittag"}),
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
    rough_scales={"tausenden": 10**3, "tausende": 10**3},
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
        "sechzigjährige": "60 year", "wöchentlich": "7 day",
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
