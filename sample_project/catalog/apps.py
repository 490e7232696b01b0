from django.apps import AppConfig


class CatalogConfig(AppConfig):
    name = "catalog"
    # The same primary keys on every release; 2.2 to 3.1 ignore the line and know no other.
    default_auto_field = "django.db.models.AutoField"
