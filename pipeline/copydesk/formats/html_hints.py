"""What class, id and role names say about an element of a page, in the languages of template writers."""

from __future__ import annotations

import re
from collections.abc import Mapping

from copydesk.data import BlockRole, FurnitureKind

Hint = FurnitureKind | BlockRole
"""What an element's names make of its text: a kind of furniture, or a role."""

_WORDS: Mapping[Hint, str] = {
    FurnitureKind.NAVIGATION: (
        "nav navbar navigation menu submenu breadcrumb breadcrumbs crumbs migas pager pagination paging"
        " paginacion skip toolbar sidebar topbar tags taglist keywords etiquetas search buscador langswitch"
        " screenreader navegacion menubar rail"
    ),
    FurnitureKind.COMMENTS: (
        "comment comments commentlist commentform respond disqus comentario comentarios commentaire"
        " commentaires kommentar kommentare commento commenti comentari comentaris discussion"
    ),
    FurnitureKind.LEGAL: (
        "legal legals cookie cookies gdpr rgpd consent copyright disclaimer privacy privacidad imprint"
        " impressum aviso dataprotection"
    ),
    FurnitureKind.SHARE: (
        "share shares sharing sharedaddy addtoany addthis social socials follow compartir partage partager"
        " teilen condividi partilhar compartilhar redes newsletter boletin subscribe suscripcion abo"
        " suivez siguenos"
    ),
    FurnitureKind.OTHER: (
        "ad ads advert advertisement adsense banner sponsor sponsored publicidad publicite pub anzeige widget"
        " widgets promo promobox paywall popup modal overlay rating poll tooltip toast dropdown settings"
    ),
    BlockRole.TEASER: (
        "related relateds relatedposts readmore readalso recommended recommendations recirculation teaser"
        " teasers"
        " relacionado relacionados relacionada relacionadas connexe connexes liens similaires similares"
        " yarpp outbrain taboola crosslink crosslinks mostread masleidas trending popular"
        " mostpopular mostviewed upnext readnext morestories latestnews"
    ),
    BlockRole.CAPTION: (
        "caption captions figcaption credit credits piefoto epigrafe legende bildunterschrift didascalia"
        " legenda imagecaption photocaption"
    ),
    BlockRole.HEADLINE: "headline entrytitle posttitle articletitle titular",
    BlockRole.QUOTE: "pullquote blockquote epigraph destacado",
}
_TABLE: Mapping[str, Hint] = {word: hint for hint, words in _WORDS.items() for word in words.split()}
_STORY_NAMES = (
    "articlebody entrycontent postcontent articlecontent storybody storycontent articletext posttext"
    " newsbody articulocuerpo cuerponoticia cuerpoarticulo textoarticulo corpsarticle artikeltext"
)
_STORY = frozenset(_STORY_NAMES.split())
_ROLES: Mapping[str, Hint] = {
    "navigation": FurnitureKind.NAVIGATION,
    "search": FurnitureKind.NAVIGATION,
    "menu": FurnitureKind.NAVIGATION,
    "menubar": FurnitureKind.NAVIGATION,
    "dialog": FurnitureKind.OTHER,
    "alertdialog": FurnitureKind.OTHER,
    "contentinfo": FurnitureKind.OTHER,
}
_TAGS: Mapping[str, Hint] = {
    "nav": FurnitureKind.NAVIGATION,
    "search": FurnitureKind.NAVIGATION,
    "footer": FurnitureKind.OTHER,
    "form": FurnitureKind.OTHER,
    "dialog": FurnitureKind.OTHER,
    "button": FurnitureKind.OTHER,
    "option": FurnitureKind.NAVIGATION,
    "label": FurnitureKind.OTHER,
    "legend": FurnitureKind.OTHER,
    "figcaption": BlockRole.CAPTION,
    "caption": BlockRole.CAPTION,
    "blockquote": BlockRole.QUOTE,
}
_NOTICE = ("note", "making")
"""How the desk's own pages mark what they say of how they were translated."""

_UNNAMED = frozenset({"html", "body", "main", "article"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")


def hint_of(tag: str, attributes: Mapping[str, str]) -> Hint | None:
    """What an element is by its tag, ARIA role, class and id; None if they say nothing.

    A name beats the tag (a form of class "comment-form" is about comments). Class names of html, body, main
    and article do not count: content management systems fill them with everything there is on the page.
    """
    if not attributes:
        return _TAGS.get(tag)
    if tag not in _UNNAMED:
        for name in ("id", "class"):
            if (text := attributes.get(name)) and (hint := _named(text)) is not None:
                return hint
    return _ROLES.get(attributes.get("role", "")) or _TAGS.get(tag)


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """Whether an element is not shown, by its own word, or is the desk's notice, which is not the story's."""
    if (attributes.get("role"), attributes.get("class")) == _NOTICE:
        return True
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    return _HIDDEN.search(attributes.get("style", "")) is not None


def is_story(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element says that it holds the story itself."""
    if tag in ("article", "main") or attributes.get("role") == "main":
        return True
    if "articleBody" in attributes.get("itemprop", ""):
        return True
    names = attributes.get("class", "") + " " + attributes.get("id", "")
    return any("".join(_WORD.findall(name)).lower() in _STORY for name in names.split())


def _named(text: str) -> Hint | None:
    """What the first name means that means something; a vague one ("modal") only where no other follows."""
    vague: Hint | None = None
    for name in text[:500].split():
        words = [word.lower() for word in _WORD.findall(name)]
        for word in ("".join(words), *words):
            hint = _TABLE.get(word)
            if hint is FurnitureKind.OTHER:
                vague = hint
            elif hint is not None:
                return hint
    return vague
