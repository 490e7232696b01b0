from unittest import mock

from django.template import Template
from django.test import TestCase, override_settings
from django.utils.translation import *


@override_settings(USE_L10N=False)  # hit: 4.0/localized-formats
class LoanTests(TestCase):
    def test_form(self):
        response = self.client.post("/loans/")
        self.assertFormError(response, "form", "book", "Required.")  # hit: 4.1/form-error-response
        self.assertFormError(response.context["form"], "book", "Required.")

    def test_names(self):
        self.assertEqual(ugettext("book"), "book")  # hit: 4.0/gettext-aliases

    @mock.patch("django.conf.urls.url")  # hit: 4.0/url
    def test_template(self, patched):
        with self.settings(USE_TZ=True):
            template = Template("{% ifequal a b %}{{ a|length_is:3 }}{% endifequal %}")  # hit: 4.0/ifequal 4.2/length-is
        self.assertIn("django.conf.urls.url is gone", template)


def test_setting(settings, rf):
    settings.USE_L10N = True  # hit: 4.0/localized-formats
    rf.USE_L10N = True
