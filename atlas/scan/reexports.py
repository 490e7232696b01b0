"""Django's public modules, and the modules behind them that hold the same names.

`django.forms.fields.URLField` is `django.forms.URLField`: a rule names the public one, and both are found.
Source: the `__init__.py` of each public module; compared in running Django 2.2, 4.1 and 6.1.
"""

from typing import Final

#: Public module, and the submodules whose names it offers.
PUBLIC: Final = {
    "django.contrib.admin": "decorators filters options sites",
    "django.contrib.postgres.aggregates": "general statistics",
    "django.contrib.postgres.fields": "array citext hstore jsonb ranges",
    "django.core.mail": "message",
    "django.core.management": "base",
    "django.db.models": (
        "aggregates base constraints deletion enums expressions fields fields.files fields.json fields.related"
        " indexes manager query query_utils"
    ),
    "django.dispatch": "dispatcher",
    "django.forms": "fields forms formsets models widgets",
    "django.http": "request response",
    "django.test": "client testcases utils",
    "django.urls": "base conf resolvers",
    "django.views.generic": "base dates detail edit list",
}

#: Module to the public module that is meant.
REEXPORTS: Final = {
    **{f"{public}.{name}": public for public, names in PUBLIC.items() for name in names.split()},
    # These two offer everything of the plain modules beside their own.
    "django.contrib.gis.db.models": "django.db.models",
    "django.contrib.gis.forms": "django.forms",
}


def spellings(dotted: str, reexports: dict[str, str]) -> list[str]:
    """A dotted name and the public name that means the same, if there is another."""
    module, _, rest = dotted.rpartition(".")
    while module:
        if module in reexports:
            return [dotted, f"{reexports[module]}.{rest}"]
        module, _, last = module.rpartition(".")
        rest = f"{last}.{rest}"
    return [dotted]
