"""English negation."""

from copydesk.languages.contract.negation import Negation

_KIN = """
no never none less nobody nothing nowhere neither nor without hardly barely scarcely lack lacks lacked
lacking fail fails failed failing failure refuse refuses refused refusing deny denies denied denying reject
rejected rejects avoid avoids avoided avoiding prevent prevents prevented stop stops stopped unless except
non absence absent rarely seldom forget forgot miss missed missing ain isn wasn weren hasn haven hadn wouldn
couldn shouldn won can't aren mustn needn little few instead difficult exclude excluded far short free
regardless merely refusal ignore ignores ignored ignoring neglect neglects neglected neglecting skip skips
skipped skipping nil slim beyond
"""

NEGATION = Negation(
    verbal=frozenset({"not", "cannot", "t"}),
    kin=frozenset(_KIN.split()),
    stems=("un", "non", "impos", "impract", "incap", "insuf", "inabil", "inacc", "inadeq", "ineff", "invis",
           "illeg", "disall", "disappr", "disagr"),
    spared=("under", "until", "unit", "union", "uni", "uncle", "unanim", "unfort", "unempl", "undoubt"),
    idioms=("not only", "not just", "not to mention", "not merely", "not simply", "not least"),
    drops=(
        (r"\b([Cc])an['’]t\b", r"\1an"),
        (r"\b([Ww])on['’]t\b", r"\1ill"),
        (r"n['’]t\b", ""),
        (r"\b([Cc])annot\b", r"\1an"),
        (r"\b(?:do|does|did) not ", ""),
        (r"\bnot ", ""),
    ),
)  # fmt: skip
