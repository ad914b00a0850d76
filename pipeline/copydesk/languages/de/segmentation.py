"""German segmentation. Abbreviations after the Duden's rules D 1 to D 5."""

from copydesk.languages.contract.segmentation import Segmentation, words

SEGMENTATION = Segmentation(
    titles=words(
        """
        hr hrn fr frl dr dres prof profs dipl ing med phil jur rer nat theol st sr jr gen oblt lt hptm maj
        präs vors stellv geb gest verh bzw ca vgl z zb z.b d.h u.a o.ä u.ä s.o s.u i.d.r bspw ggf evtl sog
        inkl exkl zzgl abzgl max min tel str pl u d h i v vs zt z.t zz z.zt bes insb allg ehem einschl
        entspr gem rd ung ungef usw.a jan feb mrz apr jun jul aug sept sep okt nov dez
        """
    ),
    numbered=words("nr nrn art abs s kap bd bde abb tab ziff par § aufl jg heft vers zeile vol no"),
    enders=words(
        """
        usw etc u.s.w ff mio mrd tsd a.d n.chr v.chr chr e.v co inc corp ltd u.s d.c a.m p.m b.v gmbh
        """
    ),
    starters=words(
        """
        der die das dem den des ein eine einen einem einer eines dieser diese dieses diesen diesem jener
        jene er sie es wir ich ihr man sein seine seinen ihre ihren ihrer unser unsere mein meine in im an
        am auf aus bei beim mit nach von vom vor zu zum zur für durch gegen ohne um unter über zwischen seit
        während wegen trotz laut als wenn weil da dass obwohl ob bis damit doch aber und oder denn sondern
        sowie auch so dann danach dabei dazu dafür dagegen daher deshalb trotzdem zudem außerdem allerdings
        jedoch hier dort heute gestern morgen jetzt nun noch nur schon bereits erst nicht kein keine alle
        alles viele einige mehrere jeder jede was wer wie wo warum wann welche welcher ist sind war waren
        hat haben hatte wird werden wurde wurden kann können soll sollen muss müssen zwei drei vier fünf
        mehr sehr etwa insgesamt immer nie niemand nichts etwas sich
        """
    ),
    ordinals=True,
)
