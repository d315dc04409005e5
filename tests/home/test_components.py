"""The page of components holds every component there is."""

import re
from pathlib import Path

from tests.builders import an_app

CSS = Path(__file__).parents[2] / "static" / "css" / "components.css"


def test_every_class_of_components_css_is_on_the_page(tmp_path: Path) -> None:
    rules = re.sub(r"/\*.*?\*/", "", CSS.read_text(), flags=re.DOTALL)
    selectors = " ".join(re.findall(r"([^{}]*)\{", rules))
    wanted = set(re.findall(r"\.([a-z][a-z0-9-]*)", selectors))
    page = an_app(tmp_path).test_client().get("/components").text
    shown = {name for names in re.findall(r'class="([^"]*)"', page) for name in names.split()}
    assert wanted - shown == set()
