"""Italian segmentation."""

from copydesk.languages.contract.segmentation import Segmentation, words

SEGMENTATION = Segmentation(
    titles=words(
        """
        sig sig.ra sigg sig.na dott dott.ssa dr dr.ssa prof prof.ssa proff avv ing arch geom rag on sen min
        pres gen col cap ten magg serg mons don rev s ss sto sta comm cav uff egr gent ill spett mr mrs st
        p.es es ad.es vs cfr cf ca circa max tel ed eds cit op ibid id v l.go p.za p.zza v.le c.so genn
        febbr apr giu lug ag sett ott nov dic jr
        """
    ),
    numbered=words(
        """
        n nn nº n.º n° num art artt p pp pag pagg vol voll fig figg capp c comma par t tav sez vv lett
        """
    ),
    enders=words(
        """
        ecc etc a.c d.c a.m p.m s.p.a spa s.r.l srl s.n.c inc corp ltd co f.lli u.s u.e e.v seg segg
        """
    ),
    starters=words(
        """
        il lo la i gli le l un uno una un' del dello della dei degli delle al allo alla ai agli alle nel
        nello nella nei negli nelle sul sulla sui dal dalla di da in con su per tra fra a ad e ed o ma se
        che chi cui questo questa questi queste quello quella quelli quelle egli ella lui lei loro essi io
        noi voi si ci non no sì anche ancora già poi quindi dunque però tuttavia inoltre infatti così come
        quando dove mentre perché poiché sebbene dopo prima durante secondo oltre senza sotto sopra oggi
        ieri domani ora adesso qui qua là è sono era erano ha hanno aveva avevano tutto tutti tutte ogni
        alcuni alcune molti molte altri altre nessuno niente nulla qualcuno più meno molto tanto due tre
        quattro cinque sei sette otto nove dieci suo sua suoi sue mio mia nostro nostra dall dell nell all
        sull c'è
        """
    ),
)
