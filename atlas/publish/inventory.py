"""`objects.inv`: the ids of changes and releases, so that other Sphinx and MkDocs sites link by them.

A change is the label `4.1/logout-by-post`, a release the label `django-4.1`.
Source: https://sphobjinv.readthedocs.io/en/stable/syntax.html
"""

from pathlib import Path

import sphobjinv

from atlas.records.library import Library

NAME = Path("objects.inv")


def inventory(library: Library) -> bytes:
    """The inventory, compressed as Sphinx reads it; addresses are relative to the site."""
    made = sphobjinv.Inventory()
    made.project, made.version = "Upgrade Atlas for Django", library.facts.django
    for change in library.changes:
        made.objects.append(_label(change.id, change.url, change.title.replace("`", "")))
    for release, page in library.release_pages.items():
        made.objects.append(_label(f"django-{release}", f"releases/{release}/", page.title))
    text: bytes = made.data_file()
    packed: bytes = sphobjinv.compress(text)
    return packed


def _label(name: str, url: str, title: str) -> sphobjinv.DataObjStr:
    return sphobjinv.DataObjStr(name=name, domain="std", role="label", priority="-1", uri=url, dispname=title)
