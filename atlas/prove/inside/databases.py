"""The databases that samples may ask for: each sample has one of its own, with the fixed rows in it."""
# mypy: disable-error-code="import-not-found,import-untyped"

from __future__ import annotations

import os
from contextlib import closing
from typing import Any

USER = "atlas"
POSTGRESQL = """
DATABASES = {{
    "default": {{
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "{name}",
        "USER": "{user}",
        "HOST": "{host}",
    }},
}}
INSTALLED_APPS += ["django.contrib.postgres"]
"""
POSTGIS = """
DATABASES["default"]["ENGINE"] = "django.contrib.gis.db.backends.postgis"
INSTALLED_APPS += ["django.contrib.gis"]
"""
#: Needs that are met by a database on the PostgreSQL server.
SERVED = ("postgresql", "gis")


def settings(config: dict[str, Any], needs: list[str], name: str) -> str:
    """The lines that the sample project's settings get for a sample that needs a database."""
    if not on_server(needs):
        return ""
    lines = POSTGRESQL.format(name=name, user=USER, host=config["postgresql"])
    return lines + (POSTGIS if "gis" in needs else "")


def on_server(needs: list[str]) -> bool:
    """Whether a sample has its database on the PostgreSQL server, not in a file."""
    return bool(set(needs) & set(SERVED))


def template(config: dict[str, Any], needs: list[str]) -> str:
    """The name of the database that samples with these needs get a copy of."""
    return str(config["database"]) + ("_gis" if "gis" in needs else "")


def create(host: str, name: str, template: str) -> None:
    """Create a PostgreSQL database as a copy of another."""
    _execute(host, f'CREATE DATABASE "{name}" TEMPLATE "{template}"')


def drop(host: str, name: str) -> None:
    """Drop a PostgreSQL database, whoever is still connected."""
    _execute(host, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _execute(host: str, statement: str) -> None:
    import psycopg2

    with closing(psycopg2.connect(dbname="postgres", user=USER, host=host)) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(statement)


def process_name() -> str:
    """A name for the database of this process."""
    return f"sample_{os.getpid()}"
