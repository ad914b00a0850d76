"""Catalan numerals: digits, words, months and units."""

from copydesk.languages.contract.numerals import Numerals, NumeralStyle, coded, counted

NUMERALS = Numerals(
    decimal_marks=",",
    group_marks=".",
    style=NumeralStyle(
        decimal=",",
        group=".",
        group_from=5,
        percent="\u00a0",
        clock="{h}.{m:02}\u00a0h",
        clock_full="{h}\u00a0h",
        ordinals={0: "è"},
        century="segle {n}",
        decade="anys {n}",
        date="{d} de {M} de {y}",
        day_month="{d} de {M}",
        month_year="{M} de {y}",
    ),
    small={
        **counted(0, "zero un/una/u dos/dues tres quatre cinc sis set vuit nou deu onze dotze tretze"),
        **counted(14, "catorze quinze setze disset divuit dinou vint"),
        **counted(30, "trenta quaranta cinquanta seixanta setanta vuitanta noranta", 10),
    },
    hundred=frozenset({"cent", "cents", "centes"}),
    bare_hundred=True,
    scales={
        "mil": 10**3, "milió": 10**6, "milions": 10**6, "bilió": 10**12, "bilions": 10**12,
    },
    bare_scales=frozenset({"mil"}),
    scale_signs={"M": 10**6},
    ones=frozenset({"un", "una", "u"}),
    joiners=frozenset({"i"}),
    weak=frozenset({"nou", "set", "cent", "segon", "segona", "quart", "deu", "sis", "zero"}),
    ordinals=counted(1, "primer/primera/primers segon/segona tercer/tercera quart/quarta cinquè/cinquena")
    | counted(6, "sisè/sisena setè/setena vuitè/vuitena novè/novena desè/desena"),
    ordinal_suffixes=frozenset({"r", "n", "t", "è", "é", "a", "ª", "º"}),
    collectives={
        "meitat": "0.5", "mig": "0.5", "mitja": "0.5", "dotzena": "12", "desena": "10", "parell": "2",
        "parella": "2", "ambdós": "2", "doble": "2", "triple": "3", "dècada": "10", "vintena": "20",
        "trentena": "30", "centenar": "100", "miler": "1000", "segle": "100",
    },
    percent=("%", "per cent"),
    points=("punts percentuals", "punt percentual"),
    point_units=("punts", "punt"),
    currencies=coded(
        HUF="forint forints florins", PLN="zloty zlotys",
        EUR="euro euros", USD="dòlar dòlars", GBP="lliures_esterlines", JPY="iens ien", cent="cèntims centaus"
    ),
    units=coded(
        acre="acre acres",
        km="quilòmetre quilòmetres", m="metre metres", cm="centímetres", kg="quilo quilos quilograms",
        t="tona tones", l="litre litres", ha="hectàrees", mile="milla milles", s="segons",
        min="minut minuts", h="hora hores", day="dia dies", week="setmana setmanes", month="mes mesos",
        year="any anys", deg="graus", km2="quilòmetres_quadrats", m2="metres_quadrats", m3="metres_cúbics",
        mm="mil·límetres", ft="peus", inch="polzades", lb="lliures", g="grams gram", decade="dècades",
        age="segles",
    ) | {"quilòmetres per hora": "km/h", "km per hora": "km/h"},
    links=frozenset({"de", "d"}),
    months=counted(
        1,
        "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
    ),
    date_links=frozenset({"de", "del", "d"}),
    centuries=frozenset({"segle", "segles"}),
    decades=("anys", "dècada dels", "dècada de"),
    range_words=frozenset({"a"}),
    contrasts=("en lloc de", "en comptes de", "sinó"),
    between={"entre": "i"},
    noon=frozenset({"migdia"}),
    midnight=frozenset({"mitjanit"}),
    year_cues=frozenset({"el", "del", "des"}),
    rough_scales={"milers": 10**3},
    denominators=counted(3, "terç/terços quart/quarts cinquè/cinquens sisè/sisens"),
    halves=frozenset({"mig", "mitja"}),
    interposed=frozenset({"altres"}),
    idioms=("24/7", "4x4", "medi ambient", "mig món", "als quatre vents"),
    multipliers={"doble": 2, "triple": 3, "quàdruple": 4},
    times=("vegades", "cops"),
    about=("uns", "unes", "prop de", "al voltant de", "aproximadament"),
    over=(
        "més de", "més d'", "almenys", "com a mínim", "si més no",
    ),
    under=(
        "menys de", "gairebé", "quasi", "com a màxim", "com a molt", "fins a",
    ),
    spans={
        "bienni": "2 year", "trienni": "3 year", "quinquenni": "5 year", "lustre": "5 year",
        "bimestre": "2 month", "trimestre": "3 month", "semestre": "6 month", "anual": "12 month",
    },
    references=("número", "article"),
    morning=("del matí", "de la matinada"),
    afternoon=("de la tarda", "del vespre", "de la nit"),
    hour_first=True,
    one_in=("de cada",),
    from_words=frozenset({"de", "des", "del"}),
    vague=frozenset(
        {"alguns", "algunes", "diversos", "diverses", "pocs", "poques", "molts", "moltes", "uns", "unes"}
    ),
    minus=frozenset({"menys"}),
    below_zero=("sota zero",),
    falls=(
        "caigu", "caure", "baix", "redu", "disminu", "pèrdu", "perd", "retro", "dèficit", "menys",
        "negati",
    ),
    clock24=True,
)  # fmt: skip
