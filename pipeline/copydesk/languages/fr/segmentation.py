"""French segmentation. Abbreviations after the Imprimerie nationale (Lexique)."""

from copydesk.languages.contract.segmentation import Segmentation, words

SEGMENTATION = Segmentation(
    titles=words(
        """
        m mm mr mme mmes mlle mlles melle v messrs dr drs pr prof profs me mes mgr mgrs st ste sts stes cdt
        cne gal gén lt adj cdr cmdt amb ing arch dir adm av bd boul bld pl fg fbg r rte imp sq ex p.ex cf vs
        c.-à-d càd env approx max min tél téléc réf ed éd éds coll trad dép ibid id op loc cit janv févr fév
        avr juil oct nov déc jr
        """
    ),
    numbered=words(
        """
        no nos n° nº n num art arts chap ch p pp pag vol vols t fig figs fasc par § al sect tit ann vv ligne l
        s
        """
    ),
    enders=words(
        """
        etc a.m p.m av.j.-c j.-c apr.j.-c s.a sarl s.a.r.l s.a.s inc corp ltd ltée cie co bros suiv u.s é.-u
        etats-unis é.-u.a u.e o.n.u
        """
    ),
    starters=words(
        """
        le la les l un une des du de d au aux ce cet cette ces c ceci cela ça en dans sur sous par pour avec
        sans selon depuis dès jusqu jusque entre après avant pendant durant malgré chez vers comme quand
        lorsque lorsqu si mais et ou or ni car donc puis ensuite alors ainsi aussi enfin toutefois cependant
        pourtant néanmoins parce puisque bien quoique tandis afin il elle ils elles on je j nous vous tu qui
        que qu quoi quel quelle quels quelles où pourquoi comment combien son sa ses leur leurs mon ma mes
        notre nos votre vos ne n y non oui tout toute tous toutes chaque plusieurs certains certaines
        quelques aucun aucune autre autres personne rien même plus moins très trop peu beaucoup déjà encore
        toujours jamais aujourd hier demain maintenant ici là voilà voici est sont était ont deux trois
        quatre cinq six sept huit neuf dix grâce à face outre
        """
    ),
)
