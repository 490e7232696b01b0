"""Which page answers which message of the blocks, and messages that are nobody's."""

UNKNOWN = "reference/messages/"
#: The pages that answer the messages of a block, in order; `UNKNOWN` stands for the messages that have none.
PAGES = {
    "pytest": ["4.1/timezone-utc", "4.2/assert-set-methods"],
    "unittest": ["3.1/request-is-ajax", "3.1/conf-urls-url", UNKNOWN],
    "docker-log": ["3.0/ugettext"],
    "log": ["4.0/csrf-origin-header", "4.1/logout-by-post", "4.1/unsaved-instances-in-filters"],
    "chained": ["3.0/force-text", UNKNOWN],
    "checks": [
        "4.0/csrf-trusted-origins-scheme",
        "3.1/null-boolean-field",
        "3.2/default-auto-field",
        "3.0/inspectdb-one-to-one",
    ],
    "warnings": ["4.0/use-l10n-setting", "4.1/timezone-utc", "4.1/logout-by-post"],
    "csrf-page": ["4.0/csrf-origin-header"],
    "yellow-page": ["3.1/ifequal-tag"],
}
#: Errors of any project, or of other packages.
NOBODYS = [
    "KeyError: 'colour'",
    "AttributeError: 'Order' object has no attribute 'colour'",
    "'Order' object has no attribute 'colour'",
    "AttributeError: 'NoneType' object has no attribute 'price'",
    "ModuleNotFoundError: No module named 'shop.settings'",
    "ImportError: cannot import name 'widget' from 'shop.models' (/srv/shop/models.py)",
    "ZeroDivisionError: division by zero",
    "NameError: name 'request' is not defined",
    "IndexError: list index out of range",
    "TypeError: 'NoneType' object is not subscriptable",
    "TypeError: order_total() missing 1 required positional argument: 'tax'",
    "TypeError: __init__() got an unexpected keyword argument 'colour'",
    "django.urls.exceptions.NoReverseMatch: Reverse for 'shop' not found.",
    "django.db.utils.OperationalError: no such table: shop_order",
    'django.db.utils.ProgrammingError: relation "shop_order" does not exist',
    "redis.exceptions.ConnectionError: Error 111 connecting to localhost:6379. Connection refused.",
    "django.template.exceptions.TemplateDoesNotExist: shop/index.html",
    "json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)",
    "FileNotFoundError: [Errno 2] No such file or directory: 'data.csv'",
    "AssertionError: 200 != 404",
    "RecursionError: maximum recursion depth exceeded while calling a Python object",
    "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte",
    "TypeError: Object of type Decimal is not JSON serializable",
    "shop.models.Order.DoesNotExist: Order matching query does not exist.",
]
