"""Spanish negation."""

from copydesk.languages.contract.negation import Negation, said

_KIN = """
ni nunca jamás nada nadie ningún ninguno ninguna ningunos ningunas sin tampoco apenas menos excepto salvo
sino
contra negó niega niegan negaron negar rechazó rechaza rechazan rechazar evitar evita falta carece carecen
dejó impide impedir poco pocos pocas escasa escaso fuera non anti mal difícil difíciles raro rara
"""

NEGATION = Negation(
    verbal=frozenset({"no"}),
    kin=frozenset(_KIN.split()),
    stems=("inac", "incre", "inad", "inm", "inde", "insos", "inval", "invál", "injus", "inseg", "carec",
    "fracas",
           "falt", "renunc", "prohib", "opon", "opus", "anul", "cancel", "suspend", "desapar", "desconf",
           "impos", "incap", "insuf", "inexis", "innec", "invis", "inacc", "desc", "ileg", "irre"),
    spared=("descub", "descen", "descan", "descar", "descom", "descri"),
    second=frozenset({"sino", "ninguna", "ningún", "ningunas", "ningunos"}),
    senses=said(
        without="sin", less="menos", few="poco poca pocos pocas escaso escasa escasos apenas raramente",
        far="lejos lejano", free="libre libres gratis gratuito gratuita liberado liberar libertad",
        difficult="difícil difíciles dificultad dificultades",
        short="corto corta cortos cortas breve breves escasez", useless="inútil inútiles",
        lack="falta faltan faltó carece carecen carencia ausencia ausente perder perdió pierde perdido "
        "perderse desaparecido desaparecidos",
        prevent="evitar evita evitó evitado impedir impide impidió impiden prevenir detener detuvo parar "
        "paró dejar dejó",
        forget="olvidar olvida olvidó olvidado olvide",
        reject="rechazar rechazó rechaza rechazan rechazado negar niega niegan negó negaron negado",
        fail="fracaso fracasó fracasar fracasado falló fallo",
        exclude="excluir excluido excluida excluyó excluye",
        unless="excepto salvo", instead="vez lugar", ignore="ignorar ignora ignoró",
        impossible="imposible imposibles", illegal="ilegal ilegales", unlike="diferencia",
        unknown="desconocido desconocida desconocidos",
        wrong="equivocado equivocada equivocados equivocadas mal erróneo errónea",
        second="secundario secundaria", cease="cesar cesa cesó cese", rather="bien",
    ),
    limits=frozenset({"sólo", "solo", "solamente", "únicamente"}),
    idioms=(
        "más que nunca", "más … que nunca", "menos que nunca", "menos … que nunca", "mejor que nunca",
        "mejor … que nunca",
        "mejores que nunca", "peor que nunca", "mayor que nunca", "mayores que nunca", "antes que nunca",
        "sin más", "jamás hecho", "sin cesar", "sin parar",

        "no sólo", "no solo", "no solamente", "no obstante", "no únicamente", "no … más que",
        "no … otra cosa que", "hasta que no", "no deja de", "no dejan de", "no dejó de", "no ha dejado de",
        "no para de", "no paran de", "no paraba de", "no falta", "no faltan", "no faltará", "no faltarán",
        "no faltaba", "no faltaban", "si no porque", "si no el", "si no un", "si no una", "no va más",
        "no sin", "cómo no", "por no", "no más de", "no hace mucho", "no cabe duda", "mientras no",
        "sino que no", "no puede menos", "no hay duda", " o no ", " o no.", " o no,", "si no,", "¿no ",
        "no mucho después", "sin embargo", "sin duda", "al menos", "por lo menos", "más o menos",
    ),
    strong=said(
        never="nunca jamás", nobody="nadie", nothing="nada", none="ningún ninguno ninguna", without="sin",
        unless="a_menos_que a_no_ser_que salvo_que", barely="apenas", neither="tampoco",
    ),
    concord=True,
    renders=said(barely="solo sólo casi recién"),
    opposites=said(without="con", nobody="alguien todos", nothing="algo todo", never="siempre"),
    drops=((r"\b[Nn]o\s+", ""),),
    word_drops=(
        (r"\b([Nn])o (\S+(?: \S+)?) (?:nunca|jamás|nada|nadie)\b", r"\2"),
        (r"\b(?:[Nn]unca|[Jj]amás|[Aa]penas) ", ""),
        (r"\bnadie\b", "alguien"), (r"\bNadie\b", "Alguien"),
        (r"\bsin\b(?! (?:duda|embargo|cesar|parar|más))", "con"),
        (r"\bSin\b(?! (?:duda|embargo|cesar|parar|más))", "Con"),
        (r"\bnada\b", "algo"), (r"\bningún\b", "un"), (r"\bninguna\b", "una"),
        (r"\b(?:a menos|a no ser|salvo) que\b", "si"),
    ),
)  # fmt: skip
