"""Loads one package in a fresh project and tries it, without a network: a JSON line for each step, as it happens.

Usage, in the project's folder: python -m atlas.prove.worker.package '{"modules": […], "requests": […], …}'
Each step says `{"begins": step}` first, so that whoever reads knows where a process hung or died.
"""

# mypy: disable-error-code="import-not-found,import-untyped"

from __future__ import annotations

import io
import json
import os
import sys
import warnings
from pathlib import Path
from typing import Any, TextIO

from atlas.prove.worker import modules, sandbox
from atlas.prove.worker.owners import Owners

#: Characters of a text, and messages of a sort, that are kept.
LONGEST, MOST = 300, 12
#: What a superuser asks for last: the admin's list of all models.
SIGNED_IN = "/admin/"


class Package:
    """One run. config: `modules`, `left_out`, `requests`, `database`; answers: where lines go."""

    def __init__(self, config: dict[str, Any], answers: TextIO) -> None:
        self.config, self.answers = config, answers
        self.owners = Owners()
        self.folder = str(Path.cwd())
        self.warned: list[dict[str, str]] = []
        self.healthy = True

    def tell(self, **line: Any) -> None:
        """Send a line."""
        print(json.dumps(line), file=self.answers, flush=True)

    def run(self) -> None:
        """All steps. Where the project cannot be loaded, nothing else is tried."""
        self._watch()
        for name in ("load", "check", "migrate", "request", "imports"):
            self.tell(begins=name)
            self.step = name
            try:
                getattr(self, f"_{name}")()
            except Exception as error:
                self.fault(error)
            except SystemExit as error:
                self.fault(error)
            if name == "load" and not self.healthy:
                break
        self.tell(warns=self.warned[:MOST])
        self.tell(folder=Path("settings.py").exists())

    def fault(self, error: BaseException, module: str = "") -> None:
        """Tell of an error, and of the module whose import raised it."""
        self.healthy = False
        text = self._short(str(error))
        line = {
            "step": self.step,
            "type": type(error).__name__,
            "text": text,
            "by": self.owners.of_error(error),
        }
        self.tell(fault={**line, **({"module": module} if module else {})})

    def _short(self, text: str) -> str:
        lines = sandbox.scrubbed(text.strip(), self.folder).splitlines()
        return lines[0][:LONGEST] if lines else ""

    def _watch(self) -> None:
        warnings.simplefilter("always")

        def keep(message: Any, category: type[Warning], *_place: Any, **_more: Any) -> None:
            if category.__module__.partition(".")[0] == "django":
                by = self.owners.of_caller(sys._getframe(1))
                row = {"category": category.__name__, "text": self._short(str(message)), "by": by}
                if row not in self.warned:
                    self.warned.append(row)

        warnings.showwarning = keep

    def _load(self) -> None:
        import django

        django.setup()

    def _check(self) -> None:
        from django.core import checks
        from django.core.checks.registry import registry

        # Django keeps them in a set: which of two that raise an error comes first would be chance.
        registry.registered_checks = sorted(registry.registered_checks, key=_name_of)
        found = checks.run_checks()
        for one in found:
            if one.level >= checks.ERROR and not one.is_silenced():
                self.healthy = False
                text = self._short(f"{one.obj}: {one.msg}" if one.obj else str(one.msg))
                self.tell(
                    fault={"step": "check", "type": one.id or "check", "text": text, "by": self._of(one.obj)}
                )
        said = [f"{one.id}: {self._short(str(one.msg))}" for one in found if one.level == checks.WARNING]
        self.tell(checks=sorted(set(said))[:MOST])

    def _of(self, thing: Any) -> str:
        name = str(getattr(thing, "__module__", "") or type(thing).__module__)
        return self.owners.of_module(name) or "django"

    def _migrate(self) -> None:
        from django.core.management import call_command
        from django.db import connection

        if self.config["database"] == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("DROP SCHEMA public CASCADE")
                cursor.execute("CREATE SCHEMA public")
        self.tell(migrations=self._unmade())
        call_command("migrate", verbosity=0, interactive=False, stdout=io.StringIO())

    def _unmade(self) -> list[str]:
        """What `makemigrations --check` would write."""
        from django.core.management import call_command

        said = io.StringIO()
        try:
            call_command("makemigrations", check_changes=True, dry_run=True, interactive=False, stdout=said)
        except SystemExit:
            lines = sandbox.scrubbed(said.getvalue(), self.folder).splitlines()
            return [line.strip()[:LONGEST] for line in lines if line.strip()][:MOST]
        return []

    def _request(self) -> None:
        from django.test import Client

        client = Client()
        answers = {}
        for address in [*self.config["requests"], SIGNED_IN]:
            if address == SIGNED_IN:
                client.force_login(self._superuser())
            status = answers[address] = client.get(address).status_code
            if status >= 400:
                self.healthy = False
                fault = {"step": "request", "type": str(status), "text": f"GET {address} answers {status}"}
                self.tell(fault={**fault, "by": "project"})
        self.tell(answers=answers)

    def _superuser(self) -> Any:
        """Somebody who may see the admin: rows with dates are written, and read back."""
        from django.contrib.auth import get_user_model

        made = get_user_model().objects.create_superuser("reader", "reader@library.example", "x")
        return get_user_model().objects.get(pk=made.pk)

    def _imports(self) -> None:
        wanted = modules.names(self.config["modules"], self.config["left_out"])
        count, needs = modules.import_all(wanted, self.owners, self.fault)
        if not count:
            raise ModuleNotFoundError(f"the package has no module {' or '.join(self.config['modules'])}")
        self.tell(modules=count, needs=needs)


def _name_of(check: Any) -> tuple[str, str]:
    """What a check is sorted by."""
    return str(getattr(check, "__module__", "")), str(getattr(check, "__qualname__", check))


def main() -> None:
    """Run the package that the arguments tell of."""
    sys.path[:] = [entry for entry in sys.path if entry != os.environ.get("PYTHONPATH")]
    os.environ.pop("PYTHONPATH", None)
    config = json.loads(sys.argv[1])
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a package prints is not an answer
    if not sandbox.leave_network():
        print(
            json.dumps({"stays": "needs a network of its own: run as root, or allow user namespaces"}),
            file=answers,
        )
        sys.exit(1)
    sandbox.close_sockets()
    sandbox.limit_processor(config["seconds"])
    sys.path.insert(0, str(Path.cwd()))
    Package(config, answers).run()
    answers.close()
    os._exit(0)  # threads that a package left would keep the process


if __name__ == "__main__":
    main()
