"""A CVE in two words, by rule from its title: what an attacker gains (class) and where (area).

The rules are tried in order and the first that matches wins; a title that none matches is told to
whoever runs the sync, who adds a rule here.
"""

import re
from typing import Final

Rules = tuple[tuple[str, str], ...]

CLASSES: Final[Rules] = (
    ("sql-injection", "SQL injection"),
    ("cross-site-scripting", "XSS|cross-site scripting"),
    ("directory-traversal", r"director\w+[- ]traversal"),
    ("request-forgery", "SSRF|request forgery"),
    ("denial-of-service", "denial[- ]of[- ]service|memory[- ]exhaustion"),
    ("user-enumeration", "enumeration"),
    ("header-injection", "header (?:injection|spoofing)"),
    ("log-injection", "log injection"),
    ("incorrect-permissions", "permissions|permission escalation"),
    ("privilege-abuse", "privilege"),
    ("session-or-cookie", "session fixation|cookie salt"),
    ("information-exposure", "private data|disclosure|leakage|unencrypted email"),
    ("cache-poisoning", "cache poisoning"),
    ("access-control-bypass", "bypass of"),
    ("memory-safety", "over-read"),
    ("account-hijack", "account hijack"),
    ("content-spoofing", "content spoofing"),
    ("file-download", "reflected file download"),
    ("prototype-pollution", "prototype pollution"),
    ("scheme-detection", "incorrect HTTP detection"),
)

AREAS: Final[Rules] = (
    ("contrib.admindocs", "admindocs"),
    ("contrib.gis", r"spatial|geometr|\bGDAL|raster|\bGIS\b|GeoJSON"),
    ("contrib.admin", r"admin\b|ModelAdmin|AdminURLField|jQuery|ForeignKeyRawId"),
    (
        "contrib.auth",
        "password|mod_wsgi|LoginView|UsernameField|UserAttributeSimilarity|RemoteUser",
    ),
    ("contrib.sessions", "session fixation"),
    ("contrib.postgres", "StringAgg"),
    ("middleware.cache", r"UpdateCacheMiddleware|\bVary\b|cached Set-Cookie"),
    ("core.cache", "memcached|file system cache"),
    ("core.mail", "STARTTLS|SMTP"),
    ("core.files", r"uploaded files|Storage\.save|intermediate-level directories|file system objects"),
    ("http.uploads", "file uploads?|MultiPartParser|uploading multiple files|upload limit"),
    ("core.validators", r"\w+Validator\b|IPv[46]"),
    ("core.serializers", "serializer"),
    ("core.handlers", "ASGI|underscore/hyphen"),
    ("forms", "formset|URLField"),
    ("db.models", r"QuerySet|FilteredRelation|column alias|Trunc\(kind|HasKey|JSONField|order_by"),
    ("template", "template (?:tag|filter)|dictsort|intcomma"),
    ("urls", "URL paths|internationalized URLs"),
    ("utils.translation", "supported_language_variant|check_for_language|Accept-Language"),
    ("utils.html", "strip_tags|urlize"),
    ("utils.text", r"utils\.text|Truncator"),
    ("utils.encoding", "uri_to_iri"),
    ("utils.http", "limited_parse_qsl|HTTP header parsing"),
    ("utils.archive", r"archive\.extract"),
    ("utils.numberformat", "numberformat"),
    ("utils.log", "log injection"),
    ("http.request", "signed_cookie|reverse-proxy"),
    ("http.response", "HttpResponseRedirect|FileResponse"),
    ("views", "404 page"),
)

#: Where the fix touches another part of Django than the title's words suggest.
AREA_BY_HAND: Final = {
    "CVE-2019-14234": "contrib.postgres",
    "CVE-2021-28658": "http.uploads",
    "CVE-2023-31047": "forms",
    "CVE-2024-24680": "contrib.humanize",
    "CVE-2024-41989": "template",
}

UNKNOWN: Final = "unclassified"


def first_match(rules: Rules, title: str) -> str:
    """The word of the first rule that matches the title, or `UNKNOWN`."""
    return next((word for word, pattern in rules if re.search(pattern, title, re.I)), UNKNOWN)


def class_of(title: str) -> str:
    """What an attacker gains."""
    return first_match(CLASSES, title)


def area_of(cve: str, title: str) -> str:
    """The part of Django at fault."""
    return AREA_BY_HAND.get(cve) or first_match(AREAS, title)
