"""French furniture."""

from copydesk.languages.contract.furniture import FurnitureCues

FURNITURE = FurnitureCues(
    teaser=(
        "à lire aussi…", "lire aussi…", "lire également…", "voir aussi…", "sur le même sujet",
        "à lire également…", "les plus lus",
        "article connexe", "articles connexes", "article lié", "articles liés", "articles similaires",
        "lire aussi…", "à lire aussi…", "lire également…", "à lire également…", "à lire…", "à voir aussi…",
        "voir aussi…", "sur le même sujet…", "dans la même rubrique", "ça peut vous intéresser",
        "cela peut vous intéresser…", "vous aimerez aussi…", "notre dossier…", "contenus connexes",
        "les plus lues", "les plus vus", "les plus consultés", "les plus partagés",
        "les articles les plus lus…", "les + lus", "à ne pas manquer", "dernières actualités",
        "les dernières actualités", "plus d'articles", "plus d'actualités", "articles recommandés",
        "recommandé pour vous", "nos recommandations", "dans la même catégorie", "autres articles",
        "contenus sponsorisés",
        "dernière minute", "dernières minutes", "en direct",
    ),
    comments=(
        "laisser un commentaire…", "laissez un commentaire…", "laisser une réponse…", "commentaires",
        "ajouter un commentaire", "publier le commentaire", "publier un commentaire",
        "poster un commentaire", "soyez le premier à commenter…", "soyez le premier à réagir…",
        "aucun commentaire", "pas encore de commentaire…", "il n'y a pas encore de commentaire…",
        "il n'y a pas encore de commentaires…", "votre adresse e-mail…", "votre adresse de messagerie…",
        "votre adresse électronique…", "les champs obligatoires…", "annuler la réponse", "réagir",
        "répondre", "connectez-vous pour commenter…", "enregistrer mon nom…", "…champs obligatoires…",
        "…votre adresse e-mail…", "…adresse e-mail ne sera…",
    ),
    share=(
        "suivez-nous", "suivez-nous sur…", "retrouvez-nous sur…", "rejoignez-nous sur…", "partager",
        "partager sur…", "partager cet article…", "partagez cet article…", "partager par e-mail",
        "abonnez-vous", "abonnez-vous à…", "s'abonner", "s'abonner à…", "inscrivez-vous à notre…",
        "recevez notre…", "recevez chaque…", "copier le lien", "imprimer", "enregistrer",
        "envoyer par e-mail",
    ),
    navigation=(
        "accueil", "menu", "rechercher", "aller au contenu…", "passer au contenu…", "retour en haut…",
        "précédent", "suivant", "article précédent", "article suivant", "page précédente", "page suivante",
        "se connecter", "connexion", "mon compte", "étiquettes:…", "mots-clés:…", "voir plus", "voir tout",
        "vous êtes ici…",
    ),
    legal=(
        "tous droits réservés…", "mentions légales", "politique de confidentialité", "gestion des cookies",
        "nous utilisons des cookies…", "ce site utilise des cookies…", "tout accepter", "tout refuser",
        "accepter", "refuser", "conditions générales…", "données personnelles", "reproduction interdite…",
        "…protection des données…", "…politique de confidentialité…", "…droits réservés…",
        "…utilise des cookies…",
    ),
    legal_labels=(
        "responsable…", "finalité…", "légitimation…", "base légale…", "base juridique…", "destinataires…",
        "stockage des données…", "communication des données…", "conservation…", "droits…", "vos droits…",
    ),
    other=(
        "à propos de l'auteur…", "l'auteur", "à propos de l'autrice…",
        "publicité", "annonce", "écouter l'article…", "écouter cet article…", "imprimer",
        "version imprimable",
        "temps de lecture…", "article réservé aux abonnés…", "chargement…", "la suite après la publicité",
        "mis à jour le…", "mise à jour le…", "dernière mise à jour…", "publié :…", "min de lecture",
        "minutes de lecture",
    ),
    caption=(
        "photo:…", "photo de…", "crédit photo…", "crédits:…", "image:…", "illustration:…", "vidéo:…",
    ),
    byline=(
        "par…", "propos recueillis…", "de notre correspondant…", "de notre envoyé…", "la rédaction",
        "avec afp",
    ),
)  # fmt: skip
