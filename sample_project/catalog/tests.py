from django.conf import settings
from django.contrib.auth import get_user_model
from django.core import checks
from django.core.management import call_command
from django.test import TestCase
from django.urls import NoReverseMatch, reverse

from catalog.forms import BookForm
from catalog.models import Author, Book, Loan


class LibraryTests(TestCase):
    fixtures = ["library"]

    def test_lists_books_by_title(self):
        response = self.client.get(reverse("book-list"))
        self.assertEqual(response.context["book_list"][0].title, "Kindred")

    def test_shows_a_book(self):
        response = self.client.get(Book.objects.get(title="Solaris").get_absolute_url())
        self.assertContains(response, "Stanisław Lem, 1961")

    def test_finds_books(self):
        self.assertEqual(self.client.get(reverse("search"), {"q": "left"}).json()["books"], ["The Left Hand of Darkness"])
        self.assertEqual(self.client.get(reverse("search")).status_code, 400)

    def test_adds_a_book(self):
        author = Author.objects.get(name="Clarice Lispector")
        data = {"title": "The Hour of the Star", "author": author.pk, "isbn": "9780811211901", "pages": 86}
        response = self.client.post(reverse("book-add"), data)
        self.assertRedirects(response, author.books.get().get_absolute_url())

    def test_refuses_a_book_that_is_there(self):
        form = BookForm({"title": "Solaris", "author": 3, "isbn": "9780156027601", "pages": 1})
        self.assertEqual(list(form.errors), ["isbn"])

    def test_readers_borrow_after_logging_in(self):
        url = reverse("borrow", args=[5])
        self.assertEqual(self.client.post(url).status_code, 302)
        self.assertEqual(Loan.objects.count(), 3)
        self.assertTrue(self.client.login(username="ada", password="secret"))
        self.client.post(url)
        self.assertEqual(Loan.objects.filter(reader__name="Ada").count(), 3)

    def test_the_admin_lists_and_edits_everything(self):
        self.client.force_login(get_user_model().objects.get(username="librarian"))
        for model in ["author", "book", "reader", "loan"]:
            self.assertEqual(self.client.get("/admin/catalog/%s/" % model).status_code, 200)
            self.assertEqual(self.client.get("/admin/catalog/%s/1/change/" % model).status_code, 200)

    def test_answers_asynchronously_where_django_can(self):
        try:
            url = reverse("ping")
        except NoReverseMatch:
            return
        self.assertEqual(self.client.get(url).content, b"pong")

    def test_migrations_are_complete(self):
        call_command("makemigrations", check=True, dry_run=True, verbosity=0)

    def test_system_checks_are_silent(self):
        self.assertEqual(checks.run_checks(), [])
        self.assertFalse(settings.DEBUG)
