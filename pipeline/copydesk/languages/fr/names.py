"""Names in French news."""

from copydesk.languages.contract.names import Names
from copydesk.languages.contract.segmentation import words
from copydesk.languages.fr.exonyms import EXONYMS
from copydesk.languages.fr.ordinary_names import ENDINGS, ORDINARY
from copydesk.languages.fr.organisations import ORGANISATIONS

_COMMON = """
academie assemble assurance beaute business chercheurs choeur eglises jardin partenariat representante
sports street vice war act air interview charles classe concours accord aeroport etage jury theatres
vehicule avenue boulevard departement edifice montagne citoyenne citoyen sociale sociaux affaires agence
allemagne alliance alpes amerique annee antiquite armee arriere assemblee assembee association banque
belgique bibliotheque blanche blanc bleu bleue bleus bonheur bordeaux bourse britannique bureau caisse
cabinet cap centrale centre chambre champion championnat championnats chancelier chanceliere charte chef
chimie chine chinois ciel cite civil club code college comite commerce commission communaute commune
compagnie comte confederation conference congres conseil consommation constitution cote coup coupe cour
crise croix culture dame decentralisation defense democratie depute deputes developpement dieu direction
directeur district docteur droit droits eau economie economique ecole ecosse education eglise emirats emploi
emplois enfance entreprise espagne espagnol espagnole est etat etats ete etoile etude etudes euro exposition
famille federale federation fete feu finance finances fleuve fonds fondation force forces foret forum
francais francaise france frere freres gare gauche general gouvernement gouverneur grand grande groupe
guerre haut haute hiver histoire homme hommes hopital hotel humains ile iles immigration industrie
informatique initiative institut intelligence interieur internationale jeu jeux jeunesse journal journee
juge justice lac langue latine liban libre lieutenant ligue livre logement loi londres long lune lycee
machine madame maison maire mairie maladie maladies manche marche marseille mediterranee mer microfinance
ministre ministere mission moderne monde mondial mondiale monsieur mont monument moscou mouvement moyen
musee musique nation national nationale nations nice noel noir noire nord notre nouveau nouvel nouvelle
nouvelles observatoire occident occidentale office officier olympique olympiques opposition ordre
organisation orient orientale ours ouest pacifique pape papier paques parc parlement parlementaire parti
patrimoine pays pekin penal peninsule pere petit petite peuple place plan planete plage pont port porte
police politique pouvoir premier premiere presidence president presidente presse prince princesse printemps
prix procureur professeur programme projet protection province public publique pyrenees quartier recherche
recteur reforme region registre reine republique reserve reseau resistance revolution rhin riviere rouge
route royaume rue saint sainte salle sante saoudite saxe science sciences seconde second secretaire
secretariat securite seigneur selon semaine senat senateur service services siecle sixieme social socialiste
societe soeur soleil sommet station sud suede suisse superieur supreme surete syndicat systeme tamise
tcheque tchequie technique technologie telecom terre territoire textile theatre tiers tour traite transport
travail tresor tribunal troisieme union unie unies unis unite universite urbanisme vallee velours vent vert
verts victoire vie vieille vierge ville voix zone lundi mardi mercredi jeudi vendredi samedi dimanche
janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre web mme mlle autriche
syrie danemark ukraine pavillon royale royal football lumieres extraordinaire
"""

NAMES = Names(
    organisations=ORGANISATIONS,
    inflected=(
        "é",
        "ée",
        "és",
        "ées",
        "er",
        "ir",
        "ant",
        "ants",
        "ante",
        "antes",
        "ons",
        "ez",
        "ment",
        "eur",
        "eurs",
        "euse",
        "ait",
        "aient",
        "isse",
        "ence",
        "eux",
    ),
    common=frozenset(_COMMON.split()),
    ordinary=ORDINARY,
    endings=ENDINGS,
    titles=words(
        """
        m mr mme mlle melle monsieur madame mademoiselle dr dre docteur docteure prof professeur
        professeure president presidente ministre maire gouverneur gouverneure senateur senatrice
        roi reine prince princesse pape general colonel capitaine juge procureur depute deputee
        chancelier chanceliere inspecteur saint sainte frere soeur pere mere lord lady sir mrs ms me
        """
    ),
    exonyms=EXONYMS,
    words=words("ADN CIO FBI FMI I IA OMC OMS ONU OTAN PIB SIDA TV TVA UE"),
    foreign="[kw]|sh|oo|ee(?!s?$)|[bhjqv]$|[čšžřůěłśżćäöåøñãõìò]",
)
