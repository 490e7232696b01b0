from django.contrib.postgres import fields as pg
from django.contrib.postgres.fields import JSONField  # hit: 4.0/postgresql-jsonfield
from django.db import models
from django.utils import timezone
from django.utils.translation import ugettext_lazy as _  # hit: 4.0/gettext-aliases


def now():
    return timezone.now().replace(tzinfo=timezone.utc)  # hit: 4.1/timezone-utc


class Book(models.Model):
    title = models.CharField(_("title"), max_length=200)
    facts = JSONField(default=dict)  # hit: 4.0/postgresql-jsonfield
    notes = pg.JSONField(null=True)  # hit: 4.0/postgresql-jsonfield
    added = models.DateTimeField(default=now)

    class Meta:
        verbose_name = _("book")
        index_together = [("title", "added")]  # hit: 4.2/index-together

    def label(self):
        index_together = self.title
        _ = index_together.upper
        return _()
