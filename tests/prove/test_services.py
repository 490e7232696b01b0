"""Servers that a page asks for run for the length of a run; one that is missing is named."""

import pytest

from atlas.prove import services
from tests.desk import fence

pytestmark = pytest.mark.slow

INDEX_ONLY = """
from django.db import connection

class Shelf(models.Model):
    room = models.CharField(max_length=20)
    width = models.IntegerField()

    class Meta:
        indexes = [models.Index(fields=["room"], include=["width"], name="room_with_width")]

create_tables(Shelf)
Shelf.objects.bulk_create(Shelf(room="room %d" % n, width=n) for n in range(2000))
with connection.cursor() as cursor:
    cursor.execute("VACUUM ANALYZE catalog_shelf")
print(Shelf.objects.filter(room="room 7").values("width").explain().split(" using ")[0])
"""


@pytest.mark.django
def test_postgresql_runs_and_each_sample_has_a_database_of_its_own(desk):
    table = desk("3.1", "3.2")
    table.write("3.2/covering-index", fence("After", INDEX_ONLY), kind="added", needs="[postgresql]")
    spoil = "Book.objects.all().delete()\nprint(Book.objects.count())"
    table.write("3.2/spoil", fence("After", spoil), kind="added", needs="[postgresql]")
    count = "from django.db import connection\nprint(Book.objects.count(), connection.vendor)"
    table.write("3.2/untouched", fence("After", count), kind="added", needs="[postgresql]")
    table.prove()
    assert table.result("3.2/covering-index", "After", "3.1").error.type == "TypeError"
    assert table.result("3.2/covering-index", "After", "3.2").output == "Index Only Scan"
    assert table.result("3.2/untouched", "After", "3.2").output == "5 postgresql"


@pytest.mark.django
def test_mariadb_runs_and_each_sample_has_a_database_of_its_own(desk):
    table = desk("2.2", "6.1")
    spoil = "Book.objects.all().delete()\nprint(Book.objects.count())"
    table.write("6.1/spoil", fence("After", spoil), kind="added", needs="[mariadb]")
    count = "from django.db import connection\nprint(Book.objects.count(), connection.vendor)\nsql(Book.objects.all())"
    table.write("6.1/untouched", fence("After", count), kind="added", needs="[mariadb]")
    refused = 'Author.objects.create(pk=1, name="Nobody")'
    table.write("6.1/refused", fence("After", refused), kind="added", needs="[mariadb]")
    outcome = table.prove()
    for release in ("2.2", "6.1"):
        assert table.result("6.1/untouched", "After", release).output == "5 mysql"
        assert "Duplicate entry" in table.result("6.1/refused", "After", release).error.text
    assert outcome.services["mariadb"]


@pytest.mark.django
def test_an_error_does_not_tell_the_name_of_the_samples_database(desk):
    table = desk("6.1")
    name = "from django.db import connection\nprint(connection.settings_dict['NAME'])"
    table.write("6.1/name", fence("After", name), kind="added", needs="[mariadb]")
    table.prove()
    assert table.result("6.1/name", "After", "6.1").output == "sample"


def test_a_missing_server_is_not_run_and_says_what_to_install(desk, monkeypatch):
    monkeypatch.setattr(services.shutil, "which", lambda name: None)
    table = desk("4.1")
    table.write("4.1/x", fence("After", "print(1)"), kind="added", needs="[memcached]")
    outcome = table.prove(may_lack=True)
    assert outcome.unmet == {"memcached": "install it, on Debian with: apt-get install memcached"}
    assert not table.record("4.1/x").samples


def test_a_test_that_lacks_a_server_fails_with_what_to_install(desk, monkeypatch):
    monkeypatch.setattr(services.shutil, "which", lambda name: None)
    table = desk("4.1")
    table.write("4.1/x", fence("After", "print(1)"), kind="added", needs="[memcached]")
    with pytest.raises(
        pytest.fail.Exception, match=r"^memcached: install it, on Debian with: apt-get install"
    ):
        table.prove()


@pytest.mark.parametrize("need", sorted(services.PACKAGES))
def test_every_need_of_the_vocabulary_has_a_package(need):
    from atlas.words.vocabulary import NEEDS

    assert need in NEEDS and set(NEEDS) == set(services.PACKAGES)
