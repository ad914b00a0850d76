"""English words that names of institutions, laws, works and places are made of.

So are words for peoples, which other languages write without a capital. Folded: lower case, no accents.
Written by hand; see ``Names.ordinary``.
"""

_ORDINARY = """
ability access accounts acting action activities adult adventure adventures advisory advocate afghan african
africans aid airline airlines airports album alert allied allies allowed alternative amateur ambulance
amendment american americans amnesty analysis anchor angel angels animal animals anniversary annual another
anthem antitrust any appeal appeals apple approach arab arabic arabs archaeology architects architecture
archive archives are area arena argentine armed arms arrow art article artist artists arts asian asians
assault assets assurance asylum athletic athletics atomic auditor aurora australian austrian authorities
automobile autonomous autumn aviation baby bachelor back bad balance balloon band banker bankers banking
banks baptist base basketball battle beautiful been beer before being belarusian believe bell benefit
benefits berliner better beverage beverages beyond bicycle big bill biology bird birds birth birthday blood
boat body bomb bond border born bosnian boy boys brazilian break breakfast brigade bright broadcasting
broken brother brown building buildings bulgarian bulletin burning buy call calls camp campaign campus
canadian canadians canal cancer candidate captain car card cards care career caribbean cars case cases cash
casino cat catalan cathedral cattle cause cavalry celebration cemetery census chain chair challenge chance
change changes channels charge charity chase cheap chicken chilean chinese choice choir cinema cinemas
circle circuit citizen claims classic classical classics clean clear client climate clinic clinical clinics
clock close closed cloud clubs coach coal coalition coastal code coffee cold collection collective colleges
colombian colonial color combat come comedy comes comfort comic coming command commander commercial
commissioners committees common commons communication communications communist communists communities
companies compensation competition complaint complaints complex computer computers concert condition
conservation conservatives consolidated conspiracy construction consular consulate consultants consumer
consumers contemporary contract convention convergence cooking cooperative coordination core corners cost
costs counsel counselor counter counties countries courage course courts cow craft crash create creation
creative creator credit creek crescent crime crimes criminal critical criticism croatian cross crossing
cuban cultural currencies currency custody customer customs cut cuts cyber cycle daily dam damage dance
danger dangerous data date daughter day days dead deal deals debate debt decision declaration deep defender
defenders degree delegation deliverance democracies dental departmental dependent deposit depression design
desk detective diary dictionary did difference digital dignity dinner diplomacy diplomatic disaster
disasters discovery discretion discussion disk display dispute doctors document documents does dog dogs
domestic donor double down downtown dragon dragons drama draw dreams drive driver driving drugs dry duchess
duke dust duty eagle eagles earl earlier ecological ecology edge edition editorial effect effects egyptian
egyptians elder election elections elector electoral electric electrical electricity electronic elementary
elephant elite emergency emirates emission emissions emperor employee employees employer empty end ends
enemies enemy engineering engineers english enquiry entertainment entrepreneurs entry environmental equal
equality equipment era error espionage essay essays estate estates estonian ethics ethiopian ethnic euro
europe european europeans evangelical evening event events ever evidence evil evolution examination
excellence experience experiment expert experts exploration explorer export exports express extreme eye eyes
face faces facilities facility fact factor facts fair faith fall falls families famous fan fans far farm
farmer farmers farms fashion fast fat favorite fear fears female fever few fiction field fields fight
fighter fighters fighting figure file film films final finals find finder finds fine finnish firefighters
firm fish fishing fit flag fleet flemish flight flights floor florist flower flowers flu fly folk follow
following food foods foot footballer forecast forecasts forests forever forgotten form former fort fortress
fortune forward found foundations fox free freed freight frenchman frenchmen frenchwoman frontier fruit fuel
full fun future gains galaxy gallery game gang gap garden gardens gastronomy gay gazette gender generation
genetic genetics geographic geographical geography geological geology georgian get gets getting ghost ghosts
giant giants gift girl girls give giving glass global globe glory godfather goes golden golf good goodbye
goods governing governor governors grace graduate grain grand grass greatest grey ground groups grow grows
growth guarantee guardian guardians guerrilla guidance guide guidelines guild gun guns gypsy had hand
handbook hands harbor harbour hard has hat hate have hawk headquarters healing health healthcare healthier
heart hearts heat heaven heavy hell hello helping her heritage hero heroes hidden highway highways hispanic
hispanics hit hits hold holding holds hole holidays holocaust homeless homes honor honorary honour hope
hopes horizon horn horse horses hospitality hospitals host hostage hostages hot hotels hour hours household
houses how human humanitarian humanity hundred hungarian hungarians hunger hunt hunter hunters husband ice
iceland icelandic idea ideas identity illegal image images imam immigrant immigrants impact imperial import
imports income incorporated independence index indies indigenous individual indonesian industrial industries
inflation influence inn inner innocent innovation inquiry inside inspection inspector inspectors institutes
institution institutional institutions instruction integrated integration intellectual interest interests
interim interview introduction invasion inventory investigation investigations investigator investment
investments investor investors invitation iranian iranians iraqi iraqis irish iron is islamist islamists
isle isles israeli israelis issue issues italian italians japanese jazz jewelry job jobs joins joint
jordanian journal journalism journalist journalists journey joy judges jury keep keeps kenyan kept key
killer killing kind kings kiss kitchen knights knowledge known korean kosovan kurdish laboratories
laboratory labs lake lakes last latino latinos latvian launch laws lead leaders leadership leads league
leagues leave leaves lebanese legacy legal legend legends legion legislation legislative lesson lessons
letter letters level liability liberals liberties libraries library libyan license licensing lies lifetime
light lighting lights limit limitation limited limits lion lions list lists literary literature lithuanian
lives living loan loans location logistics looks lose loser loses lost lottery lounge love lovers low lower
luck lyric made magazine magic magistrate magistrates mail mainland major majority make makes making male
manifesto manual manufacturers manufacturing many map maps marathon marble marines marital maritime mark
marks marriage mask massacre massive materials maternity matter matters maximum may meal meaning measure
meat mechanical medal media medical medicine medicines medieval meet meeting meetings meets member members
memorial memories memory mental merchant mercy message metal meteorological methodist metropolitan mexican
mexicans midnight midwest migrant migrants migration mile miles military milk mill millennium million mind
minds mine mineral mines minimum mining ministries minor minority minute miracle mirror missile missing
missionary mistake mixed mob mobile mobility mode models moderate molecular moment monarch monastery
monetary money monitor monitoring monopolies monopoly monster months moor moral moroccan mortgage mosque
moss motion motor motors mountains mouse move moves movie movies moving much multinational municipal
municipality murder murderer musical musician musicians muslim mystery myth naked name nationale nationalist
nationalists nationality nationwide natural nature naval navigation near need needs negotiating neighborhood
neighbors neighbour neutral newest newly news newspaper newspapers next nigerian nights ninth noble noise
nomination nonprofit northwest norwegian note notes notice novel nuclear nun nurse nurses nursing objective
observatory observer observers occupation ocean oceanic oceanographic oceans offense offensive offer offices
officials often oil once online only open opening opinion opportunities opportunity orange orchestra orders
organic organisation organisations organised organizations origin original orphan orphans outer outlook
outside outstanding overseas owner owners pack packers page pages pain paint painter painting pair pakistani
palace palestinian palestinians panel panther paper papers paradise paralympic parent parents parish parkway
parliaments parties partner partners party passenger passion past pastor patent patient patients patriot
patriots patrol patron payment pays penal pension pensions peoples perfect performance period permanent
person personal persons perspective peruvian petroleum pharmacy phase philanthropy philharmonic philosophy
phone photo photography physical physician physicians pick picture pictures piece pig pigs pilot pilots pine
pink pioneer pirates pit pizza plain plans plant plants plate play player players playing plaza pleasure
poem poems poet poetry poets point points poisoning politburo politically politician politicians poll
pollution polytechnic pool poor popes population portuguese position possible post postal poverty powers
practice practices prairie precision prefecture premium presentation presidents press prevent prevention
preview price prices pride priest primaries primary principal principle print prisoner prisoners prisons
privacy pro problem problems procedure proceedings process producer producers production products
professionals professors profile progress progressive projects promise promotion promotions proof properties
property prophet proposal prosecuting prosecution prosecutors prospects prosperity protect protected protest
protestants protocol proud province provinces psychiatric psychiatry psychological psychology publication
publications publisher publishers publishing pure purple put puts quality queens quest question questions
quick quiet race races racing racism radical radio railroad rain rainbow rainbows raise raises ranch ranger
rangers rate rates rating reach reaches read reader reading ready real realism reality realm reason rebel
rebellion rebels record records recovery recreation refereeing reference referendum reflections reforms
refuge refugee refugees regime regional regions regulations regulatory rehabilitation reich relief religion
remember rent republics rescue researcher reservation reservations residence resident residents resolution
resort resource resources response responsibility restaurant restaurants restoration restriction
restrictions result results retail retired retirement return returns reunion revenge reverend reverse review
reviews rich riches ride rider riders rifle rim ring rings riots rise rises rising risk rival rivers road
roadmap roads robot rock rocket rocks role romance romanian romanians romantic roots roses rough routes row
royals royalty rugby rules ruling run runner running runs rural russian russians sacred safe safety said
sailing sailors saints sale sales salon salvation sanctuary sand satellite saudi saving say says scandal
scheme scholar scholars schools scientific scientist scientists scot scots scout scouts screen sea search
seas seat secession secret secrets sector see seed seek seeks seen sees select selection self seller
senatorial senior sentence sentencing serbian serbs series serious servants serving session sets settlement
settlers seventh sex sexual shadow shadows share shareholders shares shark sharks sheep shelf shell sheriff
shield ships shock shop shopping shops shore short shot shots shown shows sick side siege sierra sight sign
signal signs silence silent simple single sisters site sites sixth skies skills sky slavery slaves sleep
slips slovak slovakian slovaks slovenian slow smart smile smith smoke snow soccer society socioeconomic
sociology soft soil solar soldier soldiers solution solutions somali some somebody song songs sorrow soul
sound source sources sovereign space spaces spanish sparks speakers specials species spectacle speech speed
spell spirit spiritual spokesperson sport sporting sports spot springs spy squad squadron stability stadium
stage stand standard standards standing starring stars start started starts state statement stations
statistical statistics statute stay stays steel step stone stop stories storm story strait strange stranger
strategic streets strike strong structural structure struggle studies studio studios style submarine
suburban subway success sudanese suffers suicide suite sultan summers sunny sunset super superintendent
superior supervision supervisor supervisory supply support supported surgeon surgeons surgery surveillance
survey survival survivor survivors suspect sustainable sweet swimming swing symphony syndrome syrian syrians
systems table tablets take takeover takes tale talent tales talk talks tank target tax taxation taxes
taxpayers tea teacher teachers teaching teams tears technological technologies teenage telegraph telephone
tell temple tennis tenth term terminal terms terrorism terrorist terrorists testament tests texan texans
text textile thai thailand the theft theme theological theology theory therapy thing things think thinking
third thought thousand threat thunder tiger tigers time times title titles today together tomb tomorrow took
tool top tops torch tortoise torture total touch tour tourism tourist tourists tournament towers toy tracks
trade traders trading tradition traditional traffic tragedy trail train training trains tram transition
translation transparency transplant transportation trap travel travelers travellers treasure treasures treat
treatment tree trees trial trials triangle tribal tribes tribune triple troops tropical trouble truck
trustee trustees truth tunisian tunnel turk turkish turn turns twelfth twentieth twenty twilight twin two
type ukraine ukrainians ultimate uncle under underground undersecretary understanding undertaking
unemployment unification unified uniform unionist unionists united unity universal universe universities
upon urges use user users utility vaccine valleys value values vampire van vegetables vehicle vehicles
velocity venetian venezuelan vengeance veteran veterans vicar victim victims video vietnamese view views
villages villas violence violent virtual virtue virus vision visit visitor visitors vista visual vocational
voices volcano volunteers vote voter voters voting voyage vulture wage wages wagon waiting walk walker
walking wanted warning warns warrior warriors was waste watch watching waters weapon weapons wearing weather
wedding weekend weekly welcome well welsh were westerners wheel whistle whole wife wild wilderness wind
window windows wine wines wing wings winner winners wins winters wire wisdom wise wish witch witness
witnesses wizard wolf wonder wonderful wood wooden woods words worlds worst worth wounded writer writers
writing wrong yacht yard yesterday york young your zero zionist
"""

ORDINARY = frozenset(_ORDINARY.split())

ENDINGS = (
    "ality", "ance", "ances", "eans", "ence", "ences", "ese", "hood", "ians", "ical", "ility", "ings",
    "ional", "ish", "ism", "isms", "ists", "ivity", "ment", "ments", "ness", "ography", "ology", "ories",
    "osophy", "ship", "ships", "sion", "sions", "tion", "tions",
)  # fmt: skip
