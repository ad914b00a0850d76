"""Arabic: what the gate needs. Formats, months and units are the CLDR's; number words stand here."""

from copydesk.languages import cldr
from copydesk.languages.contract.numerals import coded, counted
from copydesk.languages.contract.prose import Prose
from copydesk.languages.contract.typography import Typography
from copydesk.languages.facts import Facts, extended

_WORDS = """
في من على إلى عن مع أن إن كان كانت هذا هذه ذلك التي الذي الذين قد لم لن لا ما هو هي هم كما بعد قبل بين
حتى عند منذ أو ثم كل بعض غير أي أكثر حول خلال ضد وقال وقد ولم وكان ومن وفي أنه أنها بأن لكن لكنه يكون
تكون ليس
"""

_SMALL = """
صفر واحد/واحدة اثنان/اثنين/اثنتان/اثنتين ثلاثة/ثلاث أربعة/أربع خمسة/خمس ستة/ست سبعة/سبع
ثمانية/ثماني/ثمان تسعة/تسع عشرة/عشر
"""

_TENS = """
عشرين/عشرون ثلاثين/ثلاثون أربعين/أربعون خمسين/خمسون ستين/ستون سبعين/سبعون ثمانين/ثمانون تسعين/تسعون
"""

_ORDINALS = """
الأول/الأولى الثاني/الثانية الثالث/الثالثة الرابع/الرابعة الخامس/الخامسة السادس/السادسة السابع/السابعة
الثامن/الثامنة التاسع/التاسعة العاشر/العاشرة
"""

NUMERALS = extended(
    cldr.numerals("ar"),
    small=counted(0, _SMALL) | counted(20, _TENS, 10),
    hundreds={
        "مئتي": 200, "مائتي": 200, "مئتان": 200, "ثلاثمائة": 300, "ثلاثمئة": 300, "أربعمائة": 400,
        "خمسمائة": 500, "ستمائة": 600, "سبعمائة": 700, "ثمانمائة": 800, "تسعمائة": 900
    },
    hundred=frozenset({"مائة", "مئة"}),
    bare_hundred=True,
    joiners=frozenset({"و"}),
    ones=frozenset({"واحد", "واحدة"}),
    ordinals=counted(1, _ORDINALS),
    collectives={
        "نصف": "0.5", "النصف": "0.5", "كلا": "2", "كلتا": "2", "ضعف": "2", "زوج": "2", "عقد": "10"
    },
    percent=("في المائة", "بالمائة", "في المئة", "بالمئة", "٪",),
    currencies=coded(
        USD="دولار دولارات دولارًا دولارا", GBP="جنيه جنيهات جنيها جنيهًا جنيه_إسترليني", EUR="يورو"
    ),
    units=coded(
        **{
            "inch": "بوصة بوصات",
            "ft": "قدم أقدام قدمًا قدما",
            "mile": "ميل أميال ميلا ميلًا",
            "lb": "رطل أرطال رطلا رطلاً",
            "km": "كيلومتر كيلومترات كيلومترا كيلومترًا كم",
            "km/h": "كم/ساعة كيلومتر_في_الساعة كيلومترًا_في_الساعة",
            "mph": "ميل_في_الساعة ميلاً_في_الساعة",
            "deg": "درجة درجات",
            "year": "سنة سنوات عام عاما عامًا أعوام",
            "h": "ساعة ساعات",
            "m": "متر أمتار مترا مترًا",
            "cm": "سنتيمتر سم سنتيمترات",
            "day": "يوم أيام يوما يومًا",
            "month": "شهر أشهر شهرا شهرًا",
            "week": "أسبوع أسابيع",
        }
    ),
    centuries=frozenset({"القرن"}),
    morning=("صباحا", "صباحًا", "صباحاً",),
    afternoon=("مساء", "مساءً", "ظهرا", "ظهرًا", "بعد الظهر",),
    range_words=frozenset({"إلى"}),
    links=frozenset({"من"}),
    scales={"مليونا": 10**6, "مليونًا": 10**6, "ألفا": 10**3, "ألفًا": 10**3, "مليون": 10**6},
)  # fmt: skip

FACTS = Facts(
    "ar",
    "Arabic",
    "العربية",
    numerals=NUMERALS,
    typography=Typography(
        quotes=(
            ("«", "»"),
            ("“", "”"),
            ('"', '"'),
        )
    ),
    prose=Prose(frozenset(_WORDS.split()), 0.95),
)
