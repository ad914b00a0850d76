"""French usage that rule-based engines miss: elision, contraction, negation, pronouns, agency style.

Sources: Grevisse, Le Bon Usage (elision, contraction, negation, expletive pronouns); Lexique des règles
typographiques en usage à l'Imprimerie nationale (dates, nationalities).
"""
# ruff: noqa: E501 - a rule is one line

from copydesk.languages.contract.post_edit import PostEdit, Rule

_VOWEL = r"(?=[aeiouyàâäéèêëîïôöùûœæ](?!\w*\d)\w|h(?:a(?:b|ll|r[mp]|stings)|e[cru]|é|i[sv]|o[mnr]|ô|u[im]|y))"
_COUNTRY_F = "République tchèque|République dominicaine|Grande-Bretagne|France|Allemagne|Espagne|Italie|Chine|Russie|Suisse|Belgique|Turquie|Grèce|Hongrie|Pologne|Autriche|Suède|Norvège|Finlande|Irlande|Écosse|Angleterre|Bulgarie|Roumanie|Serbie|Croatie|Slovaquie|Slovénie|Ukraine|Géorgie|Syrie|Libye|Tunisie|Algérie|Égypte|Somalie|Afrique|Asie|Europe|Amérique|Australie|Argentine|Colombie|Bolivie|Inde|Indonésie|Thaïlande|Corée|Jordanie|Arabie"
_NATION = "tchèque|hongrois|dominicain|islamique|populaire|slovaque|tchécoslovaque|arabe|européen|américain|français|allemand|espagnol|italien|britannique|russe|chinois|japonais|polonais|autrichien|suisse|grec|turc|israélien|palestinien|irakien|iranien|afghan|indien|mexicain|argentin|brésilien|canadien|catalan|basque"
_DAY = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
_MONTH = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"

POST_EDIT = PostEdit(
    rules=(
        # wrong words of the chain Spanish-Catalan-French
        Rule(("castelló",), r"\bCastelló\b", "Castellón", "a Catalan name left by the pivot", "es"),
        Rule(("corunya",), r"\bLa Corunya\b", "La Corogne", "a Catalan name left by the pivot", "es"),
        Rule(("terol",), r"\bTerol\b", "Teruel", "a Catalan name left by the pivot", "es"),
        Rule(("núria",), r"\bNúria\b", "Nuria", "a Catalan name left by the pivot", "es", r"\bNuria\b"),
        Rule(("est-ce qui",), r"\bqui est-ce qui\b(?! [^.?]*\?)", "qui", "relative pronoun, not a question"),
        Rule(("à cause de cela",), r"\bà cause de cela\b", "c'est pourquoi", "por eso", "es"),
        Rule(("c'est pourquoi que",), r"\b(?:il est |c'est )?c'est pourquoi que\b", "c'est pourquoi", "es por eso que", "es"),
        Rule(("parce qu",), r"\bparce (qu['e])", r"pour \1", "para que", "es", r"(?i)\bpara que\b(?!.*\bporque\b)"),
        Rule(("parce qu",), r", parce (qu['e])", r", car \1", "porque after a comma", "es"),
        Rule(("car qu",), r"\bcar qu(?:e |')", "car ", "car takes no que"),
        Rule(("pourtant",), r"\bpourtant\b", "cependant", "sin embargo", "es", r"(?i)sin embargo"),
        Rule(("même temps",), r"\bau même temps\b", "en même temps", "al mismo tiempo"),
        Rule(("point de vue",), r"\bdepuis le point de vue\b", "du point de vue", "desde el punto de vista"),
        Rule(("mille millions",), r"\bmille millions\b", "milliards", "mil millones"),
        Rule(("tous deux", "toutes deux"), r"\b(de|à) tou(?:te)?s deux (?=\w)", r"\1 les deux ", "ambos"),
        Rule(("première place",), r"\ben première place\b", "en premier lieu", "en primer lugar"),
        Rule(("telle sorte",), r"\bde telle sorte que\b", "de sorte que", "de modo que"),
        Rule(("dans lequel", "dans laquelle", "dans lesquel"), r"\b(?:dans|en) les?(?:quel|quelle)s?\b|\bdans laquelle\b", "où", "en el que"),
        Rule(("duquel", "de laquelle", "desquel"), r",? (?:duquel|de laquelle|desquels|desquelles)\b", " dont", "del que"),
        Rule(("compagnie",), r"\bcompagnie(s?)\b(?! a[ée]r)", r"société\1", "compañía", "es"),
        Rule(("banc",), r"\bdu banc\b", "de la banque", "banco", "es", r"(?i)\bbancos?\b"),
        Rule(("banc",), r"\bau banc\b", "à la banque", "banco", "es", r"(?i)\bbancos?\b"),
        Rule(("banc",), r"\b(?:le|ce|un) banc\b", "la banque", "banco", "es", r"(?i)\bbancos?\b"),
        Rule(("banc",), r"\bbanc(s?)\b", r"banque\1", "banco", "es", r"(?i)\bbancos?\b"),
        Rule((" dit",), r"\b(a|ont) dit\b(?! (?:adieu|oui|non))", r"\1 déclaré", "agency verb for dijo", "es", r"(?i)\bdij(o|eron)\b"),
        # negation
        Rule(("aucun",), r"\b(n['e] ?\w+) pas (aucune?)\b", r"\1 \2", "aucun replaces pas"),
        Rule((" pas ",), r"\b(n['e] ?\w+(?: \w+)?) pas (jamais|rien|personne|plus|ni)\b", r"\1 \2", "pas is replaced"),
        Rule(("aucun", "personne", "rien"), r"\b((?:aucune?(?: des?)?|ni un) \w+|personne|rien) (a|est|ont|avait|était|peut|sera|aura|va|sait)\b", r"\1 ne \2", "aucun, personne, rien want ne"),
        # subject pronouns
        Rule(("n'y a", "ne s'agit", "ne faut", "ne se", "ne peut"), r"(?:(?<=^)|(?<=[.:;,!?\"] )|(?<=^\"))(n'y a|ne s'agit|ne faut|ne se|ne semble|n'est|n'a|ne peut|ne doit|n'était)\b", r"il \l1", "a finite verb has a subject"),
        Rule(("y a",), r"(?<![\w'])(?<!il )(?<!qu'il )(?<!n')(?<!qui )(?<!où )(?<!on )(?<!elle )y (a|aura|avait|aurait|ait|eut|a-t-il)\b", r"il y \1", "impersonal il y a"),
        Rule(("s'agit",), r"(?<!il )(?<!ne )(?<!qui )s'agit (?=d)", "il s'agit ", "impersonal il s'agit"),
        Rule(("ne s'agit",), r"(?<!il )(?<!qui )(?<!'il )ne s'agit\b", "il ne s'agit", "impersonal il s'agit"),
        Rule(("est un", "est le", "est la", "est l'"), r"\bil (n')?(est|était|sera|serait)( pas)? (une?|l[ea]s?|l')(?= |(?<='))", r"c'\1\2\3 \4", "c'est before a noun"),
        Rule(("c'n'",), r"\bc'n'", "ce n'", "ce n'est"),
        Rule(("c'sera", "c'serait"), r"\bc'(sera)", r"ce \1", "ce sera"),
        Rule(("l' ",), r"(?<=\bl') (?=\w)", "", "no space after an elision"),
        Rule(("sont des", "sont les"), r"^(\"?)sont (des|les)\b", r"\1ce sont \2", "ce sont before a noun"),
        Rule(("et il",), r"\bet ils? (?=(?:a|ont|est|sont|avait|avaient|était|était|sera|peut|doit|s'est|se|continue)\b)(?!il)(?!est (?:\w+ )?(?:que|de|possible|nécessaire|important))", "et ", "same subject after et", "es", r"^(?!.*\by (?:él|ellos)\b)"),
        Rule(("que se ", "que s'"), r"(?<!ce )(?<!plus )(?<!moins )\bque (se |s')", r"qui \1", "relative subject", "es"),
        Rule((" il ",), r"(?<=\w )([A-ZÀ-Ý][\w'-]+) il (?=(?:a|est|avait|ajoute|dit|était|s'est|se|sera|peut|doit|veut|va)\b|\w+e\b)(?!y )", r"\1 ", "no pronoun after its noun", "es", exact=True),
        Rule(("ons",), r"(?:(?<=^)|(?<=^\")|(?<=, )|(?<= et )|(?<= que )|(?<= où ))(?<!nous )(ne |n')?((?:av|pouv|dev|croy|voul|all|fais|ét|av|dis|sav|pens|viv|viendr|ser|aur|pourr|devr|voudr|ir|fer|parl|trouv|attend|esp[ée]r|cherch|essay|travaill|utilis|considér)i?ons|sommes)\b", r"nous \l1\l2", "the first person has its pronoun", "es"),
        # prepositions and articles
        Rule(("dans", "en"), r"\b(?:dans|en) l'an(?:née)? (?=(?:1[5-9]|20)\d\d\b)", "en ", "en before a year"),
        Rule(("dans",), r"\bdans (?=(?:1[5-9]|20)\d\d\b)", "en ", "en before a year"),
        Rule(("de l'an",), r"\bde l'an(?:née)? (?=(?:1[5-9]|20)\d\d\b)", "de ", "de before a year"),
        Rule(("à la", "dans la", "à l'", "dans l'"), rf"\b(?:à|dans) (?:la |l')(?={_COUNTRY_F}\b)", "en ", "en before a feminine country", exact=True),
        Rule(tuple(_DAY.split("|")), rf"(?<!tous )\ble ({_DAY})\b", r"\1", "a weekday of the news has no article", "es"),
        Rule(("dans",), r"\bdans (ce|cet) (moment)\b", r"en \1 \2", "en ce moment"),
        Rule(("dans",), r"\bdans ces moments\b", "en ce moment", "en estos momentos"),
        Rule(("dans",), r"\bdans (le|les|ce|un|ces|son|leur) (marchés?|terrain|terrains|plan|site|sites|plages?|territoire|îles?)\b", r"sur \1 \2", "sur before these nouns"),
        Rule(("dans",), r"\bdans (la|une|cette|sa) (plage|page|base|question|route|liste|chaîne|planète|scène|photo|île|toile)\b", r"sur \1 \2", "sur before these nouns"),
        Rule(("autre",), r"\b(dans|avec|et|à|pour|par|sur|ou|comme|que|de|contre|chez) autres\b", r"\1 d'autres", "autres wants de"),
        Rule(("de d'autres",), r"\bde d'autres\b", "d'autres", "one de"),
        Rule(("partitif", "plus du", "plus de le", "moins du"), r"\b(plus|moins) (?:du|de la|des) (?=\d|un |deux |trois |quatre |cinq |dix |mille )", r"\1 de ", "plus de before a number"),
        # names and elision
        Rule(("le ", "la "), r"\b(l)[ea] (?=[aeiouéèêâîôûœAEIOUÉÈÊ](?!n(?:e|s|es)?\b|nz|ui\b))(?!(?:a|ont|en|y|et|ou|où|à|aux|au)\b)(?=\w{2})", r"\1'", "article elided before a vowel"),
        Rule(("de ", "que ", "ne ", "se ", "je ", "jusque ", "lorsque ", "puisque "), r"\b(d|[jn]|s|jusqu|lorsqu|puisqu|qu)e (?=[aeiouéèêâîôûœ])(?!(?:onz|oui|un\b(?= [àa])))(?=\w)", r"\1'", "elided before a vowel"),
        Rule(("d'h",), r"\bd'(?=H(?:ong|ambourg|arvard|ollywood|ouston|illary|arry|ugo|anovre|ollande|elsinki|amas|ezbollah|amburg))", "de ", "aspirated h"),
        Rule((" de le ", " de les ", " à le ", " à les "), r"\bde le (?=[^aeiouéèêâîôûh\W])", "du ", "contraction"),
        Rule((" de les ",), r"\bde les (?=\w)", "des ", "contraction"),
        Rule((" à le ",), r"\bà le (?=[^aeiouéèêâîôûh\W])", "au ", "contraction"),
        Rule((" à les ",), r"\bà les (?=\w)", "aux ", "contraction"),
        # more usage
        Rule(("aussi",), r"\baussi (a|ont|est|sont|avait|avaient|peut|peuvent|doit|doivent) (?!bien|important)", r"\1 également ", "adverb after the verb", "es"),
        Rule(("aussi",), r"^aussi,? (il |ils |elle |on |nous )?(?=\w)", r"également, \1", "también at the start", "es", r"(?i)^\W*también") ,
        Rule(("dont",), r"\b(le|la|les) (\w+) dont\b", r"dont \1 \2", "cuyo", "es", r"(?i)\bcuy[oa]s?\b"),
        Rule(("dont",), r"\bl'(\w+) dont\b", r"dont l'\1", "cuyo", "es", r"(?i)\bcuy[oa]s?\b"),
        Rule(("sien aucun",), r"\ble sien aucun\b", "son chef", "su jefe", "es"),
        Rule(("se peut",), r"\bne se peut pas\b", "on ne peut pas", "no se puede", "es"),
        Rule(("se peut",), r"\bse peut (?=\w+(?:er|ir|re)\b)", "on peut ", "se puede", "es"),
        Rule(("en plus,",), r"\ben plus,", "de plus,", "además", "es"),
        Rule(("c'est à dire",), r"\bc'est à dire\b", "c'est-à-dire", "hyphens"),
        Rule(("dans les derni",), r"\bdans les (derni[eè]re?s)\b", r"ces \1", "en los últimos", "es"),
        Rule(("l'après-midi", "le matin", "le soir", "la nuit"), rf"\b({_DAY}) (?:l'|le |la )(après-midi|matin|soir|nuit)\b", r"\1 \2", "time of a day"),
        Rule(("de chaque",), r"\bde chaque (\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|cent|mille)\b", r"sur \1", "de cada diez"),
        Rule(("monsieur",), r"\b(?:le )?monsieur (?=[A-ZÀ-Ý])", "M. ", "title before a name", exact=True),
        Rule(("señora", "madame", "dame"), r"\b(?:la )?(?:madame|dame) (?=[A-ZÀ-Ý])", "Mme ", "title before a name", exact=True),
        Rule(("dans ",), r"\bdans (?=[A-ZÀ-Ý][a-zà-ÿ]+)(?!L[ea] |Les )", "à ", "à before a town", exact=True),
        Rule(("dans le ", "à le "), r"\bdans le (?=(?:Pakistan|Japon|Brésil|Mexique|Chili|Pérou|Canada|Portugal|Liban|Maroc|Vietnam|Danemark|Kosovo|Venezuela|Soudan|Nigeria|Kenya|Royaume-Uni|Congo|Cameroun|Sénégal|Mali|Paraguay|Honduras|Nicaragua|Guatemala|Panama|Salvador|Texas|Yémen|Qatar|Koweït|Cambodge|Bangladesh|Luxembourg)\b)", "au ", "au before a masculine country", exact=True),
        Rule(("qu'ils",), r"(?<=[a-zà-ÿ]s )qu'ils (?=\w+(?:ent|ont)\b)", "qui ", "subject relative", "es"),
        # clauses, second part
        Rule(("et il",), r"\bet ils? (?=(?!y |n'y |est|faut|semble|s'agit|ne s'agit|suffit|reste|convient|existe)\w[\w']+\b)", "et ", "same subject after et", "es", r"^(?!.*\by (?:él|ellos)\b)"),
        Rule((" lui ", " leur "), r"(?<!à )\b(?:lui|leur) ((?:a|ont|avait|avaient|aura|auront) \w+[éits](?: \w+)?) (?=(?:à|au|aux) )", r"\1 ", "no pronoun beside its noun", "es"),
        Rule(("se lui",), r"\bse lui (?=\w)", "on lui ", "se le + verb is impersonal", "es"),
        Rule(("en comparaison avec",), r"\ben comparaison avec le (?=\w)", "par rapport au ", "en comparación con", "es"),
        Rule(("en comparaison avec",), r"\ben comparaison avec les (?=\w)", "par rapport aux ", "en comparación con", "es"),
        Rule(("en comparaison avec",), r"\ben comparaison avec\b", "par rapport à", "en comparación con", "es"),
        Rule(("plus bon marché",), r"\bplus bon marché\b", "moins cher", "comparative of bon marché"),
        Rule(("par conséquent",), r"\bpar conséquent\b", "donc", "por lo tanto", "es", r"(?i)por (?:lo )?tanto"),
        Rule(("quel",), r"(?<=\w), (?:lequel|laquelle|lesquels|lesquelles) (?=(?:a|est|ont|sont|ne|n'|se|avait|était|sera|peut|doit)\b)", ", qui ", "el cual", "es"),
        Rule(("non seul",), r"\bnon seule?s? (?=(?:le|la|les|l'|un|une|des|pour|par|dans|en|à|au|aux|avec|que|de|du|a|est|sur)\b)", "non seulement ", "no solo", "es"),
        Rule(tuple("dans " + m for m in _MONTH.split("|")), rf"\bdans (?={_MONTH})", "en ", "en before a month"),
        Rule(tuple(m + " de" for m in _MONTH.split("|")), rf"\b({_MONTH}) de (?=(?:1[89]|20)\d\d\b)", r"\1 ", "a date has no de before the year"),
        Rule(("jusqu'aujourd'hui",), r"\bjusqu'aujourd'hui\b", "jusqu'à aujourd'hui", "hasta hoy"),
        Rule((" ses ",), r"\b((?:ont|sont|avaient|étaient|seront|auront|peuvent|doivent|veulent|font|vont|ils|elles|\w+aient|\w+èrent)(?: (?!est\b|a\b|il\b|elle\b|on\b)[\w'-]+){0,5}?) ses (?=\w)", r"\1 leurs ", "plural owner", "es"),
        Rule(("ce ",), r"\bce (?=[aeiouéèêâîô](?!n(?:e|s)?\b|st\b|t\b|ux\b|lles?\b|ls?\b)\w)(?!à|en |au|y|ont|était)(?!aux|avec|entre|après|avant|aujourd|ici|où|est|eut|avai|aura|ét)", "cet ", "cet before a vowel", "es"),
        Rule(("sa ", "ma "), r"\b([sm])a (?=[aeiouéèêâîôû]\w)", r"\1on ", "mon, son before a vowel"),
        Rule(("près de",), r"\b(?:presque|environ|approximativement|autour de|autour d') ?(?:à |de )?près de (?=\w)", "près de ", "one adverb of approximation"),
        # casing
        Rule(("république", "union", "garde", "commission", "parlement", "assemblée", "conseil", "ligue"),
             rf"\b(République|Union|Garde|Commission|Parlement|Assemblée|Conseil|Ligue) ((?:{_NATION})e?s?)\b", r"\1 \l2", "nationality adjectives are lower-case"),
    )
)  # fmt: skip
