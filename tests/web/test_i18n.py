"""The language of a page, the way of words to translators and back, and the made-up language that shows gaps."""

import gzip
import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages import Catalog
from flask import Flask, render_template_string
from flask_babel import gettext, ngettext

from app.settings import ROOT
from app.web import catalogues, i18n, pseudo

PAGE = "{% extends 'base.html' %}{% block title %}{{ _('Page') }}{% endblock %}"

PO = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"

#: static/js/phone/Now.jsx
msgid "Help"
msgstr "സഹായം"

#: static/js/phone/Now.jsx
msgid "{n} person"
msgid_plural "{n} people"
msgstr[0] "{n} ആൾ"
msgstr[1] "{n} പേർ"

#: app/web/errors.py
msgid "That is too large"
msgstr "അത് വളരെ വലുതാണ്"

#: static/js/phone/Now.jsx
#, fuzzy
msgid "Close"
msgstr "തുറക്കുക"

#: static/js/phone/Now.jsx
msgid "Not translated yet"
msgstr ""
"""


@pytest.fixture
def app(an_app: Callable[..., Flask], malayalam: Path, tmp_path: Path) -> Flask:
    """An application with a page, in English and in a Malayalam of a few words."""
    catalogues.compile_all(malayalam, tmp_path / "built")
    app = an_app(translations=malayalam)
    app.add_url_rule("/page", view_func=lambda: render_template_string(PAGE))
    return app


@pytest.fixture
def malayalam(tmp_path: Path) -> Path:
    """A folder of translations with one language in it."""
    po = tmp_path / "translations" / "ml" / "LC_MESSAGES" / "messages.po"
    po.parent.mkdir(parents=True)
    po.write_text(PO)
    return tmp_path / "translations"


def test_a_page_is_in_english_unless_another_language_is_wished(app: Flask) -> None:
    assert '<html lang="en"' in app.test_client().get("/page").text


def test_the_language_chosen_is_remembered(app: Flask) -> None:
    client = app.test_client()
    assert '<html lang="ml"' in client.get("/page?lang=ml").text
    assert '<html lang="ml"' in client.get("/page").text
    assert '<html lang="en"' in client.get("/page?lang=en").text


def test_the_browsers_language_is_taken_if_nothing_was_chosen(app: Flask) -> None:
    assert '<html lang="ml"' in app.test_client().get("/page", headers={"Accept-Language": "ml-IN,ml;q=0.9"}).text


def test_a_language_we_do_not_have_is_english(app: Flask) -> None:
    assert '<html lang="en"' in app.test_client().get("/page?lang=xx", headers={"Accept-Language": "fi"}).text


def test_the_language_switch_keeps_the_rest_of_the_address(app: Flask) -> None:
    with app.test_request_context("/page?day=2&lang=en"):
        assert [(each.code, each.name, each.href) for each in i18n.languages()] == [
            ("en", "English", "?day=2&lang=en"),
            ("ml", "മലയാളം", "?day=2&lang=ml"),
        ]


def test_a_folder_of_translations_is_a_language(malayalam: Path) -> None:
    assert catalogues.known_languages(malayalam) == ["en", "ml"]


def test_scripts_get_only_their_own_words_and_no_doubtful_ones(malayalam: Path, tmp_path: Path) -> None:
    files = catalogues.compile_all(malayalam, tmp_path / "built")
    written = (tmp_path / "built" / files["ml"]).read_bytes()
    assert json.loads(written) == {
        "plural": "101",
        "words": {"Help": "സഹായം", "{n} person": ["{n} ആൾ", "{n} പേർ"]},
    }
    assert gzip.decompress((tmp_path / "built" / f"{files['ml']}.gz").read_bytes()) == written
    assert json.loads((tmp_path / "built" / "files.json").read_text()) == files


def test_words_that_changed_have_another_name_and_the_old_ones_go(malayalam: Path, tmp_path: Path) -> None:
    before = catalogues.compile_all(malayalam, tmp_path / "built")["ml"]
    po = malayalam / "ml" / "LC_MESSAGES" / "messages.po"
    po.write_text(PO.replace("സഹായം", "സഹായിക്കൂ"))
    after = catalogues.compile_all(malayalam, tmp_path / "built")["ml"]
    assert after != before
    assert not (tmp_path / "built" / before).exists()


def test_pages_read_what_was_compiled(app: Flask) -> None:
    with app.test_request_context("/?lang=ml"):
        assert gettext("That is too large") == "അത് വളരെ വലുതാണ്"
        assert gettext("Close") == "Close"
        assert gettext("Nobody translated this") == "Nobody translated this"


def test_an_update_keeps_translations_adds_what_is_new_and_drops_what_is_gone(malayalam: Path) -> None:
    words = Catalog()
    words.add("Help", locations=[("static/js/phone/Now.jsx", 0)])
    words.add("A new sentence that nothing resembles", locations=[("app/web/errors.py", 0)])
    updated = catalogues.update("ml", words, malayalam)
    assert {message.id: message.string for message in updated if message.id} == {
        "Help": "സഹായം",
        "A new sentence that nothing resembles": None,
    }
    text = (malayalam / "ml" / "LC_MESSAGES" / "messages.po").read_text()
    assert "#: static/js/phone/Now.jsx\n" in text


def test_all_words_of_pages_and_scripts_are_found() -> None:
    found = {message.id: {file for file, _line in message.locations} for message in catalogues.extracted()}
    assert found["To the content"] == {"app/web/templates/base.html"}
    assert found["That is too large"] == {"app/web/errors.py"}


def test_the_words_of_a_script_are_found_in_jsx_and_in_template_strings() -> None:
    script = r"""
        // Translators: on a button
        return <p title={_('Don\'t wait')}>
          It's {`${ngettext('{n} card', '{n} cards', n)}`} {_("one " +
          'two')} {_(word)} {my_('not ours')}</p>;
    """
    found = catalogues.words_of_script(io.BytesIO(script.encode()), {}, ("Translators:",), {})
    assert [(words, comments) for _line, _name, words, comments in found] == [
        ("Don't wait", ["Translators: on a button"]),
        (("{n} card", "{n} cards"), []),
        ("one two", []),
    ]


@pytest.mark.parametrize(
    ("rule", "plural"),
    [("(n != 1)", "101"), ("0", "0"), ("(n > 1)", "001"), ("n==1 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2", None)],
)
def test_scripts_choose_the_same_plural_as_gettext(rule: str, plural: str | None) -> None:
    from gettext import c2py

    made = catalogues.for_scripts(Catalog(), rule)["plural"]
    assert plural is None or made == plural
    for number in [*range(300), 1_000, 1_001, 4_272]:
        at = number if number < 100 else 100 + number % 100
        assert int(made[min(at, len(made) - 1)]) == c2py(rule)(number)


def test_scripts_speak_the_language_of_their_catalogue() -> None:
    words = {"plural": "101", "words": {"Help": "സഹായം", "{n} person": ["{n} ആൾ", "{n} പേർ"]}}
    program = f"""
        globalThis.document = {{ documentElement: {{ dataset: {{ catalogue: '/ml.json' }} }} }};
        globalThis.fetch = async () => ({{ ok: true, json: async () => ({json.dumps(words)}) }});
        const {{ _, ngettext, catalogueReady }} = await import({json.dumps((ROOT / "static/js/i18n.js").as_uri())});
        await catalogueReady;
        console.log(JSON.stringify([
          _('Help'), _('Dear {{name}}, {{other}}', {{ name: 'Latha' }}),
          ngettext('{{n}} person', '{{n}} people', 1), ngettext('{{n}} person', '{{n}} people', 101),
          ngettext('{{n}} card', '{{n}} cards', 1), ngettext('{{n}} card', '{{n}} cards', 0),
        ]));
    """
    node = ["node", "--no-warnings", "--input-type=module", "-e", program]
    told = subprocess.run(node, capture_output=True, text=True, check=True)
    expected = ["സഹായം", "Dear Latha, {other}", "1 ആൾ", "101 പേർ", "1 card", "0 cards"]
    assert json.loads(told.stdout) == expected


def test_the_made_up_language_wraps_what_was_given_to_translators(an_app: Callable[..., Flask]) -> None:
    app = an_app(pseudo=True)
    with app.test_request_context("/"):
        assert gettext("Save") == "⟦Šåṽé ~~⟧"
        assert ngettext("%(num)d card", "%(num)d cards", 3) == "⟦3 çåŕðš ~~⟧"
        assert gettext("Dear %(name)s", name="Latha") == "⟦Ðéåŕ Latha ~~⟧"


def test_the_made_up_language_makes_text_two_fifths_longer() -> None:
    sentence = "Write down what you promise for this week"
    assert 1.35 < len(pseudo.pretend(sentence)) / len(sentence) < 1.55


def test_scripts_get_the_made_up_language_too(an_app: Callable[..., Flask]) -> None:
    client = an_app(pseudo=True).test_client()
    words = client.get(pseudo.CATALOGUE).get_json()
    assert words["plural"] == "101"
    assert all(str(word).lstrip("['").startswith("⟦") for word in words["words"].values())


def test_without_pseudo_there_is_no_made_up_language(an_app: Callable[..., Flask]) -> None:
    assert an_app().test_client().get(pseudo.CATALOGUE).status_code == 404


def test_what_was_not_given_to_translators_is_found() -> None:
    page = "⟦Šåṽé ~~⟧ Forgotten ⟦Ðéåŕ ⟦ñöþ⟧ Latha ~~⟧ A 12 Thanima Foods"
    assert pseudo.untranslated(page) == ["Forgotten", "Thanima", "Foods"]
    assert pseudo.untranslated(page, allowed=["Thanima Foods"]) == ["Forgotten"]
