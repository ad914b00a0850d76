"""French words that names of institutions, laws, works and places are made of.

Folded: lower case, no accents. Written by hand; see ``Names.ordinary``.
"""

_ORDINARY = """
accords acier actes acteurs action actionnaires actions adieu administratif administrative aerien aerienne
africain africaine age agents ages agneau agricole agriculteurs agriculture aide aigle air alimentaire
alimentation allemand allemande allemandes allemands alliees allies ame americain americaine americaines
americains ami amis amnistie amour ancien ancienne anciens ange anges anglais anglaise anglaises angleterre
animal animaux anneau anneaux anniversaire annuaire anti antilles appel appels apprentissage arabe arabes
arbitrage arbre archeologie architectes architecture archives arene argent argentin argentine arme armee
armees armement armes arnaque art article artistes arts asiatique asile assises assistance associes
assurances astronomie atelier athletisme atlantique atomique attention audience audiovisuel aujourd aurore
autorite autorites autoroute autre autres autrichien autrichienne aventure aventures aviation avis avocat
avocats bal bancaire bandes barrage bas basse bataille bateau batiment beau beaux bebe belge belges belle
belles bibliotheques bien bienfaisance biens bienvenue biere bijoutier bijoux blanches blancs bois boissons
bombe bon bonne bons boreal boreale bouclier bovin brigade brigades britanniques budget building bulletin
cahier cahiers campagne canal canards cancer candidat capitaine capital capitale capitole carnet carte
cartes cas caserne castor catalan catalane catholique catholiques cause cavalier centenaire centres cercle
cerf chaine chambres champ champs changement changements chanson chant chantier chapeau charges charite
chasse chasseurs chat chatte chaud chaude chefs chemin chemins cheval chevalier chevaliers chien chiens
chinoise chinoises chirurgie choix chretien chretienne chretiens christ chronique chroniques chute cible
cimetiere cinema cinemas cinq cinquieme circulation citoyens city civile civils clair clients climat
climatique clinique club coalition cochons coeur collectif collectivite colline colonel colonies combat
combattants comedie comites commandant commandement commerces commercial commerciale commissaire
commissaires commissariat commissions communaute communautes communes communication communications
communisme communiste communistes comptabilite compte comptes comte comtesse concert concile concurrence
condition conditions confiance conge conseiller conseillers conseils conservateur conservateurs conservation
consommateur consommateurs constitutionnel constitutionnelle construction consulat conte contes contrat
contre contribuables controle convention cooperation coordination corps correctionnel correspondance couleur
couleurs county courage couronne cours course courses coutumes creation credit crime criminel critique
croisade croissance crown cuisine culte culturel culturelle culturelles cycle dame dames danger danois
danoise danse dauphin debat decembre declaration decouverte decret defenseur defenseurs delegation delegue
delegues delits demain demande democrate democrates democratique demographique denmark dentistes depense
deplacement desert desir dessin destin dette deux deuxieme diable dialogue dictionnaire diocese diplomatique
disparus dix doctrine documentation documents domaine donnees dons dossier douane douanes douleur douze
dragon drapeau drogue drogues droite duc duche duchesse dur durable ecologie ecologique ecologistes
economies ecossais ecosse ecrivain ecrivains editeur editions educatif effets egalite egypte egyptien
egyptienne electeurs elections electorale electricite eleves elysee embauche emirat emission empereur empire
employes energie energies enfant enfants enfer engagement ennemi ennemis enquete enquetes enseignants
enseignement entente entraide entree entrepreneurs environnement epargnants epargne epoque equipe equipement
equipes ere erreur escadron espace espagnoles espagnols espece especes espion espoir esprit essence est
estime etablissement etablissements etage etang ethique etoiles etranger etrangere etrangeres etrangers
etudiant etudiante etudiants europe europeen europeenne europeennes europeens evaluation eveche evenement
evenements eveque examen executif exercice experience exploitation exploration export exportation extreme
fable famine fantome farine faune federation feminin feministe femme femmes fer fermiers ferroviaire
festival fidele fievre fille filles film films fils fin financement financier financiere financiers fine
first fiscal fiscalite fleur fleurs flotte foi foire folie folies fonctionnaires fondamentales fondamentaux
fondateur fondateurs football forces forets formation forme fortune fou francaises franchise francophonie
francs freres froid froide frontiere frontieres fruits fusion futur galerie garant garantie garanties garde
gardes gardien gardiens gaz geant generale generation generaux genes genre gens geographie geologie
geologique gestion gloire golf golfe gouvernements grace grammaire grandes grands gratuit grec grecque grecs
greve gris grise groupes guerres guerrier guide habitants habitat haine halle halles handicap hasard hauts
herbe heritage heros heure heures hier historique historiques hollandais hongrie hongrois hongroise
hongroises honneur horizon horloge hospitalier humain humaine humanite hygiene idees identite illusion image
images immobilier immobiliere imperial imperiale importation impot impots imprimerie incendie inconnu
indemnisation indemnites independance independant independante independants indes indice indien indienne
indiens indigenes individu industriel industrielle industriels infirmieres informations infrastructures
ingenieurs inondations inspecteur inspecteurs inspection instituts integration interets interieure
international internationaux internet invasion investissement investissements investisseurs invite irak
irakien iran iranien irlandais irlandaise irlande islam islamique islamiques israelien italie italien
italienne italiens ivoire jamais japon japonais japonaise jardins jaune jazz jeune jeunes joie jour
journalistes jours joyeuse joyeux judiciaire judiciaires juges juif juifs juive juridiction jury laboratoire
laboratoires lacs laique laits lampe large latin latins lecons lecteurs lecture legal legende legion
legislatif legislation legislative legislatives lettre lettres levant liberal liberale liberation liberaux
liberte libertes librairie libres lien lieu lieux ligne lignes limite limites lion lions liste listes
litterature livres local locale locales locaux logique lois longs longue lords loterie lotus loup lourd
lumiere lundi lune lutte lyrique magasin magasins magie magistrat magistrats main mains maire maires maisons
maitre maitres majeste majeur mal malades manifeste manuel marchands marches marechal mariage marin marine
maritime maritimes maroc marocain marque marques martiale masque massacre mathematiques matiere matin
mauvais mauvaise maximum mecanique medaille medecin medecine medecins medias medical medicale medicaments
meilleur meilleure meilleurs melle membre membres memoire memoires memorial menace mensonge mer mere meres
merveille merveilles message mesure mesures metal meteo methode metro metropolitain metropolitaine meurtre
mexicain mexique midi militaire militaires mille mine mines mineurs ministeres ministres minorite minorites
miracle miroir misericorde mission missions mixte mobile mobilite mode modele modernes moderniste moine mois
monarchie monastere mondes mondiales monetaire monnaie monstre montagnes monuments moral morale mort morts
mosquee moteur moteurs moulin moyenne multimedia municipal municipale municipales municipalite mur musees
musical musicale musulman musulmane musulmans mystere mythe nains naissance nationale nationales nationalite
nationaux nature naturel naturelle naturelles naval navale navigation navire neige new nez nigerien noblesse
noces noire noirs nom nord norme normes norvege norvegien notaire note notes nouveaute nouveaux novembre
nucleaire nucleaires nuit nuits numerique objectif observateur observateurs occasion occidental occidentaux
occitanie ocean oceans odeur oeil oeuvre oeuvres offensive officiel officielle officiels oiseau oiseaux
olivier olympiade ombre onze opera operation operations opinion or orange orchestre ordinateur ordinateurs
oreille organisations orgue orgueil orientaux origine orphelins orthodoxe otage otages oubli ours outil
ouvert ouverte ouverture ouvrier ouvriere ouvriers page pages pain paix palais palestine palestinien
palestinienne palestiniens panier panneau panthere papa papiers parade paradis parlementaires paroisse
parole parrain part partage partenaire partenaires participation partie partis pas passage passe passion
patrie patriotes patron patrons pauvres pauvrete paysan paysans peche pecheurs peine peintre peintres
peinture pelerins penale penaux pensee pension pensions perdu perdue perdus peres peril permanent permanente
personne personnel personnes perte pertes petites petits petrole petrolier peuples peur phare pharmacie
philosophie photo photographie physique piece pieces pied pierre pierres pirate pirates piscine
planification plein pluie poche poemes poesie poete poisson poissons pole police policier policiers pologne
polonais polonaise polytechnique pompiers populaire populaires population porc porcs porte portes ports
portugais portugal possible postale postes pourquoi pouvoirs prairie pratique premiere premiers presidentiel
presidentielle presidents presses pret prevention prevoyance primaire primaires prime princes principaute
principe printemps priorite prison prisonnier prisonniers prisons prive prives probleme problemes proces
processus prochain production produits professeurs professionnel professionnelle professionnels profond
progres progressiste prophete propre proprete propriete prose protestants protocole provinces psychiatrie
psychologie publicite publics publiques puissance quai qualite quarante quartiers quatre quatrieme question
questions quotidien radical radicaux radio raison rapport rapports ratio rayon recensement reconciliation
reconstruction recours refuges refugie refugies regard regional regionale regionales regions regle reglement
reine relations religieuse religieux religion renaissance renard rencontre rencontres rendez renseignement
renseignements representant representants republicain republicaine republicains requin reserves resistants
respect responsabilite responsable ressources restaurant reste restes resultat resultats retour retraite
retraites reunion reveil revenge reves revolte revolutionnaire revolutionnaires revue riche richesse risque
risques rival rive roi rois romain romaine romains roman romans rose roses rouges roumain roumaine roumanie
royal rues ruines rurale ruse russe russes russie sacre sacree sage sagesse salon salut samedi sang
sanitaire sante sauvage sauvages sauvegarde sauvetage savant savoir savoirs scandale scenes schema
scientifique scientifiques scolaire seance secours secret secretaires secrets secte secteur section securite
seigneurs sein sejour sens sentier sept septembre septieme serbe serie serment serpent service serviteurs
seul seule siege signe silence simple singe sinistre site sites situation soiree soldat soldats soleil
solidaire solidarite sommets son sorciers sort souffle source sourire soutien souvenir souverain
souverainete soviet sovietique sovietiques special speciale speciaux spectacle sport sportif sportive stade
stades statistique statistiques statut strategie strategique street structure style substance succes sucre
suedois suisses suite sujet super superieure surveillance survie suspects symbole symphonique syndical
syndicat syndicats syrien table tableau taux taxe tchecoslovaquie tele telegraphique telephone television
temoin temoins tempete temple temps tendance tendre tennis terme terminal terminale terre terres terreur
territoires territoriale terrorisme terroriste terroristes testament tete texte textes the theologie theorie
tigre titre toit tombe torture total tourisme touristique tournoi traditionnel traditions trafic tragedie
train trains traitement traites tramway transparence travailleur travailleurs travailliste travaillistes
travaux traversee tremblement trente trevise tribunaux tribune tricolore triomphe triste trois troisieme
tropical troupes tunnel turc turcs turque turquie ukrainien ukrainienne univers universel universelle
universites urbain urbaine urgence urgences usage usine utilisateurs vacances vaccin vache vague val valeur
valeurs vallees vatican veille velo vendeurs vengeance ventes verite verre verte vertes vertu veterans
viande vice vicomte victime victimes vieilles vierge vies vieux vigilance vigne village villages villes vin
vins violence violet virus visage vision visite vite vivant vivants voie voies voile voisin voisins vol
volcan voleur volontaire volontaires volonte votants vote vous voyage voyages vrai vraie west yeux zero
zones
"""

ORDINARY = frozenset(_ORDINARY.split())

ENDINGS = (
    "aires", "alite", "ance", "ances", "elles", "ement", "ements", "ence", "ences", "eurs", "euse", "euses",
    "graphie", "graphique", "ilite", "iques", "isme", "ismes", "istes", "ites", "ivite", "logie", "logique",
    "oires", "sion", "sions", "tion", "tions",
)  # fmt: skip
