"""Italian numerals; compound words are read as one (duemilatrecento)."""

from copydesk.languages.contract.numerals import Numerals, NumeralStyle, coded, counted

_UNITS = counted(1, "uno/un due tre/tré quattro cinque sei sette otto nove")
_TENS = counted(20, "venti trenta quaranta cinquanta sessanta settanta ottanta novanta", 10)
_AGES = {
    **counted(11, "undic dodic tredic quattordic quindic sedic diciassett diciott diciannov"),
    **{ten[:-1]: value for ten, value in _TENS.items()},
}
_COMPOUNDS = {
    (ten[:-1] if unit[0] in "uo" else ten) + unit: value + number
    for ten, value in _TENS.items()
    for unit, number in _UNITS.items()
}

NUMERALS = Numerals(
    decimal_marks=",",
    group_marks=".",
    style=NumeralStyle(
        decimal=",",
        group=".",
        group_from=5,
        ordinals={0: "º"},
        century="{n} secolo",
        decade="anni {n}",
        date="{d} {M} {y}",
        day_month="{d} {M}",
        month_year="{M} {y}",
        scales={10**6: ("milione", "milioni"), 10**9: ("miliardo", "miliardi")},
        days={1: "º"},
    ),
    small={
        **counted(0, "zero uno/un/una due tre/tré quattro cinque sei sette otto nove dieci undici dodici"),
        **counted(13, "tredici quattordici quindici sedici diciassette diciotto diciannove"),
        **_TENS,
        **{ten[:-1]: value for ten, value in _TENS.items()},
    },
    hundreds=counted(
        100,
        "cento duecento trecento quattrocento cinquecento seicento settecento ottocento novecento",
        100,
    ),
    scales={
        "mille": 10**3, "mila": 10**3, "milione": 10**6, "milioni": 10**6, "miliardo": 10**9,
        "miliardi": 10**9,
    },
    bare_scales=frozenset({"mille"}),
    scale_phrases={
        "mln": 10**6, "mln.": 10**6, "mld": 10**9, "mld.": 10**9, "lakh": 10**5, "crore": 10**7,
    },
    scale_signs={"mln": 10**6, "mld": 10**9, "M": 10**6},
    ones=frozenset({"uno", "un", "una"}),
    weak=frozenset({"sei", "sette", "secondo", "seconda", "zero"}),
    ordinals=counted(1, "primo/prima/primi/prime secondo/seconda terzo/terza quarto/quarta quinto/quinta")
    | counted(6, "sesto/sesta settimo/settima ottavo/ottava nono/nona decimo/decima")
    | counted(11, "undicesimo dodicesimo tredicesimo quattordicesimo quindicesimo sedicesimo diciassettesimo")
    | counted(18, "diciottesimo diciannovesimo ventesimo ventunesimo"),
    ordinal_suffixes=frozenset({"º", "ª", "°"}),
    collectives={
        "metà": "0.5", "mezzo": "0.5", "mezza": "0.5", "dozzina": "12", "decina": "10", "coppia": "2",
        "paio": "2", "entrambi": "2", "entrambe": "2", "doppio": "2", "triplo": "3", "decennio": "10",
        "ventina": "20", "trentina": "30", "quarantina": "40",
        "cinquantina": "50", "centinaio": "100", "migliaio": "1000", "secolo": "100",
    },
    percent=("%", "per cento", "percento"),
    points=("punti percentuali", "punto percentuale"),
    point_units=("punti", "punto"),
    currencies=coded(
        HUF="fiorini_ungheresi fiorini", PLN="zloty",
        EUR="euro", USD="dollaro dollari", GBP="sterlina sterline",
        **{"US$": "dollari_americani dollari_statunitensi"}, CAD="dollari_canadesi",
        AUD="dollari_australiani", NZD="dollari_neozelandesi", HKD="dollari_di_hong_kong",
        MXN="pesos_messicani", ARS="pesos_argentini", SEK="corone_svedesi", NOK="corone_norvegesi",
        DKK="corone_danesi", peso="pesos peso", rupee="rupie rupia", JPY="yen", cent="centesimi cent",
        CHF="franchi_svizzeri", RUB="rubli rublo", CNY="yuan", crown="corone corona", franc="franchi",
    ),
    units=coded(
        bp="punti_base",
        kW="kilowatt", MW="megawatt", GW="gigawatt", kWh="kilowattora chilowattora", MWh="megawattora",
        GWh="gigawattora", TWh="terawattora", mg="milligrammi milligrammo", ml="millilitri", mm="millimetri",
        lb="libbre libbra", yd="iarde",
        GB="gigabyte", TB="terabyte", MB="megabyte",
        acre="acro acri",
        km="chilometro chilometri", m="metro metri", cm="centimetri centimetro", kg="chilo chili chilogrammi",
        t="tonnellata tonnellate", l="litro litri", ha="ettari ettaro", mile="miglia", s="secondi",
        min="minuto minuti", h="ora ore", day="giorno giorni", week="settimana settimane",
        month="mese mesi", year="anno anni", deg="gradi",
        km2="chilometri_quadrati", m2="metri_quadrati", m3="metri_cubi",
        ft="piedi", g="grammi grammo", inch="pollici", barrel="barili", decade="decenni", age="secoli",
    ) | {
        "miglia orarie": "mph", "miglia all'ora": "mph", "miglia l'ora": "mph", "chilometri l'ora": "km/h",
        "km orari": "km/h", "piedi quadrati": "ft2", "chilometri orari": "km/h",
        "chilometri all'ora": "km/h", "km all'ora": "km/h"},
    links=frozenset({"di"}),
    months=counted(
        1,
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    ),
    centuries=frozenset({"secolo", "secoli"}),
    decades=("anni",),
    range_words=frozenset({"a"}),
    contrasts=("invece", "anziché", "bensì"),
    between={"tra": "e", "fra": "e"},
    openings=frozenset({
        "con", "da", "dal", "dei", "del", "di", "dopo", "durante", "entro",
        "fra", "in", "negli", "nei", "nel", "nella", "nelle", "per", "su", "tra",
    }),
    part_phrases={
        "terza parte": 3, "quarta parte": 4, "quinta parte": 5, "sesta parte": 6,
        "settima parte": 7, "ottava parte": 8, "nona parte": 9, "decima parte": 10,
    },
    ages=frozenset({"età"}),
    half_of=frozenset({"metà"}),
    share_links=frozenset({"di", "del", "dei", "della", "delle", "degli", "dell"}),
    eras=coded(
        BC="a.c. a._c. ac avanti_cristo prima_di_cristo",
        AD="d.c. d._c. dc dopo_cristo",
    ),
    scores=frozenset({"punteggio"}),
    periods=frozenset({"trimestre", "semestre"}),
    rounds={
        "semifinale": 2, "semifinali": 2, "quarti di finale": 4, "ottavi di finale": 8,
        "sedicesimi di finale": 16,
    },
    no_goals=("reti inviolate", "reti bianche", "senza reti"),
    draws=frozenset({"pareggio", "pareggi", "pareggia", "pareggiano", "pari"}),
    dozens=frozenset({"dozzine", "dozzina"}),
    century_names=counted(
        13, "duecento trecento quattrocento cinquecento seicento settecento ottocento novecento"
    ),
    participles={"ha": ("ato", "ito", "uto", "tto", "sto", "so", "rto", "nto")},
    noon=frozenset({"mezzogiorno"}),
    midnight=frozenset({"mezzanotte"}),
    year_cues=frozenset({"nel", "dal", "del", "entro", "al"}),
    compounds=_COMPOUNDS,
    inner={"mila": 10**3, "mille": 10**3, "cento": 100},
    rough_scales={"migliaia": 10**3, "centinaia": 100, "decine": 10},
    denominators=counted(3, "terzo/terzi quarto/quarti quinto/quinti sesto/sesti"),
    halves=frozenset({"mezzo", "mezza"}),
    joiners=frozenset({"e"}),
    interposed=frozenset({"altri"}),
    idioms=("24/7", "4x4", "quattro per quattro", "a quattr'occhi", "mezzo mondo"),
    multipliers={"doppio": 2, "triplo": 3, "quadruplo": 4},
    times=("volte",),
    about=("circa", "intorno a", "attorno a", "all'incirca"),
    over=(
        "più di", "oltre", "almeno", "non meno di",
    ),
    under=(
        "meno di", "quasi", "al massimo", "al più", "non più di", "fino a",
    ),
    spans={
        "biennio": "2 year", "triennio": "3 year", "quinquennio": "5 year", "lustro": "5 year",
        "bimestre": "2 month", "trimestre": "3 month", "semestre": "6 month", "annuo": "12 month",
        "annuale": "12 month",
    }
    | {f"{stem}enn{ending}": f"{age} year" for stem, age in _AGES.items() for ending in "ei"}
    | {
        f"{word if word[-1] == 'i' or word.endswith('tre') else word[:-1]}enn{ending}": f"{age} year"
        for word, age in _COMPOUNDS.items()
        for ending in "ei"
    },
    references=("numero", "articolo"),
    morning=("del mattino", "di mattina"),
    afternoon=("del pomeriggio", "di sera", "della sera"),
    to=frozenset({"meno"}),
    quarter=frozenset({"quarto"}),
    hour_first=True,
    one_in=("su",),
    from_words=frozenset({"da", "dal", "dai"}),
    vague=frozenset(
        {"alcuni", "alcune", "qualche", "pochi", "poche", "molti", "molte", "diversi", "diverse"}
    ),
    minus=frozenset({"meno"}),
    below_zero=("sotto zero", "sottozero",),
    falls=(
        "cal", "cadut", "scend", "sces", "ridu", "ridot", "diminu", "perdit", "pers", "perd", "fless",
        "contrazion", "contratt", "contrae", "deficit", r"(?<!più o )meno(?! di\b| che\b)", "negativ",
    ),
    clock24=True,
)  # fmt: skip
