"""`endoflife/`: Django's releases in the form of endoflife.date's API, v0 and v1, for its clients.

Where a client lets its address be changed, `…/endoflife/api` takes the place of `https://endoflife.date/api`. Planned
releases are left out, as they are there. A date known to the month alone is that month's last day: until then there are
fixes.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel

from atlas.decide.support import Window, windows
from atlas.facts.addresses import DOWNLOAD, notes_url
from atlas.facts.django import Facts
from atlas.publish.endoflife_model import (
    Cycle,
    CyclesFile,
    Identifier,
    Labels,
    Latest,
    Links,
    ListAnswer,
    Product,
    ProductAnswer,
    Release,
    ReleaseAnswer,
    Summary,
    Uri,
)
from atlas.publish.open_schema import schema

FOLDER: Final = Path("endoflife")
V1: Final = "api/v1"
PRODUCT: Final = "django"
#: That of endoflife.date's own page of Django.
CATEGORY: Final = "framework"
#: Files whose shape is published beside them.
SCHEMAS: Final[dict[str, type[BaseModel]]] = {
    "cycles": CyclesFile,
    "cycle": Cycle,
    "product": ProductAnswer,
    "release": ReleaseAnswer,
    "list": ListAnswer,
}


def write_endoflife(facts: Facts, today: date, site_dir: Path, site_url: str) -> None:
    """Write all answers and schemas; the same facts and day give the same bytes. site_url: of the hosted site."""
    base = site_url.rstrip("/") + "/"
    for name, model in SCHEMAS.items():
        address = f"{base}{FOLDER.as_posix()}/{name}.schema.json"
        _write(site_dir / FOLDER / f"{name}.schema.json", schema(address, model, by_alias=True))
    for name, value in {**_v0(facts), **_v1(facts, today, base)}.items():
        _write(site_dir / FOLDER / name, value)


def _v0(facts: Facts) -> dict[str, Any]:
    """Answers of v0 by path."""
    cycles = [_cycle(facts, window) for window in _out(facts)]
    single = {f"api/{PRODUCT}/{cycle['cycle']}.json": cycle for cycle in cycles}
    return {"api/all.json": [PRODUCT], f"api/{PRODUCT}.json": cycles, **single}


def _v1(facts: Facts, today: date, base: str) -> dict[str, Any]:
    """Answers of v1 by path: each is what a server answers to the folder that it is in."""
    folder, moment = f"{base}{FOLDER.as_posix()}/{V1}", f"{today.isoformat()}T00:00:00Z"
    summary, product = _summary(folder), _product(facts, today, base)

    def listed(rows: list[Any]) -> ListAnswer:
        return ListAnswer(generated_at=moment, total=len(rows), result=rows)

    answers: dict[str, BaseModel] = {
        "": listed([Uri(name=name, uri=f"{folder}/{name}/") for name in ("products", "categories", "tags")]),
        "products": listed([summary]),
        "products/full": listed([product]),
        f"products/{PRODUCT}": ProductAnswer(generated_at=moment, last_modified=moment, result=product),
    }
    for group in ("categories", "tags"):
        answers[group] = listed([Uri(name=CATEGORY, uri=f"{folder}/{group}/{CATEGORY}/")])
        answers[f"{group}/{CATEGORY}"] = listed([summary])
    named = {release.name: release for release in product.releases}
    for name, release in {**named, "latest": product.releases[0]}.items():
        place = f"products/{PRODUCT}/releases/{name}"
        answers[place] = ReleaseAnswer(generated_at=moment, result=release)
    return {
        "/".join(filter(None, (V1, place, "index.json"))): answer.model_dump(by_alias=True)
        for place, answer in answers.items()
    }


def _out(facts: Facts) -> Iterator[Window]:
    """Releases that are out, newest first."""
    return (window for window in reversed(windows(facts).values()) if not window.planned)


def _cycle(facts: Facts, window: Window) -> dict[str, Any]:
    latest = _latest(facts, window.release)
    return Cycle(
        cycle=window.release,
        release_date=window.released.iso,
        support=window.bug_fixes_end.last.isoformat(),
        eol=window.security_fixes_end.last.isoformat(),
        latest=latest.name,
        latest_release_date=latest.date,
        link=latest.link,
        lts=window.lts,
    ).model_dump(by_alias=True)


def _summary(folder: str) -> Summary:
    return Summary(
        name=PRODUCT,
        aliases=[],
        label="Django",
        category=CATEGORY,
        tags=[CATEGORY],
        uri=f"{folder}/products/{PRODUCT}/",
    )


def _product(facts: Facts, today: date, base: str) -> Product:
    return Product(
        name=PRODUCT,
        aliases=[],
        label="Django",
        category=CATEGORY,
        tags=[CATEGORY],
        version_command="python -m django --version",
        identifiers=[Identifier(id="pkg:pypi/django", type="purl")],
        labels=Labels(eoas="Bug fixes", discontinued=None, eol="Security fixes", eoes=None),
        links=Links(icon=None, html=f"{base}releases/", release_policy=DOWNLOAD),
        releases=[_release(facts, window, today) for window in _out(facts)],
    )


def _release(facts: Facts, window: Window, today: date) -> Release:
    return Release(
        name=window.release,
        codename=None,
        label=window.label,
        release_date=window.released.iso,
        is_lts=window.lts,
        lts_from=None,
        is_eoas=window.bug_fixes_end.over(today),
        eoas_from=window.bug_fixes_end.last.isoformat(),
        is_eol=window.security_fixes_end.over(today),
        eol_from=window.security_fixes_end.last.isoformat(),
        is_maintained=window.supported(today),
        latest=_latest(facts, window.release),
        custom=None,
    )


def _latest(facts: Facts, release: str) -> Latest:
    name = facts.newest_patch(release)
    patch = facts.patches.get(name)
    return Latest(
        name=name,
        date=patch.date if patch else facts.releases[release].date,
        link=notes_url(facts, name),
    )


def _write(path: Path, value: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
