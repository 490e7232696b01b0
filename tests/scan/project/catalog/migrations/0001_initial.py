import django.contrib.postgres.fields
from django.contrib.postgres.fields import JSONField
from django.db import migrations, models
from django.utils.timezone import utc  # hit: 4.1/timezone-utc


class Migration(migrations.Migration):
    operations = [
        migrations.CreateModel(
            name="Book",
            fields=[
                ("facts", JSONField(default=dict)),
                ("notes", django.contrib.postgres.fields.JSONField(null=True)),
            ],
        ),
    ]

    class Meta:
        index_together = []
