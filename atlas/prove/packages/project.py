"""The fresh project in which a package is run: settings and addresses, as a project has them that came from before."""

from pathlib import Path

from atlas.facts.packages import Recipe, held

APPS = (
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
)
MIDDLEWARE = (
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
)
#: Every project answers these, through all middleware.
ADDRESSES = ("/", "/admin/login/")
PROCESSORS = (
    "django.template.context_processors.request",
    "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages",
)
#: A project that came from before keeps AutoField: BigAutoField would ask each package for migrations.
SETTINGS = """\
SECRET_KEY = "x" * 60
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "urls"
USE_TZ = True
STATIC_URL = "/static/"
STATIC_ROOT = "static"
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
TEMPLATES = [{{
    "BACKEND": "django.template.backends.django.DjangoTemplates",
    "APP_DIRS": True,
    "OPTIONS": {{"context_processors": {processors!r}}},
}}]
DATABASES = {{"default": {database!r}}}
INSTALLED_APPS = {apps!r}
MIDDLEWARE = {middleware!r}
"""
URLS = """\
from django.contrib import admin
from django.http import HttpResponse
from django.urls import include, path

urlpatterns = [
    path("", lambda request: HttpResponse("<html><body>A library</body></html>")),
    path("admin/", admin.site.urls),
{included}]
"""


def files(recipe: Recipe, version: str, socket: str = "") -> dict[str, str]:
    """The files of the project by name. version: of the package; socket: the folder of PostgreSQL's socket."""
    first, after = (list(held(names, version)) for names in (recipe.middleware_first, recipe.middleware))
    after_apps = [app for app in held(recipe.apps, version) if app not in APPS]
    settings = SETTINGS.format(
        processors=list(PROCESSORS),
        database=_database(recipe, socket),
        apps=[*held(recipe.apps_first, version), *APPS, *after_apps],
        middleware=[*first, *MIDDLEWARE, *after],
    )
    own = "".join(
        f"{name} = {recipe.settings[key]}\n" for name, key in held(recipe.settings, version).items()
    )
    return {"settings.py": settings + own, "urls.py": _urls(included(recipe, version))}


def included(recipe: Recipe, version: str) -> dict[str, str]:
    """The prefixes that a version has, each with the module or the list of addresses that is included there."""
    return {prefix: name for prefix, text in recipe.urls.items() for name in held([text], version)}


def requests(recipe: Recipe, version: str) -> list[str]:
    """The addresses that a version must answer: every project's, and those below its prefixes."""
    prefixes = tuple(f"/{prefix}" for prefix in included(recipe, version))
    return [*ADDRESSES, *(one for one in recipe.requests if one.startswith(prefixes))]


def _urls(prefixes: dict[str, str]) -> str:
    """The module of addresses. A list in a module has to be imported; a module is included by its name."""
    lines, imports = [], ""
    for number, (prefix, name) in enumerate(prefixes.items()):
        module, _, last = name.rpartition(".")
        if last == "urlpatterns":
            imports += f"from {module} import urlpatterns as list_{number}\n"
        lines.append(
            f'    path("{prefix}", include({f"list_{number}" if last == "urlpatterns" else repr(name)})),\n'
        )
    return imports + URLS.format(included="".join(lines))


def _database(recipe: Recipe, socket: str) -> dict[str, str]:
    if recipe.database == "postgresql":
        engine = "django.db.backends.postgresql"
        return {"ENGINE": engine, "NAME": "postgres", "USER": "atlas", "HOST": socket}
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}


def write(folder: Path, texts: dict[str, str]) -> None:
    """Write the project into a folder that is there."""
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
