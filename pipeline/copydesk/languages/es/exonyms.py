"""Spanish forms of names, folded, and what English calls them most: see ``Names.exonyms``."""

from copydesk.languages.contract.names import forms

EXONYMS = forms(
    """
    alemania:germany alpes:alps alsacia:alsace amazonas:amazon america:usa amberes:antwerp andres:andrew
    apulia:puglia aquisgran:aachen argel:algiers argelia:algeria atenas:athens avinon:avignon
    bagdad:baghdad baleares:balearics basilea:basel baviera:bavaria bayona:bayonne belen:bethlehem
    belgica:belgium belgrado:belgrade benedicto:benedict bielorrusia:belarus bielorruso:belarusian
    bielorusia:belarus birmania:myanmar bizkaia:biscay bombay:mumbai borgona:burgundy brasil:brazil
    bretana:britain brujas:bruges bruselas:brussels bucarest:bucharest burdeos:bordeaux
    cachemira:kashmir calcuta:kolkata camboya:cambodia canarias:canaries canton:guangzhou
    carintia:carinthia carlomagno:charlemagne catalina:catherine cerdena:sardinia champana:champagne
    chipre:cyprus colonia:cologne copenhague:copenhagen corcega:corsica cornualles:cornwall
    cracovia:krakow croacia:croatia croata:croat damasco:damascus danubio:danube dinamarca:denmark
    dresde:dresden edimburgo:edinburgh eduardo:edward eeuu:usa egipto:egypt enrique:henry
    escandinavia:scandinavia escocia:scotland eslovaquia:slovakia eslovenia:slovenia espana:spain
    estambul:istanbul esteban:stephen estiria:styria estocolmo:stockholm estrasburgo:strasbourg
    etiopia:ethiopia felipe:philip filipinas:philippines finlandia:finland flandes:flanders
    florencia:florence florida:fla francfort:frankfurt francia:france friburgo:freiburg gales:wales
    gante:ghent gascuna:gascony gerona:girona ginebra:geneva grecia:greece guillermo:william
    guipuzcoa:gipuzkoa habana:havana hamburgo:hamburg haya:hague holanda:holland hungria:hungary
    inglaterra:england irak:iraq irlanda:ireland isabel:elizabeth islandia:iceland italia:italy
    jacobo:james jaime:james japon:japan jerusalen:jerusalem jordania:jordan jorge:george jose:joseph
    juan:john kenia:kenya lerida:lleida letonia:latvia libano:lebanon lieja:liege lila:lille
    lisboa:lisbon lituania:lithuania londres:london lorena:lorraine losanna:lausanne lovaina:leuven
    lucas:luke luisiana:louisiana maguncia:mainz mahoma:muhammad mahomet:muhammad malasia:malaysia
    marcos:mark marruecos:morocco marsella:marseille mateo:matthew miguel:michael misisipi:mississippi
    moscu:moscow napoles:naples nilo:nile niza:nice normandia:normandy noruega:norway oporto:porto
    pablo:paul palatinado:palatinate pedro:peter pekin:beijing pensilvania:pennsylvania
    perpinan:perpignan pirineos:pyrenees polonia:poland praga:prague ratisbona:regensburg
    renania:rhineland ricardo:richard rodano:rhone roma:rome ruan:rouen rusia:russia saboya:savoy
    sajonia:saxony salzburgo:salzburg sarre:saarland sena:seine seul:seoul sevilla:seville
    sicilia:sicily singapur:singapore siria:syria suecia:sweden suiza:switzerland sulawesi:celebes
    tailandia:thailand tajo:tagus tamesis:thames teheran:tehran tokio:tokyo tolosa:toulouse
    treveris:trier turingia:thuringia turquia:turkey ucrania:ukraine uu:usa valaquia:wallachia
    varsovia:warsaw venecia:venice viena:vienna vizcaya:biscay
    """
)
