"""English negation."""

from copydesk.languages.contract.negation import Negation, said

_KIN = """
no never none less nobody nothing nowhere neither nor without hardly barely scarcely lack lacks lacked
lacking fail fails failed failing failure refuse refuses refused refusing deny denies denied denying reject
rejected rejects avoid avoids avoided avoiding prevent prevents prevented stop stops stopped unless except
non absence absent rarely seldom forget forgot missed missing ain isn wasn weren hasn haven hadn wouldn
couldn shouldn can't aren mustn needn little few instead difficult exclude excluded far short free
regardless merely refusal ignore ignores ignored ignoring neglect neglects neglected neglecting skip skips
skipped skipping nil slim beyond decline declines declined declining otherwise forbid forbids forbidden ban
bans banned banning ignorant unclear powerless clueless helpless useless hopeless worthless pointless
harmless
rather wrong redundant secondary cease ceases ceased cessation
"""

NEGATION = Negation(
    verbal=frozenset({"not", "cannot", "t"}),
    kin=frozenset(_KIN.split()),
    stems=("un", "non", "impos", "impract", "incap", "insuf", "inabil", "inacc", "inadeq", "ineff", "invis",
           "illeg", "inact", "incre", "indep", "inval", "injus", "insec", "fail", "lack", "refus",
           "declin", "oppos", "prohib",
           "cancel", "suspend", "avoid", "prevent", "disall", "disappr", "disagr"),
    spared=("under", "until", "unit", "unio", "unif", "uniq", "univ", "unil", "unis", "uncle", "unanim",
            "unfort", "unempl", "undoubt", "nonethe"),
    senses=said(
        without="without", less="less", few="few little hardly barely rarely seldom", far="far beyond",
        free="free", difficult="difficult", short="short", useless="useless pointless",
        lack="lack lacks lacked lacking missing missed absence absent",
        prevent="prevent prevents prevented avoid avoids avoided avoiding stop stops stopped",
        forget="forget forgot",
        reject="reject rejected rejects refuse refuses refused refusing refusal deny denies denied denying "
        "decline declines declined declining",
        fail="fail fails failed failing failure", exclude="exclude excluded", unless="except unless",
        instead="instead", ignore="ignore ignored ignoring ignores neglect neglected",
        impossible="impossible", illegal="illegal", unlike="unlike", unknown="unknown",
        wrong="wrong", second="secondary", cease="cease ceases ceased cessation", rather="rather",
    ),
    limits=frozenset({"only", "just", "merely", "simply"}),
    idioms=(
        "than ever", "no matter", "no doubt", "without doubt", "than never", "no-brainer", "no wonder",
        "no longer than", "no more than", "no less", "no less than", "no later than", "nothing but",
        "never mind",

        "not only", "not just", "not to mention", "not merely", "not simply", "not least", "a few",
        "last few", "past few", "next few", "first few", "so far", "as far as", "by far", "short term",
        "short-term",
    ),
    strong=said(
        never="never", nobody="nobody no_one", nothing="nothing", none="no none", without="without",
        unless="unless", barely="hardly barely scarcely", neither="neither",
    ),
    renders=said(barely="just only almost"),
    opposites=said(
        without="with", nobody="somebody someone everybody everyone", nothing="something everything",
        never="always",
    ),
    drops=(
        (r"\b([Cc])an['’]t\b", r"\1an"),
        (r"\b([Ww])on['’]t\b", r"\1ill"),
        (r"n['’]t\b", ""),
        (r"\b([Cc])annot\b", r"\1an"),
        (r"\b(?:do|does|did) not ", ""),
        (r"\bnot ", ""),
    ),
    word_drops=(
        (r"\b[Nn]ever ", ""), (r"\b(?:hardly|barely|scarcely) ", ""), (r"\bwithout\b", "with"),
        (r"\bWithout\b", "With"),
        (r"\b(?:nobody|no one)\b", "somebody"), (r"\b(?:Nobody|No one)\b", "Somebody"),
        (r"\bnothing\b", "something"),
        (r"\bNothing\b", "Something"), (r"\bno ", ""), (r"\bNo ", "Some "), (r"\bunless\b", "if"),
        (r"\bnone\b", "some"),
    ),
)  # fmt: skip
