"""A small library. No model has a default ordering: samples that care say `order_by()`."""

from django.conf import settings
from django.db import models
from django.urls import reverse


class Author(models.Model):
    name = models.CharField(max_length=100)
    born = models.PositiveSmallIntegerField(null=True, blank=True)

    def __str__(self):
        return self.name


class Book(models.Model):
    title = models.CharField(max_length=200)
    author = models.ForeignKey(Author, models.CASCADE, related_name="books")
    isbn = models.CharField("ISBN", max_length=13, unique=True)
    published = models.DateField(null=True, blank=True)
    pages = models.PositiveIntegerField(default=0)
    price = models.DecimalField(max_digits=6, decimal_places=2, default=0)
    cover = models.FileField(upload_to="covers", blank=True)

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("book-detail", args=[self.pk])


class Reader(models.Model):
    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True)
    name = models.CharField(max_length=100)
    email = models.EmailField(blank=True)
    wishes = models.ManyToManyField(Book, related_name="wished_by", blank=True)

    def __str__(self):
        return self.name


class Loan(models.Model):
    book = models.ForeignKey(Book, models.CASCADE, related_name="loans")
    reader = models.ForeignKey(Reader, models.CASCADE, related_name="loans")
    taken = models.DateTimeField()
    due = models.DateField(null=True, blank=True)
    returned = models.DateTimeField(null=True, blank=True)

    def __str__(self):
        return "%s: %s" % (self.reader, self.book)
