"""Names that moved, for the oldest release that we support."""

try:
    from django.utils import six
except ImportError:
    import six

try:
    from django.utils.encoding import python_2_unicode_compatible
except ImportError:

    def python_2_unicode_compatible(cls):
        return cls


try:
    from django.contrib.postgres.fields import JSONField  # hit: 4.0/postgresql-jsonfield
except ImportError:
    JSONField = None

try:
    from django.utils.translation import ugettext  # hit: 4.0/gettext-aliases
except KeyError:
    from django.utils.translation import gettext as ugettext


@python_2_unicode_compatible
class Text(six.text_type):
    pass
