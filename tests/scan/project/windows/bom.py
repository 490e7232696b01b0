name = "Ångström"; from django.utils.translation import ungettext as zählen  # hit: 4.0/gettext-aliases
