"""Thirty facts of Django 3.2, 4.0 and 4.1 that were found out by hand, each with a sample that shows it.

Each fact: name, what is seen on the three releases (status and a part of the text), the sample, its files.
"""

from typing import NamedTuple

from tests.desk import fence

OK = ("ok", "")
D40, D41, D50 = "RemovedInDjango40Warning", "RemovedInDjango41Warning", "RemovedInDjango50Warning"


class Fact(NamedTuple):
    """`seen`: status and a part of what was said or printed, on 3.2, 4.0 and 4.1."""

    name: str
    seen: tuple[tuple[str, str], ...]
    fences: tuple[str, ...]


def fact(
    name: str, *seen: tuple[str, str], sample: str, settings: str = "", language: str = "python"
) -> Fact:
    """A fact; the last thing seen holds for the releases that are left."""
    fences = [fence("After", sample, language), *([fence("settings.py", settings)] if settings else [])]
    return Fact(name, (*seen, *[seen[-1]] * (3 - len(seen))), tuple(fences))


def gone(module: str, name: str, warning: str = "is deprecated in favor of", use: str = "") -> Fact:
    """Something that can be imported up to 3.2, warns when it is used, and is gone in 4.0."""
    sample = f"from {module} import {name}\n{use or name + '(1)'}"
    error = f"cannot import name '{name}' from '{module}' (django/"
    return fact(name, ("warns", warning), ("fails", error), sample=sample)


FACTS = [
    gone("django.utils.translation", "ugettext_lazy"),
    gone("django.conf.urls", "url", use="url('^$', len)"),
    gone("django.utils.encoding", "force_text"),
    gone("django.utils.http", "urlquote", use="urlquote('a b')"),
    gone("django.utils.http", "is_safe_url", use="is_safe_url('/', None)"),
    fact(
        "signal_providing_args",
        ("warns", "The providing_args argument is deprecated."),
        ("fails", "unexpected keyword argument 'providing_args'"),
        sample="from django.dispatch import Signal\nSignal(providing_args=['book'])",
    ),
    fact(
        "is_ajax",
        ("warns", "request.is_ajax() is deprecated."),
        ("fails", "'WSGIRequest' object has no attribute 'is_ajax'"),
        sample="print(rf.get('/').is_ajax())",
    ),
    fact(
        "nullbooleanfield",
        ("check", "fields.W903"),
        ("check", "fields.E903"),
        sample="class Shelf(models.Model):\n    open = models.NullBooleanField()\n\nrun_checks()",
    ),
    fact(
        "postgres_jsonfield",
        ("check", "fields.W904"),
        ("check", "fields.E904"),
        sample="from django.contrib.postgres.fields import JSONField\n"
        "class Shelf(models.Model):\n    plan = JSONField()\n\nrun_checks()",
    ),
    fact(
        "ifequal",
        ("warns", "The {% ifequal %} template tag is deprecated in favor of {% if %}."),
        ("fails", "Invalid block tag on line 1: 'ifequal'."),
        sample="{% ifequal book.pk 1 %}first{% endifequal %}",
        language="html+django",
    ),
    fact(
        "use_l10n",
        OK,
        ("warns", "The USE_L10N setting is deprecated."),
        sample="print(1)",
        settings="USE_L10N = False",
    ),
    fact(
        "csrf_trusted_origins",
        OK,
        ("check", "4_0.E001"),
        sample="run_checks()",
        settings="CSRF_TRUSTED_ORIGINS = ['example.com']",
    ),
    fact(
        "default_app_config",
        ("warns", "defines default_app_config = 'shop.conf.ShopConfig'."),
        ("warns", "defines default_app_config = 'shop.conf.ShopConfig'."),
        ("ok", "Shop"),
        sample="from django.apps import apps\nprint(apps.get_app_config('shop').verbose_name)",
        settings="INSTALLED_APPS += ['shop']",
    ),
    fact(
        "assert_form_error",
        OK,
        OK,
        ("warns", "Passing response to assertFormError() is deprecated."),
        sample="from django.test import SimpleTestCase\nresponse = client.post('/books/add/')\n"
        "SimpleTestCase().assertFormError(response, 'form', 'title', 'This field is required.')",
    ),
    fact(
        "pickleserializer",
        OK,
        OK,
        ("warns", "PickleSerializer is deprecated due to its security risk."),
        sample="from django.contrib.sessions.serializers import PickleSerializer\nPickleSerializer().dumps(1)",
    ),
    fact(
        "timezone_utc",
        ("ok", "UTC"),
        ("ok", "UTC"),
        ("warns", "The django.utils.timezone.utc alias is deprecated."),
        sample="from django.utils import timezone\nprint(timezone.utc)",
    ),
    fact(
        "default_hashing_algorithm",
        ("warns", "The DEFAULT_HASHING_ALGORITHM transitional setting is deprecated."),
        ("ok", "43"),
        sample="from django.core.signing import Signer\nprint(len(Signer().signature('kindred')))",
        settings="DEFAULT_HASHING_ALGORITHM = 'sha1'",
    ),
    fact(
        "logout_get",
        ("ok", "200"),
        ("ok", "200"),
        ("warns", "Log out via GET requests is deprecated"),
        sample="print(client.get('/accounts/logout/').status_code)",
    ),
    fact(
        "unsaved_reverse_fk",
        ("ok", "[]"),
        ("ok", "[]"),
        (
            "fails",
            "'Author' instance needs to have a primary key value before this relationship can be used.",
        ),
        sample="print(list(Author(name='Nobody').books.all()))",
    ),
    fact(
        "get_random_string",
        ("warns", "Not providing a length argument is deprecated."),
        ("fails", "missing 1 required positional argument: 'length'"),
        sample="from django.utils.crypto import get_random_string\nprint(len(get_random_string()))",
    ),
    fact(
        "middleware_no_get_response",
        ("warns", "Passing None for the middleware get_response argument is deprecated."),
        ("fails", "missing 1 required positional argument: 'get_response'"),
        sample="from django.middleware.common import CommonMiddleware\nCommonMiddleware()",
    ),
    fact(
        "password_reset_timeout_days",
        ("warns", "The PASSWORD_RESET_TIMEOUT_DAYS setting is deprecated."),
        ("ok", "259200"),
        sample="from django.conf import settings\nprint(settings.PASSWORD_RESET_TIMEOUT)",
        settings="PASSWORD_RESET_TIMEOUT_DAYS = 1",
    ),
    fact(
        "isnull_nonbool",
        ("warns", "Using a non-boolean value for an isnull lookup is deprecated"),
        ("fails", "The QuerySet value for an isnull lookup must be True or False."),
        sample="print(Loan.objects.filter(returned__isnull=1).count())",
    ),
    fact(
        "memcachedcache",
        ("warns", "MemcachedCache is deprecated in favor of PyMemcacheCache and PyLibMCCache."),
        ("warns", "MemcachedCache is deprecated in favor of PyMemcacheCache and PyLibMCCache."),
        ("fails", "Could not find backend 'django.core.cache.backends.memcached.MemcachedCache'"),
        sample="from django.core.cache import caches\ncaches['default'].close()",
        settings="CACHES = {'default': {'BACKEND': 'django.core.cache.backends.memcached.MemcachedCache',\n"
        "                      'LOCATION': '127.0.0.1:11211'}}",
    ),
    fact(
        "negative_index",
        ("fails", "AssertionError: Negative indexing is not supported."),
        ("fails", "ValueError: Negative indexing is not supported."),
        sample="Book.objects.order_by('title')[-1]",
    ),
    fact(
        "deleteview_delete",
        OK,
        (
            "warns",
            "any custom deletion logic in BookDelete.delete() handler should be moved to form_valid().",
        ),
        sample="from django.views.generic import DeleteView\n"
        "class BookDelete(DeleteView):\n    def delete(self, request, *args, **kwargs):\n        pass\n\n"
        "BookDelete()",
    ),
    fact(
        "requires_system_checks",
        ("warns", "Using a boolean value for requires_system_checks is deprecated."),
        ("warns", "Using a boolean value for requires_system_checks is deprecated."),
        ("fails", "requires_system_checks must be a list or tuple."),
        sample="from django.core.management import BaseCommand\n"
        "class Command(BaseCommand):\n    requires_system_checks = False\n\nCommand()",
    ),
    fact(
        "assertquerysetequal_repr",
        ("warns", "In Django 4.1, repr() will not be called automatically"),
        ("warns", "In Django 4.1, repr() will not be called automatically"),
        ("fails", "Lists differ: [<Author: Octavia E. Butler>] != ['<Author: Octavia E. Butler>']"),
        sample="from django.test import TransactionTestCase\n"
        "TransactionTestCase().assertQuerysetEqual(Author.objects.filter(pk=2), ['<Author: Octavia E. Butler>'])",
    ),
    fact(
        "successurlallowedhosts",
        OK,
        OK,
        (
            "fails",
            "cannot import name 'SuccessURLAllowedHostsMixin' from 'django.contrib.auth.views' (django/",
        ),
        sample="from django.contrib.auth.views import SuccessURLAllowedHostsMixin",
    ),
    fact(
        "abstract_instantiation",
        ("fails", "Abstract models cannot be instantiated."),
        sample="class Thing(models.Model):\n    class Meta:\n        abstract = True\n\nThing()",
    ),
]
