"""What pages ask for with `needs:`: whether it is there, and database servers for the length of a run."""

import contextlib
import ctypes.util
import shutil
from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from atlas.prove import mariadb, postgres

#: Where each need comes from on Debian.
PACKAGES = {
    "postgresql": "postgresql",
    "mariadb": "mariadb-server",
    "memcached": "memcached",
    "redis": "redis-server",
    "gis": "postgresql-postgis gdal-bin",
}


@dataclass
class Services:
    """`missing`: needs that cannot be met and what to install; `config`: what a worker is told."""

    missing: dict[str, str] = field(default_factory=dict)
    config: dict[str, Any] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)


@contextlib.contextmanager
def running(needs: Set[str], root: Path, cache: Path) -> Iterator[Services]:
    """Have the services that are asked for, until the block ends. `root`: the project; `cache`: for drivers."""
    missing = {
        need: f"install it, on Debian with: apt-get install {PACKAGES[need]}"
        for need in needs
        if not _is_there(need)
    }
    found = Services(missing)
    ready = needs - set(missing)
    # Memcached and Redis are started by each worker in its own network, on their usual ports.
    on_server = ready & {"postgresql", "gis"}
    databases = sorted(ready & {"postgresql", "gis", "mariadb"})
    found.config = {"start": sorted(ready & {"memcached", "redis"}), "databases": databases}
    with contextlib.ExitStack() as stack:
        if on_server:
            try:
                found.config["postgresql"] = str(stack.enter_context(postgres.server()))
                found.versions["postgresql"] = postgres.version(postgres.programs() or Path())
            except RuntimeError as error:
                found.missing |= dict.fromkeys(on_server, str(error))
        if "mariadb" in ready:
            try:
                driver = mariadb.driver(root, cache)
                socket = stack.enter_context(mariadb.server())
                found.config["mariadb"] = {"socket": str(socket), "driver": str(driver)}
                found.versions["mariadb"] = mariadb.version()
            except RuntimeError as error:
                found.missing["mariadb"] = str(error)
        yield found


def _is_there(need: str) -> bool:
    if need == "postgresql":
        return postgres.programs() is not None
    if need == "mariadb":
        return mariadb.programs() is not None
    if need == "gis":
        return postgres.has_extension("postgis") and ctypes.util.find_library("gdal") is not None
    return shutil.which({"redis": "redis-server"}.get(need, need)) is not None
