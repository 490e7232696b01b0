"""The runner sees what people found out by hand about thirty changes."""

import pytest

from tests.desk import Desk, fence
from tests.prove.facts import FACTS, Fact

pytestmark = pytest.mark.django

RELEASES = ("3.2", "4.0", "4.1")
SHOP = {
    "shop/__init__.py": "default_app_config = 'shop.conf.ShopConfig'",
    "shop/conf.py": "from django.apps import AppConfig\n\n"
    "class ShopConfig(AppConfig):\n    name = 'shop'\n    verbose_name = 'Sweet shop'",
}


def slug(fact: Fact) -> str:
    return "4.1/" + fact.name.replace("_", "-")


@pytest.fixture(scope="module")
def ran(tmp_path_factory, root) -> Desk:
    """All facts, run at once."""
    desk = Desk(tmp_path_factory.mktemp("facts"), root, RELEASES)
    for fact in FACTS:
        files = (
            [fence(path, text) for path, text in SHOP.items()] if fact.name == "default_app_config" else []
        )
        desk.write(slug(fact), *fact.fences, *files, kind="added")
    outcome = desk.prove()
    assert not outcome.not_run, [missing.reason for missing in outcome.not_run]
    return desk


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.name)
def test_a_fact_is_seen(ran, fact):
    for release, (status, words) in zip(RELEASES, fact.seen, strict=True):
        result = ran.result(slug(fact), "After", release)
        said = [result.output, *(f"{message.category}: {message.text}" for message in result.messages)]
        if result.error:
            said.append(f"{result.error.type}: {result.error.text}")
        assert (release, result.status) == (release, status), said
        assert any(words in line for line in said), said


def test_there_are_thirty(ran):
    assert len(FACTS) == 30
