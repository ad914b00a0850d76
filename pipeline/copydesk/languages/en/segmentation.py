"""English segmentation. Abbreviations after the lists of the Chicago and AP manuals."""

from copydesk.languages.contract.segmentation import Segmentation, words

SEGMENTATION = Segmentation(
    titles=words(
        """
        mr mrs ms messrs mmes dr drs prof profs rev revd fr sra hon gov govs lt col gen maj capt cpt cmdr
        cdr adm sgt cpl pvt pfc sen sens rep reps pres supt insp det atty asst assoc amb dep st ste sts mt
        mts ft pt v vs viz cf eg e.g ie i.e al approx est esp incl ed eds trans univ mgr dir m
        mme mlle jan feb mar apr jun jul aug sept sep oct nov dec ave blvd rd hwy rte bldg ala ariz ark
        calif colo conn fla ga kan ky md mich minn mont neb nev okla tenn tex va vt wis wyo
        """
    ),
    numbered=words(
        "no nos art arts p pp pg pgs vol vols fig figs ch chap sec sect eq ex par para c ca vv l ll"
    ),
    enders=words(
        """
        etc inc ltd corp co cos bros jr sr esq u.s u.k u.n e.u u.s.a d.c a.m p.m am pm b.c a.d ph.d m.d b.a
        m.a l.a n.y u.s.s.r plc llc dept
        """
    ),
    starters=words(
        """
        the a an this that these those it its it's he she they we i you his her their our my your there here
        in on at by for from with without of to as if when while where after before since until although
        though because but and or nor so yet however moreover meanwhile nevertheless still then thus also
        even only just now today yesterday tomorrow not no yes all any both each every either neither some
        many most much more less few several another other others one two three four five six seven eight
        nine ten what who whom whose which why how is are was were has have had do does did can could will
        would may might must should be been being during despite according under over between among about
        against through into like unlike once perhaps maybe such than too very whether i'm i've we're he's
        she's they're that's there's what's don't can't didn't
        """
    ),
)
