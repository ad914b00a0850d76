"""Names in English news. Languages, nationalities, days and titles have capitals in English too."""

from copydesk.languages.contract.names import Names
from copydesk.languages.contract.segmentation import words
from copydesk.languages.en.exonyms import EXONYMS
from copydesk.languages.en.ordinary_names import ENDINGS, ORDINARY
from copydesk.languages.en.organisations import ORGANISATIONS

_COMMON = """
academy accident adm ambassador ambassadress apr aug beauty blvd budget col corp dec dept feb gate gen gov
index joint jan knowledge let nov oct provincial quiet relations rep researchers sanitation sen sep sept
show surveys the they that this these there then she his her our your its how what when where why who and
but for with from into over under between about after before more most many much only also just even not yes
all any each every some one two three six ten president act administration affairs age agency agreement air
airport alliance alps ancient anglo april archbishop arctic army assembly assistant association atlantic
attorney august authority avenue award balkan balkans bank bar basin bay beach bear belgian belgium best
bible bishop black block blue board book boulevard box bridge british briton britons brothers bureau bus
business cabinet cape capital captain castle catholic cell center central centre century chairman chamber
chancellor chancellery championship championships champions channel charter chemistry chief child children
christian christians christmas church citizens city civic civil class club coast code college colonel column
commerce commission commissioner committee common communist community company confederation conference
congress congressional congressman conservative constitution control cooperation corporation corps council
county court creed criminal crisis crown culture cup czech czechs danish dark day dean death december
defence defense democrat democratic democrats department deputies deputy desert development director disease
diseases district division doctor dream drug dutch early earth east easter eastern economic economics
economy editor education eight election embassy empire employers employment energy england english
enterprise environment exchange executive exhibition external eve face factory faculty fair fall fame family
father february federal federation festival field fifth finance financial fire first five football force
forces foreign forest forum foundation founding four fourth fraction france free freedom french friday
friends front fund games gas geneva general german germans germany global goals god gold government governor
grammar grand great greater greece greek greeks green group guard gulf hall happiness head health high hill
hindu historical history holiday holy home homeland hospital hotel hour house housing human ice immigration
independence indian indians industry information initiative institute insurance intelligence interior
internal international investment islam islamic island islands january jesus jew jewish jews judge judicial
july june jungle junior jury justice keeper king kingdom knight labor labour lady lake land language late
latin law lawyer leader league left leg lent liberal liberation liberty library lieutenant life line little
local london long lord los lower loyalist lunar machine madam main mall man management manager march marine
market martial mass master match mathematics may mayor media mediterranean member men microfinance mid
middle military minister ministers ministry miss mission model modern monarchy monday month monuments moon
mother mount mountain movement mr mrs ms museum music muslim muslims nation national nations native nativity
navy nazi nazis netherlands network new news night nine nobel nordic north northeast northern northwest
november number october of office officer official oil old olympic olympics olympian opera operation
opposition order organization orthodox pacific pact palace parliament parliamentary park part partnership
party pass path peace peninsula pentagon people physics pirate place plan planet planning pole polish police
policy political politics pope popular port power premier presidency presidential press prime prince
princess prison private prize product professor program programme progress project prosecutor protection
protestant province public pyrenees quarter queen railway reconstruction red reform reformation region
register registrar registry regulation religious renaissance report representatives republic republican
republicans research reserve resistance revenue revolution revolutionary rhine right rights river road roman
room round royal saint saturday savings saxony scholarship school science scotland scottish season second
secondary secret secretary section securities security seine senate senator senators senior september
service services seven ship silver sister small social socialist socialists society solar solidarity son
south southeast southern southwest soviet space spain spaniard spaniards spanish speaker special spokesman
sports spring square st staff star state states station statistics statue stock store strategy street
student students studies summer summit sun sunday supreme sweden swedish swiss switzerland system task tax
team technical technology television territory test thames thanksgiving theater theatre third thursday tower
town trade training transport transportation treasury treaty tribe tribunal trust tsar tuesday turks twelve
ukrainian union unions unit united universe university upper urban valley velvet vice victory village virgin
voice volunteer wales wall war warsaw water wave way web wednesday week welfare west western white wind
winter woman women word work workers working world year years yellow yen young youth zealand zone lights
pavilion
"""

NAMES = Names(
    organisations=ORGANISATIONS,
    inflected=(
        "ed",
        "ing",
        "ings",
        "ly",
        "ness",
        "ment",
        "tion",
        "able",
        "ful",
        "less",
        "ous",
        "er",
        "ers",
        "est",
        "ise",
        "ize",
    ),
    words=words(
        """
        A I AI AM ATM CEO COO CFO DIY DNA EU GDP HIV IMF IT NATO OK PC PM RNA TV UK UN US USA VAT
        WHO WTO
        """
    ),
    possessive=("'s", "’s", "'", "’"),
    common=frozenset(_COMMON.split()),
    ordinary=ORDINARY,
    endings=ENDINGS,
    titles=words(
        """
        mr mrs ms miss dr doctor prof professor president minister mayor governor senator king queen
        prince princess pope general colonel captain judge attorney prosecutor congressman
        congresswoman representative chancellor secretary inspector saint st sir lord lady dame
        brother sister father mother uncle aunt rev reverend justice sergeant lieutenant officer
        coach director chairman
        """
    ),
    exonyms=EXONYMS,
)
