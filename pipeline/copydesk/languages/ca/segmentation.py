"""Catalan segmentation. Abbreviations after the conventions of the Institut d'Estudis Catalans."""

from copydesk.languages.contract.segmentation import Segmentation, words

SEGMENTATION = Segmentation(
    titles=words(
        """
        sr sra srs sres srta dr dra drs dres d prof profa profs mn mons fra excm excma il·lm il·lma hble
        molt gral cap tinent st sta sto gov pres dir sen dip arq eng adv av avda avgda c/ ctra pl pça pg
        rbla rda trav ptge ex p.ex vs cf aprox màx mín tel ed eds coord trad ref ibíd id op cit gen febr abr
        jul ag oct nov jr mr mrs
        """
    ),
    numbered=words(
        """
        núm núms nº n.º n° n art arts p pp pàg pàgs vol vols fig figs caps t tom ap par sec v vv ca c
        """
    ),
    enders=words(
        """
        etc uu ee.uu eua a.c d.c a.m p.m s.a sa s.l s.a.u sl cia inc corp ltd co u.s u.e ss jj.oo
        """
    ),
    starters=words(
        """
        el la els les l' un una uns unes al als del dels de d' en na per pel pels amb sense segons sobre des
        fins entre després abans durant mitjançant com quan on mentre encara si però i o ni doncs perquè
        sinó no sí ja també així aleshores llavors ara avui ahir demà tot tota tots totes aquest aquesta
        aquests aquestes aquell aquella això allò ell ella ells elles jo nosaltres vostè es se em et ens li
        seu seva seus seves meu meva nostre nostra que què qui quin quina hi ha és són era eren va van havia
        està estan altre altra altres molts moltes alguns algunes diversos cada ambdós cap ningú res més
        menys molt tant dos dues tres quatre cinc sis set vuit nou deu a malgrat gràcies
        """
    ),
)
