from django.contrib import admin

from .models import Book


@admin.register(Book)
class BookAdmin(admin.ModelAdmin):
    search_fields = ["title"]

    def lookup_allowed(self, lookup, value):  # hit: 5.0/lookup-allowed-request
        return True


class LoanAdmin(admin.ModelAdmin):
    def lookup_allowed(self, lookup, value, request):
        return True


class AnyAdmin(admin.ModelAdmin):
    def lookup_allowed(self, lookup, *args, **kwargs):
        return True
