"""Portuguese segmentation."""

from copydesk.languages.contract.segmentation import Segmentation, words

SEGMENTATION = Segmentation(
    titles=words(
        """
        sr sra srs sras srta dr dra drs dras d dª dom prof profª prof.ª profa profs eng engº arq adv exmo
        exma exmª ilmo ilma rev revmo pe fr sto sta gen cel cap ten sgt maj alm brig gov pres dep sen des
        min av r pç pça pca trav rod est lg ex p.ex vs cf cfr aprox máx mín tel telef ed eds org orgs coord
        trad ref ibid id op cit jan fev abr jun jul ago set out nov st mr mrs jr
        """
    ),
    numbered=words(
        """
        nº n.º n° no n núm num art arts p pp pág págs pag vol vols fig figs caps t tom inc al par § sec séc
        lin v vv ca c
        """
    ),
    enders=words("etc a.c d.c a.m p.m s.a sa ltda lda cia corp ltd co u.s e.u.a eua e.u u.e seg segs"),
    starters=words(
        """
        o a os as um uma uns umas ao aos à às do da dos das no na nos nas num numa pelo pela pelos pelas de
        em por para com sem sob sobre desde até entre após antes durante segundo conforme como quando onde
        enquanto embora se mas e ou nem pois porque porém contudo todavia entretanto assim então também além
        este esta estes estas esse essa esses essas isto isso aquele aquela aquilo ele ela eles elas eu nós
        você vocês não sim já ainda agora hoje ontem amanhã depois aqui ali lá apenas só mesmo que quem qual
        quais quanto é são era eram foi foram há tem têm está estão seu sua seus suas meu minha nosso nossa
        todo toda todos todas cada outro outra outros outras muitos muitas alguns algumas vários ambos
        nenhum ninguém nada algo alguém mais menos muito tanto dois duas três quatro cinco seis sete oito
        nove dez apesar graças
        """
    ),
)
