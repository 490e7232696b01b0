from django.contrib import admin

from catalog.models import Author, Book, Loan, Reader


class BookInline(admin.TabularInline):
    model = Book
    fields = ["title", "isbn"]
    extra = 0


@admin.register(Author)
class AuthorAdmin(admin.ModelAdmin):
    list_display = ["name", "born"]
    ordering = ["name"]
    search_fields = ["name", "books__title"]
    inlines = [BookInline]


@admin.register(Book)
class BookAdmin(admin.ModelAdmin):
    list_display = ["title", "author", "pages"]
    list_filter = ["author"]
    ordering = ["title"]
    search_fields = ["title"]
    date_hierarchy = "published"


@admin.register(Reader)
class ReaderAdmin(admin.ModelAdmin):
    list_display = ["name", "email"]
    ordering = ["name"]
    search_fields = ["name"]


@admin.register(Loan)
class LoanAdmin(admin.ModelAdmin):
    list_display = ["book", "reader", "taken", "returned"]
    ordering = ["taken"]
    autocomplete_fields = ["book", "reader"]
