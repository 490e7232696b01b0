from django.conf import settings
from django.db import migrations, models
import django.db.models.deletion


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Author",
            fields=[
                ("id", models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=100)),
                ("born", models.PositiveSmallIntegerField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Book",
            fields=[
                ("id", models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=200)),
                ("isbn", models.CharField(max_length=13, unique=True, verbose_name="ISBN")),
                ("published", models.DateField(blank=True, null=True)),
                ("pages", models.PositiveIntegerField(default=0)),
                ("price", models.DecimalField(decimal_places=2, default=0, max_digits=6)),
                ("cover", models.FileField(blank=True, upload_to="covers")),
                ("author", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="books", to="catalog.Author")),
            ],
        ),
        migrations.CreateModel(
            name="Reader",
            fields=[
                ("id", models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=100)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("user", models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL)),
                ("wishes", models.ManyToManyField(blank=True, related_name="wished_by", to="catalog.Book")),
            ],
        ),
        migrations.CreateModel(
            name="Loan",
            fields=[
                ("id", models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("taken", models.DateTimeField()),
                ("due", models.DateField(blank=True, null=True)),
                ("returned", models.DateTimeField(blank=True, null=True)),
                ("book", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="loans", to="catalog.Book")),
                ("reader", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="loans", to="catalog.Reader")),
            ],
        ),
    ]
