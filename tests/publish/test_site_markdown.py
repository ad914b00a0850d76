"""Posts of Hugo and Jekyll go back to their site with other prose and all else as it was."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copydesk.data import Draft
from copydesk.errors import PublishError
from copydesk.ingest.base import Raw
from copydesk.publish.site_markdown import SiteMarkdownPublisher, site_markdown
from publish.sample_edition import edition
from publish.translated import translated

HUGO = """---
title: "La Vega: parque solar"
date: 2025-03-14T08:30:00+01:00
description: >
  Tres meses antes
  de lo previsto.
tags: [energía, "La Vega"]
cover:
  image: a.jpg
  alt: Vista aérea
---

{{< figure src="/img/parque.jpg" caption="Al amanecer" >}}

El parque **empezó el lunes** a las 15.30, según la [empresa]({{< ref "promotora.md" >}}).[^1] La
consejera lo calificó de _hito_, \\*dijo.

<!--more-->

## Un plan {#plan .grande}

1. Fase uno: paneles `SELECT 1`
   y más texto.
2. Fase dos
   - baterías

> [!NOTE]
> Cita de dos
> líneas

:::note{title="x"}
La planta cubrirá todo.
:::

| Año | Hogares \\| casas |
|-----|--------:|
| uno | **dos** |

![Los paneles](/img/rio.jpg "Foto: archivo") y <span class="k">texto</span>.

```yaml
clave: valor
```

    sangrado

{{% aviso "x" %}}
Se actualizará &amp; más.\\
Otra línea.
{{% /aviso %}}

{{< highlight go >}}
codigo := "valor"
{{< /highlight >}}

<figure class="a"><img src="x.jpg"><figcaption>La <b class="k">planta</b></figcaption></figure>

Lea [esto][ref] y <https://uno.example>.

[ref]: https://dos.example "Título"
[^1]: Comunicado de la
    empresa.
"""

JEKYLL = """---
layout: post
title: Elecciones en la comarca
lang: es
---
Los vecinos de {{ page.region }} votan. {% include video.html id="abc" %}
{: .lead}

{% highlight ruby %}
puts "Hola mundo"

{% endhighlight %}

Lea [el anterior]({% post_url 2024-04-30-x %}) y la ![plaza]({{ site.url }}/p.jpg).

Término
: Definición
"""


def drafted(text: str, translate: Callable[[str], str]) -> Draft:
    return translated(Raw("a.md", "markdown", text.encode()), translate)


def published(text: str, translate: Callable[[str], str] = str) -> str:
    return site_markdown(drafted(text, translate), text)


JSON = """{
  "title": "La \\"Vega\\"", "draft": false, "weight": 1.50,
  "tags": ["energ\\u00eda"], "params": {"lang": "es", "alt": "Vista a\\u00e9rea"}
}

El parque **empezó el lunes**.
"""


@pytest.mark.parametrize("post", [HUGO, JEKYLL, JSON])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_the_same_prose_gives_the_same_bytes(post: str, ending: str) -> None:
    text = post.replace("\n", ending)
    assert published(text) == text


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_other_prose_changes_prose_alone(ending: str) -> None:
    text = HUGO.replace("\n", ending)
    kept = (
        '{{< figure src="/img/parque.jpg" caption="Al amanecer" >}}',
        '({{< ref "promotora.md" >}}).[^1]',
        "<!--more-->",
        "{#plan .grande}",
        ':::note{title="x"}',
        "|-----|--------:|",
        '{{% aviso "x" %}}',
        "clave: valor",
        "    sangrado",
        'codigo := "valor"',
        '[ref]: https://dos.example "Título"',
        "[!NOTE]",
        'tags: [energía, "La Vega"]',
        "image: a.jpg",
        "2025-03-14T08:30:00+01:00",
    )
    changed = published(text, str.swapcase)
    assert all(piece in changed for piece in kept)
    for piece in (
        'title: "lA vEGA: PARQUE SOLAR"', "alt: vISTA AÉREA", "**EMPEZÓ EL LUNES**", "_HITO_", "\\*DIJO",
        "1. fASE UNO: PANELES `select 1`", f"> cITA DE DOS{ending}> LÍNEAS", "| aÑO | hOGARES \\| CASAS |",
        '![lOS PANELES](/img/rio.jpg "fOTO: ARCHIVO")', '<span class="k">TEXTO</span>', "&amp; MÁS.\\",
        '<figcaption>lA <b class="k">PLANTA</b></figcaption>', "[ESTO][ref]", "[^1]: cOMUNICADO",
    ):  # fmt: skip
        assert piece in changed
    assert len(changed.split(ending)) == len(text.split(ending))
    assert changed.swapcase().casefold() == text.casefold()


def test_liquid_is_kept_and_the_post_says_its_new_language() -> None:
    changed = published(JEKYLL, str.upper)
    assert changed.upper() == JEKYLL.upper().replace("LANG: ES", "LANG: FR")
    for piece in ("{{ page.region }}", '{% include video.html id="abc" %}', "{: .lead}", 'puts "Hola mundo"',
                  "]({% post_url 2024-04-30-x %})", "]({{ site.url }}/p.jpg)", "lang: fr"):  # fmt: skip
        assert piece in changed
    assert re.search(r"^TÉRMINO\n: DEFINICIÓN$", changed, re.MULTILINE)


@pytest.mark.parametrize(
    "prose",
    ["# uno", "1. uno", "- uno", "> uno", "a * b * c", "[x](y)", "<b>x", "snake_case_word", "`x", "a | b"],
)
def test_signs_in_a_translation_stay_text(prose: str) -> None:
    text = "Uno.\n\n- dos\n\n## Tres\n\n| cuatro |\n|---|\n"
    changed = published(text, lambda _: prose)
    blocks = drafted(changed, str).article.blocks
    assert [block.text for block in blocks] == [prose] * 4


def test_a_shortcode_that_a_translation_lost_is_put_back() -> None:
    draft = drafted("Uno {{< x >}} dos.[^1]\n\n[^1]: Tres.\n", str)
    lost = replace(draft, translations=tuple(replace(t, text="Un.", inlines=()) for t in draft.translations))
    assert site_markdown(lost, "Uno {{< x >}} dos.[^1]\n\n[^1]: Tres.\n").startswith("Un. {{< x >}}[^1]\n")


def test_an_address_that_is_translated_stays_the_address_of_a_link() -> None:
    changed = published("Lea <https://uno.example> hoy.\n", lambda text: text.replace("uno", "dos"))
    assert changed == "Lea [https://dos.example](https://uno.example) hoy.\n"


def test_a_post_of_other_blocks_is_refused() -> None:
    with pytest.raises(PublishError, match="another version"):
        site_markdown(drafted("Uno.\n", str), "Dos.\n")


PIECE = st.sampled_from(
    ["uno", "*dos*", "_x_", "**y**", "`z`", "[a](b)", "![c](d)", "<https://e.example>", "<b>f</b>", "<br>",
     "&amp;", "\\*", "{{< g >}}", "{% h %}", "[^1]", "  \n", "\n", "\n\n", "- ", "1. ", "> ", "# ", "| ",
     "\n---\n", "|---|\n", "```\n", ":::\n", "    ", "<div>", "</div>", "\t", "~~", "*", "_", "[", "]", "ñ",
     "\n[^1]: ", "\n: ", "\r\n"]
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECE, max_size=30).map("".join))
def test_any_markdown_comes_back_byte_for_byte(body: str) -> None:
    text = f"Los vecinos votan.\n\n{body}"
    assert published(text) == text


def test_json_front_matter_is_translated_in_its_places() -> None:
    assert published(JSON, str.upper) == JSON.replace('La \\"Vega\\"', 'LA \\"VEGA\\"').replace(
        "Vista a\\u00e9rea", "VISTA AÉREA"
    ).replace('"es"', '"fr"').replace("El parque **empezó el lunes**", "EL PARQUE **EMPEZÓ EL LUNES**")


def test_a_byte_order_mark_stays_and_damaged_front_matter_is_said() -> None:
    text = "\ufeff---\ntitle: La Vega: parque\nx: [\n---\nEl parque.\n"
    draft = drafted(text, str)
    assert [f.message for f in draft.findings if "front matter" in f.message]
    made = edition(draft)
    ((_, data),) = SiteMarkdownPublisher().render(made)
    assert data.decode() == text
