"""Spanish segmentation. Abbreviations after the appendix of the Ortografía de la lengua española (2010)."""

from copydesk.languages.contract.segmentation import Segmentation, words

SEGMENTATION = Segmentation(
    titles=words(
        """
        sr sra srta sres sras srtas dr dra dres dras d dª d.ª dña don prof profª prof.ª profs lic licda ing
        arq abg abog mons rvdo rvda rdo hno hna fr pbro emmo excmo excma ilmo ilma sto sta s.s ssmo gral
        cnel cap capt tte sgto cmdte cdte alm brig gob pdte pdta vicepdte dir diput sen mtro mtra av avda
        avd c/ cl ctra pza pzza plza pl po pº p.º urb edif dpto depto dptos ej ejs p.ej vs cf cfr aprox gr
        hab máx mín tel telf tfno ee ff rr cc jj pp.ee ed eds comp coord trad ref sig sigs ss ibid íd op cit
        st ste mt jr ntra ene feb abr jun jul ago sept oct nov dic
        """
    ),
    numbered=words(
        """
        nº n.º núm núms num no nro n art arts art.º caps p pp pág págs vol vols t tom fig figs fasc ap apdo
        párr secc sec tít lám s ley lín v vv versión c ca hacia
        """
    ),
    enders=words(
        """
        etc uu ee.uu eeuu a.c d.c a.m p.m m s.a s.l s.a.u s.r.l c.v cía cia ltda inc corp ltd co jj.oo oo
        ff.aa aa cc.oo bros hnos d.f r.u u.s e.u
        """
    ),
    starters=words(
        """
        el la los las lo un una unos unas al del este esta estos estas ese esa esos esas esto eso aquel
        aquella en de por para con sin según sobre desde hasta entre tras ante durante mediante como cuando
        donde mientras aunque si pero y o e ni pues porque sino no sí ya también además asimismo así
        entonces ahora hoy ayer después luego antes aún todavía incluso solo sólo quizá quizás tal tampoco
        nunca siempre aquí allí ahí él ella ellos ellas yo nosotros usted ustedes se me te nos le les su sus
        mi mis nuestro nuestra que qué quién quien quienes cuál cómo cuándo dónde cuánto hay es son era fue
        fueron ha han había habían está están todo toda todos todas otro otra otros otras muchos muchas
        algunos algunas varios cada ambos ningún ninguno ninguna nadie nada algo alguien más menos muy mucho
        tanto dos tres cuatro cinco seis siete ocho nueve diez a través gracias pese debido embargo
        """
    ),
)
