"""What a sample may do, what is recorded of it, and what it cannot do."""

import pytest

from tests.desk import Desk, fence

pytestmark = pytest.mark.django

PAGES = {
    "names": "print(book, author.books.count(), reader.user == user, staff.is_superuser, loan.book)",
    "sql": "print(sql(Book.objects.filter(pk=1).values('id')))",
    "sql-unprinted": "sql(Book.objects.filter(pk=1).values('id'))",
    "queries": "with queries():\n    Author.objects.get(pk=3)",
    "tables": """
class Shelf(models.Model):
    room = models.CharField(max_length=20)

create_tables(Shelf)
Shelf.objects.create(room="north")
print(Shelf.objects.count(), Shelf._meta.app_label)
""",
    "render": "print(render('{% if shelf %}{{ shelf|upper }}{% endif %}{% csrf_token %}', shelf='north'))",
    "async": """
async def titles():
    return [book.title async for book in Book.objects.order_by("title")[:1]]

print(run(titles()))
""",
    "tests": """
from django.test import TestCase

class BookTests(TestCase):
    def test_count(self):
        self.assertEqual(Book.objects.count(), 6)

run_tests(BookTests)
""",
    "pickle": "import pickle\nclass Shelf:\n    pass\n\nprint(type(pickle.loads(pickle.dumps(Shelf()))).__name__)",
    "mail": "from django.core import mail\nmail.send_mail('Due', '', None, ['a@b.c'])\nprint(len(mail.outbox))",
    "leak-1": "Book.objects.all().delete()\nopen('left', 'w').close()\nprint(Book.objects.count())",
    "leak-2": "import os\nprint(Book.objects.count(), os.listdir())",
    "write-1": "from django.core.management import call_command\n"
    "call_command('makemigrations', 'catalog', empty=True, name='sample', verbosity=0)",
    "write-2": "from django.core.management import call_command\ncall_command('showmigrations', 'catalog')",
    "address": "print(object())",
    "library": "import django\nprint(django.__file__)",
    "clock": "import time, os\nprint(time.tzname[0], os.environ['TZ'], hash('shelf') == hash('shelf'))",
    "network": "import urllib.request\nurllib.request.urlopen('http://192.0.2.1/')",
    "own-warning": "import warnings\nwarnings.warn('mine', DeprecationWarning)\nprint('done')",
    "naive": "from datetime import datetime\nLoan.objects.filter(taken=datetime(2022, 1, 1)).count()",
    "endless": "while True:\n    pass",
    "killed": "import os\nos.kill(os.getpid(), 9)",
    "exit": "import sys\nsys.exit('enough')",
    "syntax": "print(",
}


@pytest.fixture(scope="module")
def ran(tmp_path_factory, root) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("samples"), root, ("4.1",), seconds=3)
    for name, text in PAGES.items():
        desk.write(f"4.1/{name}", fence("After", text), kind="added")
    template = "{{ author }} {{ books.count }} {{ form.is_bound }}{% comment %}{% endcomment %}"
    desk.write("4.1/template", fence("After", template, "html+django"), kind="added")
    settings = "INSTALLED_APPS += ['django.contrib.humanize']\n"
    desk.write("4.1/settings", fence("After", HUMAN), fence("settings.py", settings), kind="added")
    view = fence("After: catalog/extra.py", "def greet():\n    return 'hello'")
    desk.write(
        "4.1/file", fence("After", "from catalog.extra import greet\nprint(greet())"), view, kind="added"
    )
    writes = fence("settings.py", "(BASE_DIR / 'made').touch()")
    look = "from pathlib import Path\nfrom django.conf import settings\n"
    look += "print(sorted(path.name for path in Path(settings.BASE_DIR).glob('made*')))\n"
    look += "(Path(settings.BASE_DIR) / 'made-too').touch()"
    desk.write("4.1/writing-settings", fence("Before", look), fence("After", look), writes, kind="changed")
    desk.write("4.1/commands", fence("After", COMMANDS, "console"), kind="added")
    desk.write("4.1/failing-command", fence("After", FAILING, "console"), kind="added")
    warning = fence("settings.py", "USE_L10N = True")
    desk.write("4.1/warning-command", fence("After", COMMANDS, "console"), warning, kind="added")
    assert desk.prove().complete
    return desk


HUMAN = "print(render('{% load humanize %}{{ 1000|intcomma }}'))"
COUNT = "from catalog.models import Book; print(Book.objects.count())"
COMMANDS = f"$ python manage.py check\n$ python manage.py shell -c '{COUNT}'"
FAILING = "$ python manage.py shell -c 'import catalog.nothing'\n$ python manage.py check"


@pytest.fixture
def output(ran):
    def read(name: str, status: str = "ok") -> str:
        result = ran.result(f"4.1/{name}", "After", "4.1")
        assert result.status == status, result
        return result.output

    return read


@pytest.fixture
def error(ran):
    def read(name: str) -> tuple[str, str]:
        found = ran.result(f"4.1/{name}", "After", "4.1").error
        return found.type, found.text

    return read


def test_the_names_need_no_import(output):
    assert output("names") == "The Dispossessed 2 True True Solaris"


def test_sql_can_be_printed(output, ran):
    assert output("sql") == 'SELECT "catalog_book"."id" FROM "catalog_book" WHERE "catalog_book"."id" = 1'
    assert not ran.result("4.1/sql", "After", "4.1").sql


def test_sql_that_is_not_printed_is_recorded_apart(ran):
    assert ran.result("4.1/sql-unprinted", "After", "4.1").sql[0].startswith("SELECT")


def test_queries_are_printed(output):
    assert output("queries").endswith('WHERE "catalog_author"."id" = 3 LIMIT 21')


def test_models_of_a_sample_get_tables(output):
    assert output("tables") == "1 catalog"


def test_templates_are_rendered_without_their_random_tokens(output):
    assert output("render") == 'NORTH<input type="hidden" name="csrfmiddlewaretoken" value="…">'
    assert output("template") == "Ursula K. Le Guin 5 False"


def test_coroutines_run(output):
    assert output("async") == "['Kindred']"


def test_the_first_failure_of_a_test_case_is_the_failure_of_the_sample(error):
    assert error("tests") == ("AssertionError", "5 != 6")


def test_classes_of_a_sample_can_be_pickled(output):
    assert output("pickle") == "Shelf"


def test_mail_goes_to_memory(output):
    assert output("mail") == "1"


def test_nothing_leaks_from_one_sample_to_another(output):
    assert output("leak-1") == "0"
    assert output("leak-2") == "5 ['db.sqlite3']"


def test_what_a_sample_writes_into_the_project_is_undone(output, root):
    assert output("write-1") == ""
    assert output("write-2") == "catalog\n [X] 0001_initial"
    assert len(list((root / "sample_project/catalog/migrations").glob("0*.py"))) == 1


@pytest.mark.parametrize("role", ["Before", "After"])
def test_what_the_settings_write_is_there_for_each_sample(ran, role):
    assert ran.result("4.1/writing-settings", role, "4.1").output == "['made']"


def test_addresses_and_install_paths_are_cut(output):
    assert output("address") == "<object object at 0x…>"
    assert output("library") == "django/__init__.py"


def test_the_time_zone_is_fixed(output):
    assert output("clock") == "UTC UTC True"


def test_the_network_is_off(error):
    assert "the network is off while samples run" in error("network")[1]


def test_warnings_of_the_sample_itself_do_not_count(output):
    assert output("own-warning") == "done"


def test_warnings_of_python_s_classes_count_if_django_raises_them(ran):
    said = ran.result("4.1/naive", "After", "4.1")
    assert said.status == "warns"
    assert said.messages[0].category == "RuntimeWarning"
    assert "received a naive datetime" in said.messages[0].text


def test_a_sample_without_an_end_fails(error):
    assert error("endless") == ("time limit", "took longer than 3 seconds")


def test_a_sample_that_dies_fails(error):
    assert error("exit") == ("SystemExit", "enough")
    assert error("killed")[0] == "crash"


def test_a_sample_that_does_not_parse_fails(error):
    assert error("syntax")[0] == "SyntaxError"


def test_settings_and_files_take_part(output):
    assert output("settings") == "1,000"
    assert output("file") == "hello"


def test_commands_run_in_a_copy_of_the_project(output):
    assert output("commands") == "System check identified no issues (0 silenced).\n5"


def test_a_command_that_fails_ends_the_sample(output, error):
    assert error("failing-command") == ("ModuleNotFoundError", "No module named 'catalog.nothing'")
    assert output("failing-command", "fails") == "ModuleNotFoundError: No module named 'catalog.nothing'"


def test_warnings_in_a_command_are_recorded_not_printed(ran):
    said = ran.result("4.1/warning-command", "After", "4.1")
    assert [message.category for message in said.messages] == ["RemovedInDjango50Warning"]
    assert said.output == "System check identified no issues (0 silenced).\n5"
