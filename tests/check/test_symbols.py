"""A name that is in no release is a line if a slip of the fingers explains it, and none if nobody can know."""

import pytest

from atlas.check.everything import inspect
from tests.project import GOOD, Project

NAME = "django.contrib.auth.views.LogoutView"
SLIPS = {
    "django.contrib.auth.views.LogoutVeiw": NAME,
    "django.contrib.auth.views.LogouttView": NAME,
    "django.contrib.auth.views.LogoutVeiw.dispatch": f"{NAME}.dispatch",
    "django.contrib.auth.vieews": "django.contrib.auth.views",
    "django.contirb.auth.views.LogoutView": NAME,
    "django.db.models.query.QuerySet.prefetch_realted()": "django.db.models.query.QuerySet.prefetch_related",
    "CSRF_TRUSTED_ORIGNS": "CSRF_TRUSTED_ORIGINS",
}


def problems(project: Project) -> list[str]:
    return [str(problem) for problem in inspect(project.root)[1]]


@pytest.mark.parametrize("symbol", SLIPS)
def test_a_slip_of_the_fingers_is_told_with_what_was_meant(project: Project, symbol: str) -> None:
    path = project.write("4.1/shelves", GOOD.replace(f"[{NAME}]", f"[{NAME}, '{symbol}']"))
    assert problems(project) == [
        f"{path}:8: symbols.1: '{symbol}' is in no release; did you mean '{SLIPS[symbol]}'?"
    ]


@pytest.mark.parametrize(
    "symbol",
    [
        NAME,
        f"{NAME}()",
        "django.contrib.auth.views.ShelfView",
        "django.http.HttpRequest.xreadlines",
        "django.views.debug.ExceptionReporterFilter",
        "CSRF_TRUSTED_ORIGINS",
        "SHELF_DAYS",
        "{% url %}",
        "fields.E170",
        "redis-py",
    ],
)
def test_what_is_there_and_what_nobody_can_know_is_right(project: Project, symbol: str) -> None:
    project.write("4.1/shelves", GOOD.replace(NAME, f'"{symbol}"'))
    assert problems(project) == []
