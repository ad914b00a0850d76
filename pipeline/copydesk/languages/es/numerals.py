"""Spanish numerals (long scale: un billón is a million millions)."""

from copydesk.languages.contract.numerals import Numerals, NumeralStyle, coded, counted

_TEENS = (
    "once doce trece catorce quince dieciséis/dieciseis diecisiete dieciocho diecinueve veinte "
    "veintiuno/veintiún/veintiuna veintidós/veintidos veintitrés/veintitres veinticuatro veinticinco "
    "veintiséis/veintiseis veintisiete veintiocho veintinueve"
)
_HUNDREDS = (
    "cien/ciento doscientos/doscientas trescientos/trescientas cuatrocientos/cuatrocientas "
    "quinientos/quinientas seiscientos/seiscientas setecientos/setecientas ochocientos/ochocientas "
    "novecientos/novecientas"
)
_ORDINALS = (
    "primero/primer/primera/primeros/primeras segundo/segunda tercero/tercer/tercera/terceros cuarto/cuarta "
    "quinto/quinta sexto/sexta séptimo/séptima octavo/octava noveno/novena décimo/décima "
    "undécimo/undécima duodécimo/duodécima"
)
_TENTHS = (
    "vigésimo/vigésima trigésimo/trigésima cuadragésimo/cuadragésima quincuagésimo/quincuagésima "
    "sexagésimo/sexagésima septuagésimo/septuagésima octogésimo/octogésima nonagésimo/nonagésima "
    "centésimo/centésima"
)

NUMERALS = Numerals(
    decimal_marks=",",
    group_marks=".",
    style=NumeralStyle(
        decimal=",",
        group=".",
        group_from=4,
        percent="\u00a0",
        ordinals={0: ".º"},
        century="siglo {n}",
        decade="años {n}",
        date="{d} de {M} de {y}",
        day_month="{d} de {M}",
        month_year="{M} de {y}",
        scales={10**6: ("millón", "millones"), 10**12: ("billón", "billones")},
    ),
    small={
        **counted(0, "cero uno/un/una dos tres cuatro cinco seis siete ocho nueve diez"),
        **counted(11, _TEENS),
        **counted(30, "treinta cuarenta cincuenta sesenta setenta ochenta noventa", 10),
    },
    hundreds=counted(100, _HUNDREDS, 100),
    scales={
        "mil": 10**3, "millón": 10**6, "millon": 10**6, "millones": 10**6, "millardo": 10**9,
        "millardos": 10**9, "billón": 10**12, "billones": 10**12,
    },
    bare_scales=frozenset({"mil"}),
    scale_phrases={
        "miles de millones": 10**9, "millar de millones": 10**9, "millares de millones": 10**9,
        "mill.": 10**6, "mdp": 10**6, "mdd": 10**6, "mdeu": 10**6, "lakh": 10**5, "lakhs": 10**5,
        "crore": 10**7, "crores": 10**7,
    },
    scale_signs={"M": 10**6, "MM": 10**6, "mill": 10**6, "k": 10**3, "K": 10**3},
    ones=frozenset({"uno", "un", "una"}),
    joiners=frozenset({"y"}),
    weak=frozenset({"cero", "cuarto", "cuarta", "segundo", "segunda"}),
    ordinals={**counted(1, _ORDINALS), **counted(20, _TENTHS, 10), "milésimo": 1000, "milésima": 1000},
    ordinal_suffixes=frozenset({"º", "ª", "er", "o", "a", "°", "ro", "ra", "do", "da", "to", "ta"}),
    collectives={
        "mitad": "0.5", "medio": "0.5", "media": "0.5", "docena": "12", "docenas": "12", "decena": "10",
        "par": "2", "pareja": "2", "ambos": "2", "ambas": "2", "doble": "2", "triple": "3", "década": "10",
        "centenar": "100", "centena": "100", "millar": "1000",
        "tercio": "3", "bienio": "2", "quincena": "15", "dúo": "2",
        "único": "1", "única": "1", "trío": "3", "ningún": "0", "ninguna": "0", "nada": "0", "siglo": "100",
        "trimestre": "3", "semestre": "6", "quinquenio": "5", "bisiesto": "366", "veintena": "20",
        "treintena": "30", "cuarentena": "40", "cincuentena": "50", "cientos": "100", "miles": "1000",
        "solo": "1", "sola": "1",
        "gemelos": "2", "duplicar": "2", "duplicado": "2", "duplicó": "2", "triplicar": "3", "mil": "1000",
    },
    halves=frozenset({"medio", "media"}),
    denominators=counted(3, "tercio/tercios cuarto/cuartos/cuartas quinto/quintos/quintas")
    | {"décimo": 10, "décimas": 10},
    percent=("%", "por ciento", "por cientos", "por cien", "por 100"),
    points=("puntos porcentuales", "punto porcentual", "puntos de porcentaje", "pp"),
    point_units=("puntos", "punto"),
    currencies=coded(
        HUF="forint forintos florín_húngaro florines_húngaros florines", PLN="zloty zlotys",
        EUR="euro euros", USD="dólar dólares",
        **{"US$": "dólares_estadounidenses dólares_americanos dólares_de_estados_unidos"},
        CAD="dólares_canadienses dólar_canadiense", AUD="dólares_australianos dólar_australiano",
        NZD="dólares_neozelandeses", HKD="dólares_de_hong_kong", SGD="dólares_de_singapur",
        MXN="pesos_mexicanos", ARS="pesos_argentinos", CLP="pesos_chilenos", COP="pesos_colombianos",
        SEK="coronas_suecas", NOK="coronas_noruegas", DKK="coronas_danesas", BRL="reales",
        GBP="libra_esterlina libras_esterlinas libras_británicas", JPY="yen yenes",
        CNY="yuan yuanes", CHF="franco_suizo francos_suizos", RUB="rublo rublos",
        CZK="corona_checa coronas_checas", cent="centavo centavos céntimo céntimos céntimos_de_euro",
        peso="peso pesos",
        crown="corona coronas", franc="francos", rupee="rupia rupias", ESP="peseta pesetas", DEM="marcos",
    ),
    units=coded(
        bp="puntos_básicos punto_básico", hp="caballos",
        kW="kilovatio kilovatios", MW="megavatio megavatios", GW="gigavatio gigavatios",
        kWh="kilovatios_hora kilovatio_hora kilovatios-hora", MWh="megavatios_hora megavatios-hora",
        GWh="gigavatios_hora gigavatios-hora", TWh="teravatios_hora", mg="miligramo miligramos",
        ug="microgramos", ml="mililitro mililitros",
        GB="gigabyte gigabytes", TB="terabyte terabytes", MB="megabyte megabytes",
        acre="acre acres",
        km="kilómetro kilómetros", m="metro metros", cm="centímetro centímetros", mm="milímetros milímetro",
        mile="milla millas", yd="yarda yardas", ft="pie pies", inch="pulgada pulgadas",
        kg="kilo kilos kilogramo kilogramos",
        g="gramo gramos", t="tonelada toneladas", pound="libra libras", l="litro litros", gal="galón galones",
        barrel="barril barriles", ha="hectárea hectáreas", km2="kilómetros_cuadrados", m2="metros_cuadrados",
        s="segundos", min="minuto minutos", h="hora horas", day="día días dia dias", week="semana semanas",
        month="mes meses",
        year="año años ano anos", decade="décadas decenios", age="siglos", deg="grado grados",
    ) | {
        "kilómetros por hora": "km/h", "km por hora": "km/h", "km/hora": "km/h", "metros cúbicos": "m3",
        "pies cuadrados": "ft2", "millas por hora": "mph",
    },
    links=frozenset({"de"}),
    months=counted(
        1,
        "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre",
    ),
    date_links=frozenset({"de", "del"}),
    centuries=frozenset({"siglo", "siglos"}),
    decades=("años", "año", "década de", "década de los", "décadas de", "decenio de", "decenio de los"),
    range_words=frozenset({"a", "al"}),
    contrasts=("sino", "en lugar de", "en vez de"),
    between={"entre": "y"},
    openings=frozenset({
        "al", "antes", "con", "de", "del", "desde", "durante", "en", "entre", "hasta",
        "tras",
    }),
    part_phrases={
        "tercera parte": 3, "cuarta parte": 4, "quinta parte": 5, "sexta parte": 6,
        "séptima parte": 7, "octava parte": 8, "novena parte": 9, "décima parte": 10,
    },
    ages=frozenset({"edad"}),
    half_of=frozenset({"mitad"}),
    share_links=frozenset({"de", "del"}),
    eras=coded(
        BC="a._c. a.c. ac antes_de_cristo a._e._c. a._de_c. antes_de_nuestra_era",
        AD="d._c. d.c. dc después_de_cristo d._de_c. de_nuestra_era",
    ),
    scores=frozenset({"marcador", "tanteo"}),
    periods=frozenset({"trimestre", "semestre", "cuatrimestre"}),
    rounds={
        "semifinal": 2, "semifinales": 2, "cuartos de final": 4, "octavos de final": 8,
        "dieciseisavos de final": 16, "treintaidosavos de final": 32,
    },
    no_goals=("sin goles",),
    draws=frozenset({"empate", "empates", "empató", "empataron", "empatado", "empatados", "empatar"}),
    dozens=frozenset({"docenas", "docena"}),
    participles={"ha": ("ado", "ido", "to", "cho", "so")},
    morning=("de la mañana", "de la madrugada", "a.m.", "am", "a. m."),
    afternoon=("de la tarde", "de la noche", "de esta noche", "p.m.", "pm", "p. m."),
    noon=frozenset({"mediodía"}),
    midnight=frozenset({"medianoche"}),
    year_cues=frozenset({"en", "desde", "hasta", "de", "año", "para", "del"}),
    hundred=frozenset({"cientos", "cientas"}),
    interposed=frozenset(
        {
            "los", "las", "otros", "otras", "últimos", "últimas", "próximos", "próximas", "primeros",
            "primeras", "largos", "largas",
        }
    ),
    rough_scales={
        "miles": 10**3, "millares": 10**3, "cientos": 100, "centenares": 100, "centenas": 100, "decenas": 10,
    },
    idioms=("medio ambiente", "medio mundo", "media docena", "4x4", "cuatro por cuatro", "24/7", "a los 100",
            "cada 100 km", "cada 100 kilómetros", "al 100 km", "a los cuatro vientos",
            "por los cuatro costados"),
    multipliers={
        "doble": 2, "triple": 3, "cuádruple": 4, "quíntuple": 5, "duplicó": 2, "duplicar": 2, "duplicado": 2,
        "duplicaron": 2, "duplica": 2, "triplicó": 3, "triplicar": 3, "triplicado": 3, "triplicaron": 3,
        "triplica": 3, "cuadruplicó": 4, "cuadruplicado": 4, "quintuplicado": 5, "quintuplicó": 5,
    },
    times=("veces", "vez"),
    about=("unos", "unas", "alrededor de", "aproximadamente", "cerca de", "en torno a", "en torno al"),
    over=(
        "más de", "mas de", "superior a", "superiores a", "al menos", "por lo menos", "como mínimo",
        "no menos de",
    ),
    under=(
        "menos de", "casi", "inferior a", "como máximo", "como mucho", "a lo sumo", "no más de",
    ),
    spans={
        "anteayer": "2 day", "antier": "2 day",
        "bienio": "2 year", "trienio": "3 year", "cuatrienio": "4 year", "lustro": "5 year",
        "quinquenio": "5 year", "sexenio": "6 year", "bimestre": "2 month", "trimestre": "3 month",
        "semestre": "6 month", "anual": "12 month", "quincena": "15 day", "treintañero": "30 year",
        "cuarentón": "40 year", "cincuentón": "50 year", "sexagenario": "60 year", "sexagenaria": "60 year",
        "septuagenario": "70 year", "octogenario": "80 year", "nonagenario": "90 year",
    },
    feasts={
        "día de año nuevo": "1-1", "día de reyes": "1-6", "san valentín": "2-14", "día del trabajo": "5-1",
        "todos los santos": "11-1", "nochebuena": "12-24", "navidad": "12-25", "nochevieja": "12-31",
    },
    references=("núm.", "número", "artículo", "art."),
    to=frozenset({"menos"}),
    quarter=frozenset({"cuarto"}),
    hour_first=True,
    one_in=("de cada", "entre"),
    from_words=frozenset({"de", "del", "desde"}),
    vague=frozenset(
        {"algunos", "algunas", "varios", "varias", "unos", "unas", "pocos", "pocas", "muchos", "muchas"}
    ),
    minus=frozenset({"menos"}),
    below_zero=("bajo cero",),
    falls=(
        r"baj(?!o\b|as\b|a por\b)", "caíd", "caer", "cay", r"caen?\b",
        "descen", "reduc", "reduj", "disminu", "retro", "pérdid", "perdi",
        "perder", "pierd", "déficit", r"(?<!al )(?<!más o )menos(?! de\b| que\b)", "recort", "desplom",
        "contracc", "contraj", "contrae", "negativ",
    ),
    clock24=True,
)  # fmt: skip
