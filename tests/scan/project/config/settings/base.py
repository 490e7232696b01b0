"""Settings of all installations."""

from pathlib import Path

BASE_DIR = Path(__file__).parent.parent.parent

INSTALLED_APPS = [  # hit: 6.0/auto-field
    "django.contrib.admin",
    "django.contrib.auth",
    "catalog",
]

USE_I18N = True
USE_L10N, USE_TZ = True, True  # hit: 4.0/localized-formats

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.memcached.MemcachedCache",  # hit: 4.1/memcached-backend
        "LOCATION": "127.0.0.1:11211",
    },
    "files": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache"},
}

CSRF_TRUSTED_ORIGINS = [
    "https://library.example",
    ".branches.example",  # hit: 4.0/trusted-origins-scheme
]
CSRF_TRUSTED_ORIGINS += ["kiosk.example", "http://desk.example"]  # hit: 4.0/trusted-origins-scheme
