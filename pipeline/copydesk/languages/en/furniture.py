"""English furniture."""

from copydesk.languages.contract.furniture import FurnitureCues

FURNITURE = FurnitureCues(
    teaser=(
        "see more:…", "see also:…", "read more:…", "also read:…", "don't miss:…", "don't miss…", "more:…",
        "watch:…",
        "related:…", "most read", "latest news", "trending",
        "related article", "related articles", "related story", "related stories", "related content",
        "related", "related:…", "read also…", "also read…", "read more:…", "see also…",
        "more on this story", "more like this", "you may also like…", "you might also like…",
        "you may be interested in…", "recommended reading", "recommended for you", "don't miss",
        "further reading",
        "most read in…", "most viewed", "most popular", "most popular in…", "most shared", "trending now",
        "trending in…", "popular now", "popular stories", "latest stories", "latest articles",
        "top stories", "more stories", "more news", "more from…", "editor's picks", "editors' picks",
        "up next", "watch next", "read next", "recommended stories", "in other news", "around the web",
        "from around the web", "in case you missed it…",
        "breaking news",
    ),
    comments=(
        "leave a comment…", "leave a reply…", "post a comment…", "add a comment…", "write a comment…",
        "post comment", "comments", "comment", "be the first to comment…", "no comments",
        "no comments yet…", "your email address…", "your e-mail address…", "required fields…",
        "cancel reply", "reply", "log in to comment…", "sign in to comment…", "join the conversation…",
        "save my name…", "…required fields…", "…email address will not…", "…your email address…",
    ),
    share=(
        "sign up for our…", "sign up to our…", "sign up for the…", "subscribe to our…",
        "get the latest updates…",
        "follow us on…", "follow him on…", "follow her on…", "have a tip…",
        "follow us", "follow us on…", "share", "share this…", "share on…", "share via…", "like us on…",
        "join us on…", "subscribe", "subscribe to our…", "subscribe now…", "sign up for our…",
        "sign up to our…", "get our newsletter…", "get the newsletter…", "copy link", "print this…",
        "print", "save", "email this…", "send by email", "download our app…",
    ),
    navigation=(
        "home", "menu", "search", "skip to content", "skip to main content…", "back to top", "previous",
        "next", "previous article…", "next article…", "next page", "previous page", "log in", "sign in",
        "my account", "tags:…", "topics:…", "filed under…", "view all", "see all", "show more",
        "load more", "you are here…",
    ),
    legal=(
        "all rights reserved…", "terms of use", "terms and conditions", "privacy policy", "cookie policy",
        "legal notice", "we use cookies…", "this site uses cookies…", "this website uses cookies…",
        "accept", "accept all", "reject", "reject all", "manage cookies", "copyright ©…",
        "…privacy policy…", "…rights reserved…", "…uses cookies…", "…data protection…",
    ),
    legal_labels=(
        "controller…", "data controller…", "responsible…", "purpose…", "legal basis…", "legitimation…",
        "recipients…", "storage…", "data storage…", "retention…", "rights…", "your rights…",
        "communication of the data…",
    ),
    other=(
        "about the author…", "about the writer…", "about author",
        "advertisement", "advertising", "ad", "sponsored", "listen to this article…", "listen to this story…",
        "print", "print version", "loading…", "reading time…", "story continues below…",
        "article continues below…", "article continues after…", "subscriber exclusive",
        "last updated…", "updated:…", "updated on…", "published:…", "min read", "minute read",
        "minutes read",
    ),
    caption=(
        "photo:…", "photo by…", "photograph:…", "picture:…", "image:…", "photo credit…", "video:…",
    ),
    byline=(
        "by…", "from our correspondent…", "staff reporter", "reporting by…", "words by…",
    ),
)  # fmt: skip
