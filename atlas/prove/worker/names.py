"""The names that a sample may use without an import. `docs/about/how-claims-are-proved.md` lists them."""
# mypy: disable-error-code="import-not-found,import-untyped,no-untyped-call"

from __future__ import annotations

import ast
import asyncio
import unittest
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from atlas.prove.worker.watch import Watch

ROWS = {"author": "Author", "book": "Book", "reader": "Reader", "loan": "Loan"}


def used_names(source: str) -> set[str]:
    """The names that Python source mentions; empty where it does not parse."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return set()
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


class NameMakers:
    """Makes the names for one sample. `sql` collects the statements that the sample asks for."""

    def __init__(self, watch: Watch) -> None:
        self.watch = watch
        self.sql: list[str] = []

    def makers(self) -> dict[str, Callable[[], Any]]:
        """Each name and how its value is made; nothing is made unless a sample uses it."""
        from django.apps import apps
        from django.contrib.auth import get_user_model
        from django.db import models
        from django.test import Client, RequestFactory
        from django.urls import reverse

        def row(model: str) -> Callable[[], Any]:
            return lambda: apps.get_model("catalog", model)._default_manager.get(pk=1)

        def person(name: str) -> Callable[[], Any]:
            return lambda: get_user_model()._default_manager.get(username=name)

        def model_class(model: str) -> Callable[[], Any]:
            return lambda: apps.get_model("catalog", model)

        helpers = (self.sql_of, self.create_tables, self.queries, self.run_checks, render, run, run_tests)
        names = {"sql" if helper == self.sql_of else helper.__name__: helper for helper in helpers}
        return {
            "client": Client,
            "rf": RequestFactory,
            "user": person("ada"),
            "staff": person("librarian"),
            "models": lambda: models,
            "reverse": lambda: reverse,
            **{name: row(model) for name, model in ROWS.items()},
            **{model: model_class(model) for model in ROWS.values()},
            **{name: (lambda helper=helper: helper) for name, helper in names.items()},
        }

    def template_context(self) -> dict[str, Any]:
        """What a template sample sees."""
        from catalog.forms import BookForm

        wanted = ("user", "author", "book", "reader", "loan")
        rows = {name: make() for name, make in self.makers().items() if name in wanted}
        books = type(rows["book"])._default_manager.order_by("title")
        return {**rows, "books": books, "form": BookForm()}

    def sql_of(self, queryset: Any) -> str:
        """The SQL of a queryset, as Django writes it."""
        statement = str(queryset.query)
        self.sql.append(statement)
        return statement

    @contextmanager
    def queries(self) -> Iterator[list[str]]:
        """Print the SQL of each query that runs inside the block."""
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        seen: list[str] = []
        with CaptureQueriesContext(connection) as captured:
            yield seen
        seen += [query["sql"] for query in captured.captured_queries]
        self.sql += seen
        for statement in seen:
            print(statement)

    def create_tables(self, *tables: Any) -> None:
        """Create the tables of models that the sample defines."""
        from django.db import connection

        with connection.schema_editor() as editor:
            for model in tables:
                editor.create_model(model)

    def run_checks(self, **options: Any) -> list[Any]:
        """Run Django's system checks, print the id of each message, return the messages."""
        from django.core import checks

        # Django keeps checks in a set: their order is an accident.
        found = sorted(checks.run_checks(**options), key=lambda message: (message.id or "", message.msg))
        for message in found:
            print(message.id)
            self.watch.check(message.id or "unnamed", str(message.msg))
        return found


def render(source: str, **context: Any) -> str:
    """Render template source for a GET request by nobody in particular."""
    from django.contrib.auth.models import AnonymousUser
    from django.template import engines
    from django.test import RequestFactory

    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    return str(engines["django"].from_string(source).render(context, request))


def run(coroutine: Any) -> Any:
    """Run a coroutine to its end and return its value."""
    return asyncio.run(coroutine)


class _Raising(unittest.TestResult):
    """Keeps the first exception of a test run, so that it can be raised."""

    first: BaseException | None = None

    def addError(self, test: Any, err: Any) -> None:  # noqa: N802 - unittest's name
        self.first = self.first or err[1]
        super().addError(test, err)

    addFailure = addError  # noqa: N815

    def addSubTest(self, test: Any, subtest: Any, err: Any) -> None:  # noqa: N802
        self.first = self.first or (err and err[1])
        super().addSubTest(test, subtest, err)


def run_tests(case: type[unittest.TestCase]) -> None:
    """Run a test case on the sample database, print how many tests passed; raises the first failure."""
    result = _Raising()
    unittest.defaultTestLoader.loadTestsFromTestCase(case).run(result)
    if result.first:
        raise result.first
    print(f"{result.testsRun} passed")
