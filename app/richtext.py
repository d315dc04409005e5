"""Markdown into HTML that is safe to show to anybody: the only file that imports `markdown` and `bleach`.

The rules of this file
- Whatever is written, what comes out holds only the tags and attributes of the lists below. Raw HTML becomes words.
- An address is kept only if it is known to be harmless: https, http, mailto, tel, a place on the page (`#id`) or a path
  of our own (`/courses/…`). Everything else loses its address, the words stay.
- Rendering happens when a course is published, never per request: a day takes about a tenth of a second.
- bleach is deprecated upstream. Whoever replaces it changes this file only and keeps its tests green.
"""

import html
import re
from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element

import bleach
from markdown import Markdown
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

TAGS = frozenset(
    {"p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code"}
    | {"a", "img", "em", "strong", "del", "span", "table", "thead", "tbody", "tr", "th", "td"}
)
ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "a": frozenset({"href", "title", "rel"}),
    "img": frozenset({"src", "alt", "title"}),
    "ol": frozenset({"start"}),
    "span": frozenset({"data-gap"}),
    "td": frozenset({"align"}),
    "th": frozenset({"align"}),
}
VALUES: Mapping[str, re.Pattern[str]] = {  # attributes whose value is looked at as well
    "align": re.compile(r"left|right|center"),
    "data-gap": re.compile(r"[a-z][a-z0-9-]*"),
    "lang": re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*"),
    "rel": re.compile(r"noopener"),
    "start": re.compile(r"\d{1,6}"),
}
SCHEMES = frozenset({"https", "http", "mailto", "tel"})
OWN_PATH = re.compile(r"/[A-Za-z0-9][A-Za-z0-9_./-]*(#[a-z0-9-]+)?|#[a-z][a-z0-9-]*")
SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):(.+)", re.DOTALL)

GAP = r"(?<!`)`([^`\n=]+?)[ ]*=[ ]*([^`\n]*)`(?!`)"
"""A gap in a prompt: (key, what belongs there). The checker reads gaps by the same pattern: none stays visible."""

Address = Callable[[str], str | None]
"""An address as written -> the address to put into the page, or None to leave it out."""


def is_harmless(address: str, *, image: bool = False) -> bool:
    """Whether this address may stand in a page: pictures come from our own paths only."""
    if re.search(r"[\x00-\x20\x7f-\xa0\\<>\"'`]", address):  # browsers skip some of these, people write none of them
        return False
    found = SCHEME.fullmatch(address)
    if image or found is None:
        return OWN_PATH.fullmatch(address) is not None and ".." not in address
    scheme, rest = found[1].lower(), found[2]
    return scheme in SCHEMES and (scheme in ("mailto", "tel") or re.match(r"//[^/?#]", rest) is not None)


def clean(markup: str) -> str:
    """The same HTML with everything outside the lists above made harmless. Cleaning twice changes nothing."""
    return _CLEANER.clean(markup)


def plain(markup: str) -> str:
    """The words of a piece of HTML, without tags: for titles, which are text everywhere."""
    return html.unescape(re.sub(r"<[^>]*>", "", markup)).strip()


class Renderer:
    """Renders the texts of one module.

    `references` are its link definitions (lower-case label -> (address, title)), `facts` the values behind
    `{{ facts.name }}`, `address` says where a link or picture leads. With `gaps=True` a code span `key = …` is a gap.
    """

    def __init__(self, references: Mapping[str, tuple[str, str | None]], facts: Mapping[str, str], address: Address):
        self._references, self._facts, self._address = references, facts, address
        self._whole = self._markdown(inline=False, gaps=False)
        self._inline = self._markdown(inline=True, gaps=False)
        self._gaps = self._markdown(inline=False, gaps=True)

    def block(self, text: str, *, gaps: bool = False) -> str:
        """Paragraphs, lists, tables … as clean HTML."""
        return self._render(self._gaps if gaps else self._whole, text)

    def inline(self, text: str) -> str:
        """Words without a `<p>` around them: a list or a heading stays words, blank lines are breaks."""
        markup = self._render(self._inline, text.strip()).removeprefix("<p>").removesuffix("</p>")
        return markup.replace("</p>\n<p>", "<br>")

    def title(self, text: str) -> str:
        """The words of one line, as text and not as HTML."""
        return plain(self.inline(text))

    def _render(self, markdown: Markdown, text: str) -> str:
        markdown.reset()
        markdown.references = {label: (address, title or "") for label, (address, title) in self._references.items()}
        return clean(markdown.convert(text))

    def _markdown(self, *, inline: bool, gaps: bool) -> Markdown:
        markdown = Markdown(extensions=["sane_lists", "fenced_code", TableExtension(use_align_attribute=True)])
        markdown.preprocessors.deregister("html_block")  # raw HTML is text: it is escaped with everything else
        markdown.inlinePatterns.deregister("html")
        markdown.parser.blockprocessors.deregister("reference")  # definitions are collected beforehand, from all texts
        if inline:
            for name in ("indent", "code", "hashheader", "setextheader", "hr", "olist", "ulist", "quote", "table"):
                markdown.parser.blockprocessors.deregister(name)
            markdown.preprocessors.deregister("fenced_code_block")
        markdown.inlinePatterns.deregister("automail")
        markdown.inlinePatterns.register(_Mail(r"<([^<>\s@!:]+@[^<>\s@]+)>", markdown), "mail", 110)
        markdown.inlinePatterns.register(_Fact(self._facts, markdown), "fact", 185)  # after code spans (190)
        if gaps:
            markdown.inlinePatterns.register(_Gap(GAP, markdown), "gap", 195)  # before code spans, which it looks like
        markdown.treeprocessors.register(_Addresses(self._address, markdown), "addresses", 5)  # after inline (20)
        return markdown


class _Fact(InlineProcessor):
    """`{{ facts.name }}` -> the value, as words: no Markdown inside it is read."""

    def __init__(self, facts: Mapping[str, str], markdown: Markdown) -> None:
        super().__init__(r"\{\{\s*facts\.([a-z][a-z0-9_-]*)\s*\}\}", markdown)
        self._facts = facts

    def handleMatch(self, found: re.Match[str], text: str) -> tuple[str, int, int]:  # type: ignore[override]  # noqa: N802
        return html.escape(self._facts[found[1]], quote=False), found.start(), found.end()


class _Gap(InlineProcessor):
    """`key = …` in a prompt with gaps -> an empty place with that key; what belongs there is not in the HTML."""

    def handleMatch(self, found: re.Match[str], text: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: N802
        return Element("span", {"data-gap": found[1]}), found.start(), found.end()


class _Mail(InlineProcessor):
    """`<someone@example.org>` -> a link, without the entities that Python-Markdown hides the address in."""

    def handleMatch(self, found: re.Match[str], text: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: N802
        link = Element("a", {"href": f"mailto:{found[1]}"})
        link.text = AtomicString(found[1])
        return link, found.start(), found.end()


class _Addresses(Treeprocessor):
    """Turns what an author wrote into addresses of this server; links that lead outside cannot reach back."""

    def __init__(self, address: Address, markdown: Markdown) -> None:
        super().__init__(markdown)
        self._address = address

    def run(self, root: Element) -> None:
        for element in root.iter("a"):
            self._settle(element, "href")
            if SCHEME.match(element.get("href", "")):
                element.set("rel", "noopener")
        for element in root.iter("img"):
            self._settle(element, "src")

    def _settle(self, element: Element, attribute: str) -> None:
        written = element.attrib.pop(attribute, "")
        address = self._address(html.unescape(written))
        if address is not None:
            element.set(attribute, address)


def _is_kept(tag: str, name: str, value: str) -> bool:
    """bleach asks this for every attribute; it hands over the value with its entities still in it."""
    if name != "lang" and name not in ATTRIBUTES.get(tag, ()):
        return False
    if name in ("href", "src"):
        return is_harmless(html.unescape(html.unescape(value)), image=name == "src")
    return name not in VALUES or VALUES[name].fullmatch(value) is not None


_CLEANER = bleach.Cleaner(tags=TAGS, attributes=_is_kept, protocols=SCHEMES, strip=False, strip_comments=True)
