"""The databases that samples may ask for: each sample has one of its own, with the fixed rows in it."""
# mypy: disable-error-code="import-not-found,import-untyped"

from __future__ import annotations

import subprocess
from contextlib import closing
from typing import Any

POSTGRESQL = """
DATABASES = {{
    "default": {{
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "{name}",
        "USER": "atlas",
        "HOST": "{host}",
    }},
}}
INSTALLED_APPS += ["django.contrib.postgres"]
"""
POSTGIS = """
DATABASES["default"]["ENGINE"] = "django.contrib.gis.db.backends.postgis"
INSTALLED_APPS += ["django.contrib.gis"]
"""
MARIADB = """
import sys
sys.path.insert(0, "{driver}")
import pymysql
pymysql.install_as_MySQLdb()
# As of mysqlclient: a version that all releases take, and statements as bytes.
pymysql.version_info = (2, 2, 7, "final", 0)
pymysql.cursors.Cursor._executed = property(
    lambda cursor: cursor.__dict__.get("_statement"),
    lambda cursor, text: cursor.__dict__.update(_statement=text.encode() if isinstance(text, str) else text),
)
DATABASES = {{
    "default": {{
        "ENGINE": "django.db.backends.mysql",
        "NAME": "{name}",
        "USER": "root",
        "HOST": "{socket}",
    }},
}}
"""


class PostgreSQL:
    """Databases on the PostgreSQL server whose socket lies in the folder `host`."""

    def __init__(self, host: str, gis: bool) -> None:
        self.host, self.gis = host, gis

    def settings(self, name: str) -> str:
        """Lines for the sample project's settings."""
        return POSTGRESQL.format(name=name, host=self.host) + (POSTGIS if self.gis else "")

    def create(self, name: str, template: str = "template1") -> None:
        """Create a database as a copy of another."""
        self._execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')

    def drop(self, name: str) -> None:
        """Drop a database, whoever is still connected."""
        self._execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def _execute(self, statement: str) -> None:
        import psycopg2

        with closing(psycopg2.connect(dbname="postgres", user="atlas", host=self.host)) as connection:
            connection.autocommit = True
            with connection.cursor() as cursor:
                cursor.execute(statement)


class MariaDB:
    """Databases on the MariaDB server behind a socket. `driver`: the folder of the Python driver."""

    def __init__(self, socket: str, driver: str) -> None:
        self.socket, self.driver = socket, driver

    def settings(self, name: str) -> str:
        """Lines for the sample project's settings."""
        return MARIADB.format(name=name, socket=self.socket, driver=self.driver)

    def create(self, name: str, template: str = "") -> None:
        """Create a database, as a copy of another where one is named."""
        self._client("mariadb", "--execute", f"CREATE DATABASE `{name}`")
        if template:
            self._client("mariadb", name, sql=self._client("mariadb-dump", "--skip-comments", template))

    def drop(self, name: str) -> None:
        """Drop a database, whoever is still connected."""
        others = f"SELECT CONCAT('KILL ', id, ';') FROM information_schema.processlist WHERE db = '{name}'"
        kill = self._client("mariadb", "--skip-column-names", "--execute", others)
        self._client("mariadb", sql=f"{kill}DROP DATABASE IF EXISTS `{name}`;")

    def _client(self, program: str, *arguments: str, sql: str = "") -> str:
        command = [program, "--no-defaults", "--user=root", f"--socket={self.socket}", *arguments]
        done = subprocess.run(command, input=sql, check=True, capture_output=True, encoding="utf-8")
        return done.stdout


def server(config: dict[str, Any], needs: list[str]) -> PostgreSQL | MariaDB | None:
    """The server that a sample has its database on; None for a file."""
    if "mariadb" in needs:
        return MariaDB(**config["mariadb"])
    if {"postgresql", "gis"} & set(needs):
        return PostgreSQL(config["postgresql"], "gis" in needs)
    return None


def template(config: dict[str, Any], needs: list[str]) -> str:
    """The name of the database that samples with these needs get a copy of."""
    kind = next((f"_{need}" for need in ("mariadb", "gis") if need in needs), "")
    return str(config["database"]) + kind
