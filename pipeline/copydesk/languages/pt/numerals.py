"""Portuguese numerals (a bilhão of Brazil is 10^9, a bilião of Portugal 10^12)."""

from copydesk.languages.contract.numerals import Numerals, NumeralStyle, coded, counted

_HUNDREDS = (
    "cem/cento duzentos/duzentas trezentos/trezentas quatrocentos/quatrocentas quinhentos/quinhentas "
    "seiscentos/seiscentas setecentos/setecentas oitocentos/oitocentas novecentos/novecentas"
)

NUMERALS = Numerals(
    decimal_marks=",",
    group_marks=".",
    style=NumeralStyle(
        decimal=",",
        group=".",
        group_from=5,
        clock="{h}h{m:02}",
        clock_full="{h}h",
        ordinals={0: ".º"},
        century="século {n}",
        decade="anos {n}",
        date="{d} de {M} de {y}",
        day_month="{d} de {M}",
        month_year="{M} de {y}",
        clock_words=("horas", "h"),
    ),
    small={
        **counted(0, "zero um/uma dois/duas três quatro cinco seis sete oito nove dez onze doze treze"),
        **counted(14, "catorze/quatorze quinze dezesseis/dezasseis dezessete/dezassete dezoito"),
        **counted(19, "dezenove/dezanove vinte"),
        **counted(30, "trinta quarenta cinquenta sessenta setenta oitenta noventa", 10),
    },
    hundreds=counted(100, _HUNDREDS, 100),
    scales={
        "mil": 10**3, "milhão": 10**6, "milhões": 10**6, "bilhão": 10**9, "bilhões": 10**9, "bilião": 10**12,
        "biliões": 10**12, "trilhão": 10**12, "trilhões": 10**12,
    },
    bare_scales=frozenset({"mil"}),
    scale_phrases={"mi": 10**6, "bi": 10**9, "lakh": 10**5, "crore": 10**7},
    scale_signs={"mi": 10**6, "bi": 10**9, "M": 10**6},
    ones=frozenset({"um", "uma"}),
    joiners=frozenset({"e"}),
    weak=frozenset({"segundo", "segunda", "quarto", "quarta", "quinta", "sexta", "zero"}),
    ordinals=counted(1, "primeiro/primeira/primeiros segundo/segunda terceiro/terceira quarto/quarta")
    | counted(5, "quinto/quinta sexto/sexta sétimo/sétima oitavo/oitava nono/nona décimo/décima"),
    ordinal_suffixes=frozenset({"º", "ª", "°", "o", "a"}),
    collectives={
        "metade": "0.5", "meio": "0.5", "meia": "0.5", "dúzia": "12", "dezena": "10", "par": "2",
        "casal": "2", "ambos": "2", "ambas": "2", "dobro": "2", "duplo": "2", "triplo": "3", "década": "10",
        "vintena": "20", "trintena": "30", "centena": "100", "milhar": "1000", "século": "100",
    },
    halves=frozenset({"meio", "meia"}),
    percent=("%", "por cento"),
    points=("pontos percentuais", "ponto percentual"),
    point_units=("pontos", "ponto"),
    currencies=coded(
        HUF="forint florins", PLN="zloty zlotys",
        EUR="euro euros", USD="dólar dólares", GBP="libras_esterlinas libra_esterlina",
        **{"US$": "dólares_americanos dólares_norte-americanos dólares_estadunidenses"},
        CAD="dólares_canadenses dólares_canadianos", AUD="dólares_australianos", NZD="dólares_neozelandeses",
        HKD="dólares_de_hong_kong", MXN="pesos_mexicanos", ARS="pesos_argentinos", SEK="coroas_suecas",
        NOK="coroas_norueguesas", DKK="coroas_dinamarquesas", rupee="rupias rupia", JPY="iene ienes",
        BRL="real reais",
        cent="centavos cêntimos", RUB="rublos", CNY="yuan yuans", peso="pesos", crown="coroas",
        franc="francos",
    ),
    units=coded(
        bp="pontos_base pontos-base ponto_base",
        kW="quilowatt quilowatts", MW="megawatt megawatts", GW="gigawatt gigawatts",
        kWh="quilowatt-hora quilowatts-hora", MWh="megawatts-hora megawatt-hora", GWh="gigawatts-hora",
        TWh="terawatts-hora", mg="miligramas miligrama", ml="mililitros", yd="jardas",
        GB="gigabyte gigabytes", TB="terabyte terabytes", MB="megabyte megabytes",
        acre="acre acres",
        km="quilômetro quilômetros quilómetro quilómetros", m="metro metros", cm="centímetros centímetro",
        kg="quilo quilos quilogramas", t="tonelada toneladas", l="litro litros", ha="hectares hectare",
        mile="milha milhas", s="segundos", min="minuto minutos", h="hora horas", day="dia dias",
        week="semana semanas", month="mês meses", year="ano anos", deg="graus", g="grama gramas",
        km2="quilômetros_quadrados quilómetros_quadrados", m2="metros_quadrados", m3="metros_cúbicos",
        mm="milímetros", ft="pés", inch="polegadas", pound="libras libra", barrel="barris", decade="décadas",
        age="séculos",
    ) | {
        "milhas por hora": "mph", "pés quadrados": "ft2", "km/hora": "km/h",
        "quilômetros por hora": "km/h", "quilómetros por hora": "km/h", "km por hora": "km/h"},
    links=frozenset({"de"}),
    months=counted(
        1,
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    ),
    date_links=frozenset({"de"}),
    centuries=frozenset({"século", "séculos"}),
    decades=("anos", "década de"),
    range_words=frozenset({"a"}),
    contrasts=("em vez de", "em lugar de", "e sim", "ao invés"),
    between={"entre": "e"},
    openings=frozenset({
        "após", "até", "com", "da", "de", "depois", "desde", "do", "durante", "em",
        "entre", "na", "nas", "no", "nos", "para", "por",
    }),
    part_phrases={
        "terça parte": 3, "quarta parte": 4, "quinta parte": 5, "sexta parte": 6,
        "sétima parte": 7, "oitava parte": 8, "nona parte": 9, "décima parte": 10,
    },
    ages=frozenset({"idade"}),
    half_of=frozenset({"metade"}),
    share_links=frozenset({"de", "do", "dos", "da", "das"}),
    eras=coded(
        BC="a.c. a._c. ac antes_de_cristo",
        AD="d.c. d._c. dc depois_de_cristo",
    ),
    scores=frozenset({"placar"}),
    periods=frozenset({"trimestre", "semestre"}),
    rounds={
        "semifinal": 2, "semifinais": 2, "meia-final": 2, "meias-finais": 2, "quartas de final": 4,
        "quartos de final": 4, "oitavas de final": 8, "oitavos de final": 8,
    },
    no_goals=("sem gols", "sem golos"),
    draws=frozenset({"empate", "empates", "empatou", "empataram"}),
    to=frozenset({"para"}),
    quarter=frozenset({"quarto"}),
    clock_cues=frozenset({"às", "as", "até"}),
    dozens=frozenset({"dúzias", "dúzia"}),
    noon=frozenset({"meio-dia", "meio dia"}),
    midnight=frozenset({"meia-noite", "meia noite"}),
    year_cues=frozenset({"em", "desde", "até", "de"}),
    rough_scales={"milhares": 10**3, "centenas": 100, "dezenas": 10},
    denominators=counted(3, "terço/terços quarto/quartos quinto/quintos sexto/sextos"),
    interposed=frozenset({"outros", "outras"}),
    idioms=(
        "24/7", "4x4", "meio ambiente", "meio mundo", "aos quatro ventos", "segunda-feira", "terça-feira",
        "quarta-feira", "quinta-feira", "sexta-feira", "segundas-feiras", "terças-feiras", "quartas-feiras",
        "quintas-feiras", "sextas-feiras",
    ),
    multipliers={
        "dobro": 2, "duplo": 2, "triplo": 3, "quádruplo": 4, "dobrou": 2, "dobrar": 2, "duplicou": 2,
        "duplicar": 2, "triplicou": 3, "triplicar": 3,
    },
    times=("vezes",),
    about=("cerca de", "aproximadamente", "em torno de", "uns", "umas", "por volta de"),
    over=(
        "mais de", "acima de", "pelo menos", "ao menos", "no mínimo",
    ),
    under=(
        "menos de", "quase", "abaixo de", "no máximo", "quando muito", "até",
    ),
    spans={
        "biênio": "2 year", "triênio": "3 year", "quinquênio": "5 year", "bimestre": "2 month",
        "trimestre": "3 month", "semestre": "6 month", "anual": "12 month", "quinzena": "15 day",
    },
    references=("número", "artigo"),
    morning=("da manhã", "da madrugada", "horas da manhã"),
    afternoon=("da tarde", "da noite", "horas da tarde", "horas da noite"),
    one_in=("em cada", "de cada"),
    from_words=frozenset({"de", "desde", "do"}),
    vague=frozenset(
        {"alguns", "algumas", "vários", "várias", "poucos", "poucas", "muitos", "muitas", "uns", "umas"}
    ),
    minus=frozenset({"menos"}),
    below_zero=("abaixo de zero", "negativos",),
    falls=(
        "queda", "cai", "baix", "redu", "diminu", "perd", "prejuízo", "recu", "retra", "déficit", "défice",
        r"(?<!pelo )(?<!mais ou )menos(?! de\b| que\b)", "negativ",
    ),
    clock24=True,
)  # fmt: skip
