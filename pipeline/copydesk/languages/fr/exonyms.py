"""French forms of names, folded, and what English calls them most: see ``Names.exonyms``."""

from copydesk.languages.contract.names import forms

EXONYMS = forms(
    """
    alger:algiers algerie:algeria allemagne:germany alpes:alps amazonie:amazon amerique:usa andre:andrew
    angleterre:england anvers:antwerp arabie:arabia athenes:athens autriche:austria bagdad:baghdad
    bale:basel baleares:balearics barcelone:barcelona baviere:bavaria belgique:belgium benoit:benedict
    bethleem:bethlehem bielorussie:belarus birmanie:myanmar biscaye:biscay bourgogne:burgundy
    bresil:brazil bretagne:britain bruxelles:brussels bucarest:bucharest cachemire:kashmir caire:cairo
    cambodge:cambodia carinthie:carinthia celebes:sulawesi chapelle:aachen chypre:cyprus
    copenhague:copenhagen cordoue:cordoba cornouailles:cornwall corse:corsica cracovie:krakow
    croatie:croatia damas:damascus danemark:denmark dresde:dresden ecossais:scotland ecossaise:scotland
    ecosse:scotland edimbourg:edinburgh edouard:edward egypte:egypt elisabeth:elizabeth espagne:spain
    etats:usa ethiopie:ethiopia etienne:stephen finlande:finland flandre:flanders flandres:flanders
    floride:fla francfort:frankfurt francois:francis fribourg:freiburg galles:wales gand:ghent
    gascogne:gascony geneve:geneva georges:george gerone:girona grece:greece grenade:granada
    guillaume:william guy:guido havane:havana haye:hague henri:henry hollande:holland hongrie:hungary
    irak:iraq irlande:ireland islande:iceland italie:italy jacques:james japon:japan jean:john
    jordanie:jordan lettonie:latvia liban:lebanon lisbonne:lisbon lituanie:lithuania londres:london
    louisiane:louisiana louvain:leuven luc:luke mahomet:muhammad malaisie:malaysia marc:mark
    maroc:morocco matthieu:matthew mayence:mainz michel:michael moscou:moscow nil:nile
    normandie:normandy norvege:norway palatinat:palatinate pekin:beijing pennsylvanie:pennsylvania
    philippe:philip pierre:peter pologne:poland pouilles:puglia ratisbonne:regensburg rhenanie:rhineland
    russie:russia salzbourg:salzburg saragosse:zaragoza sardaigne:sardinia sarre:saarland savoie:savoy
    saxe:saxony scandinavie:scandinavia sicile:sicily singapour:singapore slovaquie:slovakia
    slovenie:slovenia soudan:sudan styrie:styria suede:sweden suisse:switzerland syrie:syria tage:tagus
    tamise:thames teheran:tehran thailande:thailand thuringe:thuringia treves:trier turquie:turkey
    valachie:wallachia varsovie:warsaw venise:venice vienne:vienna
    """
)
