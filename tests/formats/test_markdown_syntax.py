"""What of a post belongs to the site's machinery."""

import pytest

from copydesk.formats.markdown_syntax import MASK, masked


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a {{ b }} c", "a  c"),
        ("a {{ b", "a {{ b"),
        ("{{{ b }} {{{%", " {{{%"),
        ("{% raw %} hola {% endraw %} b", " b"),
        ("{% raw %} hola {% endhighlight %} b", " hola  b"),
        ("{% endraw %} a {% raw %} b", " a  b"),
        ('{{< highlight go >}}x{{< /highlight >}} y {{< figure src="a" >}}', " y "),
        ("{% raw %} a {% raw %} b {% endraw %} c", " c"),
        ("uno[^1] dos{: .nota}", "uno dos"),
    ],
)
def test_machinery_is_masked_and_the_rest_stays(text: str, left: str) -> None:
    done = masked(text)
    assert len(done) == len(text)
    assert done.replace(MASK, "") == left


@pytest.mark.parametrize(
    "unit", ["{{", "{%", "{% raw %}", "{{< raw >}}", "{{< raw ", "{:", "[^", "{% raw %}{% endhighlight %}"]
)
def test_openings_that_nothing_closes_cost_no_search_each(unit: str) -> None:
    text = unit * (400_000 // len(unit))
    assert len(masked(text)) == len(text)  # a search to the end for each would not end in this lifetime
