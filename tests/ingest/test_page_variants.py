"""Variants of what loses or lets in text on real pages: names, wrappers, siblings, lists, headlines, numbers.

Every page tells the same short story; what differs is the markup round it.
"""

# ruff: noqa: E501  sentences stay on one line

from __future__ import annotations

import pytest

from copydesk.data import Article, BlockRole, Severity
from copydesk.ingest import read
from copydesk.ingest.base import Raw
from copydesk.ingest.options import IngestOptions

TITLE = "La comarca destina 12 millones a reparar caminos rurales"
STORY = (
    "El consejo de la comarca aprobó ayer un plan de 12 millones de euros para reparar los 340 kilómetros de caminos rurales que dañaron las lluvias de marzo.",
    "La alcaldesa de Vallerana explicó que las obras empezarán el 15 de mayo y que durarán al menos ocho meses, según el calendario que presentó a los vecinos.",
    "“No podemos esperar otro invierno”, dijo la presidenta de la asociación de agricultores, que reúne a 1.250 socios de 18 municipios.",
    "El informe técnico calcula que 4 de cada 10 caminos necesitan un firme nuevo, y que el resto se arreglará con grava y cunetas limpias.",
    "Los trabajos se adjudicarán en tres lotes, el mayor de ellos por 5,4 millones, y podrán presentarse empresas de toda la provincia hasta el 30 de abril.",
    "La oposición se abstuvo porque considera que el plan llega tarde y deja fuera los 27 puentes que la riada del año pasado dejó inservibles.",
)
NAMES = ("widget", "sidebar", "paywall", "promo", "ads", "banner-box", "share", "related-x", "comments",
         "blog_teaser_text", "navigation", "cookie-free", "newsletter", "popup", "trending", "caption")  # fmt: skip


def paragraphs(texts: tuple[str, ...] = STORY, attributes: str = "") -> str:
    return "".join(f"<p{attributes}>{text}</p>" for text in texts)


def page(main: str, *, top: str = f"<h1>{TITLE}</h1>", title: str = TITLE) -> Article:
    markup = (
        f'<html lang="es"><head><title>{title} | Diario</title><meta property="og:title" content="{title}">'
        '</head><body><nav><ul><li><a href="/a">Inicio</a></li><li><a href="/b">Deportes</a></li></ul></nav>'
        f"{top}{main}<footer><p>© 2026 Diario de Vallerana. Todos los derechos reservados.</p></footer></body></html>"
    )
    return read(Raw("x.html", "html", markup.encode()), IngestOptions())


def told(article: Article) -> str:
    beside = (BlockRole.FURNITURE, BlockRole.TEASER)
    return "\n".join(block.text for block in article.blocks if block.role not in beside)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_round_the_story_never_costs_it(name: str) -> None:
    for main in (
        f'<div class="{name}">{paragraphs()}</div>',
        f'<div id="{name}">{paragraphs()}</div>',
        f'<div class="content">{paragraphs(attributes=f" class={name}")}</div>',
        f'<div class="{name}_right"><main>{paragraphs()}</main></div>',
        f'<section class="Section--{name}">{paragraphs()}</section>',
        f'<div>{paragraphs(STORY[:2])}<p class="{name}-x">{STORY[2]}</p>{paragraphs(STORY[3:])}</div>',
    ):
        article = page(main)
        assert [text for text in STORY if text not in told(article)] == [], main[:60]
    article = page(
        f"<div>{paragraphs(STORY[1:])}</div>",
        top=f'<header class="{name}-header"><h1>{TITLE}</h1><p>{STORY[0]}</p></header>',
    )
    assert STORY[0] in told(article)


@pytest.mark.parametrize("name", NAMES)
def test_half_a_story_in_a_box_named_as_furniture_is_kept_or_told(name: str) -> None:
    article = page(f'<div>{paragraphs(STORY[:3])}<div class="{name}">{paragraphs(STORY[3:])}</div></div>')
    is_whole = all(text in told(article) for text in STORY)
    findings = {f.rule for f in article.findings if f.severity is not Severity.NOTE}
    assert is_whole or "story" in findings


ADVERT = '<div class="ad"><p>Publicidad</p></div>'


@pytest.mark.parametrize(
    "main",
    [
        "".join(f"<section>{paragraphs(STORY[n : n + 2])}</section>" for n in (0, 2, 4)),
        "".join(
            f"<div class=row><div class=col>{paragraphs(STORY[n : n + 2])}</div></div>" for n in (0, 2, 4)
        ),
        "".join(f"<article>{paragraphs(STORY[n : n + 2])}</article>" for n in (0, 2, 4)),
        "".join(f"<section><h2>Punto {n}</h2>{paragraphs(STORY[n : n + 2])}</section>" for n in (0, 2, 4)),
        f"<div>{paragraphs(STORY[:4])}</div>{ADVERT}<div>{paragraphs(STORY[4:])}</div>",
        f"<div><div><div>{paragraphs(STORY[:4])}</div></div></div>{ADVERT}<div>{paragraphs(STORY[4:])}</div>",
        f"<main>{paragraphs(STORY[:2])}</main><section>{paragraphs(STORY[2:])}</section>",
        "".join(f"<div>{text}</div>" for text in STORY),
        "".join(f"<table><tr><td>{text}</td></tr></table>" for text in STORY),
        "<ul>" + "".join(f"<li>{text}</li>" for text in STORY) + "</ul>",
        "<div>" + "<br><br>".join(STORY) + "</div>",
        "<pre>" + "\n\n".join(STORY) + "</pre>",
        f"<aside>{paragraphs()}</aside>",
        f"<footer>{paragraphs()}</footer>",
        f'<div style="display:none">{paragraphs()}</div>',
        f"<details><summary>Más</summary>{paragraphs()}</details>",
        f"<story-body><text-block>{paragraphs()}</text-block></story-body>",
    ],
)
def test_blocks_side_by_side_and_odd_wrappers_are_all_kept(main: str) -> None:
    article = page(main)
    assert [text for text in STORY if text not in told(article)] == []
    assert "Publicidad" not in told(article)


LINKS = "".join(f'<li><a href="/n{n}">Noticia breve número {n} sobre la comarca</a></li>' for n in range(12))
CARDS = "".join(
    f'<div class="card"><h3><a href="/n{n}">Tarjeta {n}: el pantano llega al 8{n} %</a></h3>'
    f"<p>Las lluvias de marzo llenaron los embalses de la cuenca y {n} municipios respiran.</p></div>"
    for n in range(4)
)


@pytest.mark.parametrize(
    ("before", "after", "cut"),
    [
        (f'<div class="breaking"><ul>{LINKS}</ul></div>', "", "Noticia breve"),
        ("", f"<h2>Última hora</h2><ul>{LINKS}</ul>", "Última hora"),
        ("", f"<h2>Última hora</h2><ul>{LINKS.replace('<a', '<span>11:30</span> <a')}</ul>", "Noticia breve"),
        ('<p class="comments-count">5 Comentarios</p>', "", "5 Comentarios"),
        ("", f"<section><h2>Seguí leyendo</h2>{CARDS}</section>", "Tarjeta"),
        ("", CARDS, "Tarjeta"),
        ("", f"<div><h3>Lo más visto en Local</h3><ol>{LINKS}</ol></div>", "Lo más visto"),
        ("<p>Escuchá este artículo</p><p>04:32</p>", "", "04:32"),
        ("<p>3 min de lectura</p>", "", "3 min"),
        ("<p>Actualizado el 14/05/2026 a las 10:30 h.</p>", "", "Actualizado"),
        ("<p>Por Marta Soler</p><p>14 de mayo de 2026, 10:30</p>", "", "Marta"),
        ("", "<p>Temas: <a href=/1>Caminos</a> | <a href=/2>Obras</a></p>", "Temas"),
        ("", "<p>Suscríbete para seguir leyendo y accede a todo por 1 euro al mes.</p>", "Suscríbete"),
        ("", '<div class="modal-window window-comments"><p>Serán borrados los comentarios que insulten a otros lectores o que no traten del tema de la noticia.</p></div>', "insulten"),
    ],
)  # fmt: skip
def test_what_stands_round_a_story_stays_out(before: str, after: str, cut: str) -> None:
    article = page(f"{before}{paragraphs()}{after}")
    assert cut not in told(article)
    assert [text for text in STORY if text not in told(article)] == []


@pytest.mark.parametrize(
    "top",
    [
        f"<h1>Economía</h1><h2>{TITLE}</h2>",
        f"<h1>Lea también</h1><h1>{TITLE}</h1>",
        f'<h1 class="logo">Diario</h1><h2 class="title">{TITLE}</h2>',
        f'<div class="title">{TITLE}</div>',
        "<h1><span>La comarca destina</span> <span>12 millones</span> a reparar caminos rurales</h1>",
        f"<ul>{LINKS}</ul><h1>{TITLE}</h1>",
    ],
)
def test_the_heading_that_says_the_title_is_the_headline(top: str) -> None:
    main = (
        f'{paragraphs(STORY[:3])}<h2 class="headline">Un plan para 340 kilómetros</h2>{paragraphs(STORY[3:])}'
    )
    assert page(main, top=top).title == TITLE


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<figure><img src=/a.jpg><figcaption>La plaza llena</figcaption></figure>", "La plaza llena"),
        ("<dl><dt>Cuándo</dt><dd>15 de mayo</dd><dt>Precio</dt><dd>12 €</dd></dl>", "15 de mayo"),
        ("<p>Así: <math><mi>x</mi><mo>=</mo><mn>27</mn></math>.</p>", "x=27"),
    ],
)
@pytest.mark.parametrize("at", [0, 3])
def test_short_pieces_in_their_places_are_kept(markup: str, text: str, at: int) -> None:
    assert text in told(page(f"{paragraphs(STORY[:at])}{markup}{paragraphs(STORY[at:])}"))


def test_films_of_accelerated_pages_are_media() -> None:
    article = page(
        f'{paragraphs(STORY[:3])}<amp-youtube data-videoid="a1"></amp-youtube>{paragraphs(STORY[3:])}'
    )
    assert [item.url for item in article.media] == ["https://www.youtube.com/watch?v=a1"]


@pytest.mark.parametrize(
    "card",
    [
        '<div class="c"><a href="/n"><img src="/other.jpg" alt="Otra"></a><h3><a href="/n">Otra noticia del día</a></h3></div>',
        '<article><figure><img src="/other.jpg"></figure><h2><a href="/n">Otra noticia del día</a></h2></article>',
    ],
)
def test_pictures_of_cards_are_none_of_the_story(card: str) -> None:
    lead = '<div class="hero"><div><img src="/lead.jpg" alt="Un camino cortado"></div></div>'
    inside = "<figure><img src=/in.jpg><figcaption>Un camino</figcaption></figure>"
    article = page(
        f"<div>{card * 3}</div>{lead}<div>{paragraphs(STORY[:3])}{inside}{card}{paragraphs(STORY[3:])}</div>"
    )
    assert [item.url for item in article.media] == ["/lead.jpg", "/in.jpg"]


def test_calls_to_share_and_captions_said_twice_are_no_related_articles() -> None:
    caption = "<figcaption>Un camino cortado en Vallerana</figcaption>"
    main = f"{paragraphs(STORY[:3])}<figure><img src=/a.jpg>{caption}</figure><div><p>Compartir en Facebook</p>{caption}</div>{paragraphs(STORY[3:])}"
    article = page(f"<article>{main}</article>")
    assert [block.text for block in article.blocks if block.role is BlockRole.TEASER] == []


@pytest.mark.parametrize(
    "title", [f"Diario | {TITLE}", f"{TITLE} | Diario", f"Diario de Vallerana - {TITLE}"]
)
@pytest.mark.parametrize("top", [f"<h1>{TITLE}</h1>", f"<h1>Diario</h1><h2>{TITLE}</h2>"])
def test_the_name_of_the_site_in_a_title_is_no_headline(title: str, top: str) -> None:
    markup = f"<html><head><title>{title}</title></head><body>{top}{paragraphs()}</body></html>"
    article = read(Raw("x.html", "html", markup.encode()), IngestOptions())
    assert article.title == TITLE
    assert not [finding for finding in article.findings if finding.rule == "headline"]
