"""French numerals (long scale; septante, huitante, nonante included)."""

from copydesk.languages.contract.numerals import Numerals, NumeralStyle, coded, counted

_ORDINALS = (
    "premier/première/premiers/premières deuxième/second/seconde/deuxièmes troisième/troisièmes quatrième "
    "cinquième sixième septième huitième neuvième dixième onzième douzième treizième quatorzième quinzième "
    "seizième"
)

NUMERALS = Numerals(
    decimal_marks=",",
    group_marks=" .",
    style=NumeralStyle(
        decimal=",",
        group="\u202f",
        group_from=5,
        percent="\u00a0",
        clock="{h}\u00a0h\u00a0{m:02}",
        clock_full="{h}\u00a0heures",
        ordinals={0: "e", 1: "er"},
        roman_ordinal="e",
        century="{n}e\u00a0siècle",
        decade="années {n}",
        date="{o}\u00a0{M} {y}",
        day_month="{o}\u00a0{M}",
        month_year="{M} {y}",
        scales={10**6: ("million", "millions"), 10**9: ("milliard", "milliards")},
        one_below_two=True,
        days={1: "er"},
        clock_words=("heures", "heure", "h"),
    ),
    small={
        **counted(0, "zéro un/une deux trois quatre cinq six sept huit neuf dix onze douze treize"),
        **counted(14, "quatorze quinze seize"),
        **counted(
            20, "vingt/vingts trente quarante cinquante soixante septante huitante/octante nonante", 10
        ),
    },
    hundred=frozenset({"cent", "cents"}),
    bare_hundred=True,
    scales={
        "mille": 10**3, "million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9,
        "billion": 10**12, "billions": 10**12,
    },
    bare_scales=frozenset({"mille"}),
    scale_phrases={
        "mds": 10**9, "mrds": 10**9, "mio": 10**6, "lakh": 10**5, "lakhs": 10**5, "crore": 10**7,
        "crores": 10**7,
    },
    scale_signs={
        "M": 10**6, "Md": 10**9, "Mds": 10**9, "mds": 10**9, "md": 10**9, "Mrd": 10**9,
        "k": 10**3, "K": 10**3,
    },
    ones=frozenset({"un", "une"}),
    joiners=frozenset({"et"}),
    vigesimal=True,
    weak=frozenset({"neuf", "zéro", "second", "seconde", "cent", "mille", "unième"}),
    ordinals=counted(1, _ORDINALS)
    | {"unième": 1, "centième": 100, "millième": 1000}
    | counted(20, "vingtième trentième quarantième cinquantième soixantième", 10),
    ordinal_suffixes=frozenset(
        {
            "er", "ère", "ere", "re", "e", "ème", "eme", "ième", "nd", "nde", "d", "de", "es", "èmes", "ers",
            "o",
        }
    ),
    collectives={
        "moitié": "0.5", "demi": "0.5", "demie": "0.5", "mi": "0.5", "douzaine": "12", "dizaine": "10",
        "vingtaine": "20", "trentaine": "30", "quarantaine": "40", "cinquantaine": "50", "soixantaine": "60",
        "centaine": "100", "centaines": "100", "milliers": "1000", "millier": "1000", "quinzaine": "15",
        "huitaine": "8", "paire": "2", "couple": "2",
        "double": "2", "triple": "3", "décennie": "10", "siècle": "100", "tiers": "3", "duo": "2",
        "unique": "1", "seul": "1", "seule": "1", "aucun": "0", "aucune": "0", "rien": "0", "trimestre": "3",
        "semestre": "6", "trio": "3", "doublé": "2", "doubler": "2", "triplé": "3", "tripler": "3",
        "jumeaux": "2", "zéro": "0", "dizaines": "10", "quadruple": "4", "trentenaire": "30",
    },
    halves=frozenset({"demi", "demie"}),
    denominators={
        "tiers": 3, "quart": 4, "quarts": 4, "cinquième": 5, "cinquièmes": 5, "dixième": 10, "dixièmes": 10,
    },
    percent=("%", "pour cent", "pour 100", "pourcent"),
    points=("points de pourcentage", "point de pourcentage", "points de pour cent", "pp"),
    point_units=("points", "point", "pts"),
    currencies=coded(
        HUF="forint forints", PLN="zloty zlotys",
        EUR="euro euros", USD="dollar dollars", GBP="livre_sterling livres_sterling livres_britanniques",
        **{"US$": "dollars_américains dollar_américain"},
        CAD="dollars_canadiens dollar_canadien", AUD="dollars_australiens dollar_australien",
        NZD="dollars_néo-zélandais", HKD="dollars_de_hong_kong dollars_hongkongais",
        SGD="dollars_de_singapour", MXN="pesos_mexicains", ARS="pesos_argentins", CLP="pesos_chiliens",
        COP="pesos_colombiens", SEK="couronnes_suédoises", NOK="couronnes_norvégiennes",
        DKK="couronnes_danoises", BRL="reais reals",
        JPY="yen yens", CNY="yuan yuans", CHF="franc_suisse francs_suisses", RUB="rouble roubles",
        CZK="couronne_tchèque couronnes_tchèques", cent="cents centime centimes centimes_d'euro",
        peso="peso pesos",
        crown="couronne couronnes", franc="franc francs", rupee="roupie roupies", ESP="peseta pesetas",
        DEM="marks",
    ),
    units=coded(
        bp="points_de_base point_de_base", hp="chevaux",
        kW="kilowatt kilowatts", MW="mégawatt mégawatts", GW="gigawatt gigawatts",
        kWh="kilowattheure kilowattheures kilowatts-heure kilowatts-heures kilowatt-heure",
        MWh="mégawattheure mégawattheures", GWh="gigawattheure gigawattheures", TWh="térawattheures",
        mg="milligramme milligrammes", ug="microgrammes", ml="millilitre millilitres",
        GB="go gigaoctet gigaoctets", TB="to téraoctet téraoctets", MB="mo mégaoctet mégaoctets",
        acre="acre acres",
        km="kilomètre kilomètres", m="mètre mètres", cm="centimètre centimètres", mm="millimètre millimètres",
        mile="mile miles", yd="yard yards", ft="pied pieds", inch="pouce pouces",
        kg="kilo kilos kilogramme kilogrammes",
        g="gramme grammes", t="tonne tonnes", pound="livre livres", l="litre litres", gal="gallon gallons",
        barrel="baril barils", ha="hectare hectares", km2="kilomètres_carrés", m2="mètres_carrés",
        s="secondes", min="minute minutes", h="heure heures", day="jour jours", week="semaine semaines",
        month="mois", year="an ans année années", decade="décennies décades", age="siècles",
        deg="degré degrés",
    ) | {
        "kilomètres à l'heure": "km/h", "kilomètres heure": "km/h", "km à l'heure": "km/h",
        "km/heure": "km/h", "kilomètres par heure": "km/h", "mètres cubes": "m3", "pieds carrés": "ft2",
        "miles à l'heure": "mph",
    },
    links=frozenset({"de", "d"}),
    months=counted(
        1,
        "janvier février/fevrier mars avril mai juin juillet août/aout septembre octobre novembre "
        "décembre/decembre",
    ),
    date_links=frozenset(),
    centuries=frozenset({"siècle", "siècles"}),
    decades=("années",),
    range_words=frozenset({"à", "au"}),
    contrasts=("au lieu", "plutôt que", "et non"),
    between={"entre": "et"},
    openings=frozenset({
        "après", "au", "aux", "avant", "avec", "dans", "de", "depuis", "du", "durant", "dès", "en",
        "entre", "jusqu", "par", "parmi", "pendant", "pour", "sur", "à",
    }),
    ages=frozenset({"âge"}),
    half_of=frozenset({"moitié"}),
    share_links=frozenset({"de", "des", "du", "d"}),
    eras=coded(
        BC="avant_j.-c. avant_jc avant_jésus-christ av._j.-c. av._j-c. av._jc av._j.c. avant_notre_ère",
        AD="après_j.-c. après_jc après_jésus-christ apr._j.-c. ap._j.-c. de_notre_ère",
    ),
    scores=frozenset({"score"}),
    periods=frozenset({"trimestre", "semestre"}),
    rounds={
        "demi-finale": 2, "demi-finales": 2, "demies": 2, "quarts de finale": 4, "quart de finale": 4,
        "huitièmes de finale": 8, "huitième de finale": 8, "8es de finale": 8, "8e de finale": 8,
        "seizièmes de finale": 16, "16es de finale": 16, "trente-deuxièmes de finale": 32,
        "32es de finale": 32,
    },
    each=frozenset({"partout"}),
    no_goals=("nul et vierge", "score vierge", "score nul et vierge"),
    dozens=frozenset({"douzaines", "douzaine"}),
    morning=("du matin", "heures du matin", "h du matin"),
    afternoon=("de l'après-midi", "du soir", "heures du soir", "heures de l'après-midi", "h du soir"),
    noon=frozenset({"midi"}),
    midnight=frozenset({"minuit"}),
    year_cues=frozenset({"en", "depuis", "dès", "ici", "vers", "année", "fin"}),
    interposed=frozenset(
        {
            "autres", "nouveaux", "nouvelles", "derniers", "dernières", "prochains", "prochaines", "premiers",
            "premières", "petits", "petites", "longs", "longues",
        }
    ),
    loose_scales={"milles": 10**3},
    rough_scales={"milliers": 10**3, "centaines": 100},
    closing=frozenset(
        {
            "unième", "deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième", "huitième",
            "neuvième",
        }
    ),
    idioms=("4x4", "24/7", "24h/24", "7j/7", "au 100 km", "aux 100 km", "sur son 31", "sur leur 31",
            "sur son trente et un", "sur leur trente et un", "à quatre épingles", "aux quatre coins",
            "entre quatre yeux", "quatre cents coups", "trente-six chandelles"),
    multipliers={
        "double": 2, "triple": 3, "quadruple": 4, "quintuple": 5, "doublé": 2, "doubler": 2, "doublent": 2,
        "triplé": 3, "tripler": 3, "triplent": 3, "quadruplé": 4, "quadrupler": 4, "quintuplé": 5,
    },
    times=("fois",),
    about=("environ", "quelque", "à peu près", "près de", "près d'", "autour de", "autour des", "vers"),
    over=(
        "plus de", "plus d'", "supérieur à", "supérieure à", "au moins", "au moins de", "au minimum",
        "pas moins de",
    ),
    under=(
        "moins de", "moins d'", "presque", "inférieur à", "au plus", "au maximum", "tout au plus",
        "jusqu'à", "pas plus de",
    ),
    spans={
        "avant-hier": "2 day", "avant-dernière année": "2 year",
        "biennal": "2 year", "triennat": "3 year", "quinquennat": "5 year", "septennat": "7 year",
        "lustre": "5 year", "bimestre": "2 month", "trimestre": "3 month", "semestre": "6 month",
        "annuel": "12 month", "quinquennal": "5 year", "triennal": "3 year", "décennal": "10 year",
        "quinquennale": "5 year", "triennale": "3 year", "décennale": "10 year", "annuelle": "12 month",
        "quinzaine": "15 day", "trentenaire": "30 year",
        "quadragénaire": "40 year", "quinquagénaire": "50 year", "sexagénaire": "60 year",
        "septuagénaire": "70 year", "octogénaire": "80 year", "nonagénaire": "90 year",
    },
    feasts={
        "jour de l'an": "1-1", "épiphanie": "1-6", "saint-valentin": "2-14", "fête du travail": "5-1",
        "toussaint": "11-1", "noël": "12-25", "saint-sylvestre": "12-31",
    },
    references=("numéro", "article"),
    to=frozenset({"moins"}),
    quarter=frozenset({"quart"}),
    hour_first=True,
    one_in=("sur",),
    from_words=frozenset({"de", "depuis", "des"}),
    vague=frozenset(
        {"quelques", "plusieurs", "peu", "dizaines", "vingtaines", "centaines", "milliers"}
    ),
    minus=frozenset({"moins"}),
    below_zero=("au-dessous de zéro", "en dessous de zéro", "en-dessous de zéro", "sous zéro"),
    falls=(
        "baiss", "chut", "recul", "diminu", "réduc", "rédui", "perte", "perd", "repli", "déficit",
        r"(?<!au )(?<!plus ou )moins(?! de\b| que\b| d['’])",
        "contract", "négati", "dégringol", "fléchi", "céd", "cède",
    ),
    clock24=True,
)  # fmt: skip
