"""English numerals (short scale)."""

from copydesk.languages.contract.numerals import Numerals, NumeralStyle, coded, counted

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)

NUMERALS = Numerals(
    style=NumeralStyle(
        money_before=True,
        ordinals={0: "th", 1: "st", 2: "nd", 3: "rd"},
        century="{o} century",
        decade="{n}s",
        date="{M} {d}, {y}",
        day_month="{M} {d}",
        month_year="{M} {y}",
        scales={
            10**6: ("million", "million"), 10**9: ("billion", "billion"), 10**12: ("trillion", "trillion"),
        },
    ),
    small={
        **counted(0, _SMALL),
        **counted(20, "twenty thirty forty/fourty fifty sixty seventy eighty ninety", 10),
    },
    hundred=frozenset({"hundred"}),
    scales={
        "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "milliard": 10**9,
        "millions": 10**6, "billions": 10**9, "trillions": 10**12, "milliards": 10**9,
    },
    scale_phrases={"lakh": 10**5, "lakhs": 10**5, "crore": 10**7, "crores": 10**7, "mln": 10**6},
    scale_signs={
        "m": 10**6, "M": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "B": 10**9, "tn": 10**12, "k": 10**3,
        "K": 10**3,
    },
    ones=frozenset({"one", "a", "an"}),
    joiners=frozenset({"and"}),
    weak=frozenset({"zero", "second", "seconds", "third", "quarter"}),
    ordinals=counted(1, _ORDINALS)
    | counted(30, "thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth", 10),
    ordinal_suffixes=frozenset({"st", "nd", "rd", "th"}),
    collectives={
        "half": "0.5", "halves": "0.5", "mid": "0.5", "dozen": "12", "dozens": "12", "pair": "2",
        "couple": "2", "both": "2", "double": "2", "doubled": "2", "doubling": "2", "twice": "2",
        "twofold": "2", "triple": "3", "tripled": "3", "threefold": "3", "thrice": "3", "decade": "10",
        "century": "100", "quarter": "4", "once": "1", "single": "1", "sole": "1", "only": "1", "nil": "0",
        "none": "0", "no": "0", "nothing": "0", "fortnight": "14", "twins": "2", "duo": "2", "trio": "3",
        "either": "2", "neither": "2", "bi": "2", "hundred": "100", "thousand": "1000", "twin": "2",
        "quadruple": "4", "biennial": "2", "fortnightly": "14", "hundreds": "100", "tens": "10",
    },
    halves=frozenset({"half"}),
    denominators={
        "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4,
        "fourths": 4, "fifth": 5, "fifths": 5, "tenth": 10, "tenths": 10,
    },
    percent=("%", "percent", "per cent", "pct"),
    points=("percentage points", "percentage point", "pp", "percentage-point"),
    point_units=("points", "point", "pts"),
    currencies=coded(
        HUF="forint forints", PLN="zloty zlotys zlotych",
        EUR="euro euros", USD="dollar dollars", GBP="british_pounds pounds_sterling",
        **{"US$": "us_dollars us_dollar u.s._dollars u.s._dollar american_dollars"},
        CAD="canadian_dollars canadian_dollar", AUD="australian_dollars australian_dollar",
        NZD="new_zealand_dollars", HKD="hong_kong_dollars", SGD="singapore_dollars",
        MXN="mexican_pesos", ARS="argentine_pesos argentinian_pesos", CLP="chilean_pesos",
        COP="colombian_pesos",
        SEK="swedish_kronor swedish_crowns", NOK="norwegian_kroner norwegian_crowns", DKK="danish_kroner",
        BRL="reais brazilian_reals",
        JPY="yen", CNY="yuan", CHF="swiss_francs", RUB="rouble roubles ruble rubles",
        CZK="czech_crowns czech_koruna", cent="cent cents euro_cents euro_cent eurocents", peso="peso pesos",
        crown="crown crowns koruna korunas kroner krona", franc="franc francs", rupee="rupee rupees",
        ESP="pesetas peseta", DEM="marks",
    ),
    units=coded(
        bp="basis_points basis_point", hp="horsepower",
        kW="kilowatt kilowatts", MW="megawatt megawatts", GW="gigawatt gigawatts",
        kWh="kilowatt_hour kilowatt_hours kilowatt-hour kilowatt-hours", mg="milligram milligrams",
        MWh="megawatt_hour megawatt_hours megawatt-hour megawatt-hours", ug="microgram micrograms",
        GWh="gigawatt_hour gigawatt_hours gigawatt-hour gigawatt-hours", ml="millilitres milliliters",
        TWh="terawatt_hours terawatt-hours",
        GB="gigabyte gigabytes", TB="terabyte terabytes", MB="megabyte megabytes",
        km="kilometre kilometres kilometer kilometers", m="metre metres meter meters",
        cm="centimetre centimetres centimeter centimeters", mm="millimetre millimetres millimeters",
        mile="mile miles", ft="foot feet", inch="inch inches", yd="yard yards",
        kg="kilo kilos kilogram kilograms", g="gram grams", t="ton tons tonne tonnes metric_tons",
        pound="pound pounds", lb="lbs", l="litre litres liter liters", gal="gallon gallons",
        barrel="barrel barrels",
        ha="hectare hectares", acre="acre acres", km2="square_kilometres square_kilometers",
        mi2="square_miles", m2="square_metres square_meters", s="seconds", min="minute minutes",
        h="hour hours hrs", day="day days", week="week weeks", month="month months",
        year="year years", decade="decades", age="centuries",
        deg="degree degrees",
    ) | {
        "kilometres per hour": "km/h", "kilometers per hour": "km/h", "miles per hour": "mph",
        "km per hour": "km/h", "kph": "km/h", "miles an hour": "mph",
        "cubic metres": "m3", "cubic meters": "m3",
        "metres squared": "m2", "meters squared": "m2", "square feet": "ft2", "square foot": "ft2",
    },
    links=frozenset({"of"}),
    months=counted(
        1, "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep "
        "october/oct november/nov december/dec"
    ),
    months_capitalised=True,
    month_first=True,
    date_links=frozenset({"of"}),
    centuries=frozenset({"century", "centuries"}),
    decade_names=counted(20, "twenties thirties forties fifties sixties seventies eighties nineties", 10),
    plural_decades=True,
    range_words=frozenset({"to"}),
    contrasts=("instead", "rather than", "as opposed to"),
    between={"between": "and"},
    morning=("a.m.", "am", "a.m", "a. m.", "in the morning"),
    afternoon=("p.m.", "pm", "p.m", "p. m.", "in the afternoon", "in the evening", "at night", "tonight"),
    openings=frozenset({
        "after", "among", "at", "before", "by", "during", "for", "from", "in", "of", "on", "out",
        "over", "since", "under", "until", "with", "within",
    }),
    ages=frozenset({"age"}),
    half_of=frozenset({"half"}),
    share_links=frozenset({"of"}),
    eras=coded(
        BC="bc b.c. bce before_christ",
        AD="ad a.d. ce anno_domini",
    ),
    every=frozenset({"every"}),
    scores=frozenset({"score", "scoreline"}),
    periods=frozenset({"quarter", "quarters", "semester", "trimester"}),
    rounds={
        "semi-final": 2, "semi-finals": 2, "semifinal": 2, "semifinals": 2, "quarter-final": 4,
        "quarter-finals": 4, "quarterfinal": 4, "quarterfinals": 4, "quarter finals": 4, "last 16": 8,
        "last sixteen": 8, "round of 16": 8, "last 32": 16, "round of 32": 16,
    },
    each=frozenset({"all"}),
    no_goals=("goalless", "scoreless", "nil-nil"),
    dozens=frozenset({"dozen"}),
    noon=frozenset({"noon", "midday"}),
    midnight=frozenset({"midnight"}),
    year_cues=frozenset({"in", "since", "by", "until", "of", "during", "from", "late", "early"}),
    interposed=frozenset({"more", "other", "additional", "further", "long", "full"}),
    rough_scales={"thousands": 10**3, "millions": 10**6, "billions": 10**9},
    closing=frozenset(
        {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"}
    ),
    idioms=("4x4", "24/7", "second to none", "at sixes and sevens", "on cloud nine", "nine to five"),
    multipliers={
        "double": 2, "doubled": 2, "doubling": 2, "doubles": 2, "tripled": 3, "tripling": 3, "trebled": 3,
        "quadrupled": 4, "twice": 2, "twofold": 2, "triple": 3, "thrice": 3, "threefold": 3, "quadruple": 4,
        "fourfold": 4, "fivefold": 5, "tenfold": 10,
    },
    times=("times",),
    about=("about", "around", "approximately", "roughly", "some", "close to", "circa"),
    over=(
        "more than", "over", "upwards of", "above", "at least", "a minimum of", "no fewer than",
        "no less than",
    ),
    under=(
        "less than", "fewer than", "nearly", "almost", "under", "below", "at most", "a maximum of",
        "no more than", "up to", "not more than",
    ),
    spans={
        "year before last": "2 year", "day before yesterday": "2 day",
        "biennium": "2 year", "triennium": "3 year", "lustrum": "5 year", "quarterly": "3 month",
        "quarter": "3 month", "semester": "6 month", "annual": "12 month", "annually": "12 month",
        "yearly": "12 month", "fortnight": "14 day", "weekly": "7 day", "quadragenarian": "40 year",
        "sexagenarian": "60 year", "septuagenarian": "70 year", "octogenarian": "80 year",
        "nonagenarian": "90 year",
    },
    feasts={
        "new year's day": "1-1", "epiphany": "1-6", "valentine's day": "2-14", "may day": "5-1",
        "independence day": "7-4", "bastille day": "7-14", "halloween": "10-31", "all saints' day": "11-1",
        "all saints day": "11-1", "christmas eve": "12-24", "christmas day": "12-25", "boxing day": "12-26",
        "new year's eve": "12-31",
    },
    references=("number", "article", "section"),
    past=frozenset({"past"}),
    to=frozenset({"to"}),
    quarter=frozenset({"quarter"}),
    half_past=frozenset({"half"}),
    clock_cues=frozenset({"at", "until", "by"}),
    one_in=("in", "in every", "out of", "out of every"),
    from_words=frozenset({"from"}),
    vague=frozenset(
        {"few", "several", "some", "many", "dozens", "tens"}
    ),
    minus=frozenset({"minus"}),
    below_zero=("below zero",),
    falls=(
        "fall", "fell", "drop", "declin", "decreas", "reduc", "cut", "loss", "lost", "lose", "losing",
        "down", "lower", "shrink", "shrank", "shrunk", "contract", "deficit", "minus", "negativ", "slip",
        "slid", "tumbl", "plung", "dip",
    ),
)  # fmt: skip
