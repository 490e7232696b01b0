from django.conf import settings
from django.http import JsonResponse
from django.shortcuts import render
from django.utils.crypto import get_random_string
from django.views import generic
from django.views.generic.edit import DeleteView as Delete

from .models import Book


def home(request):
    if request.is_ajax():  # hit: 4.0/is-ajax
        return JsonResponse({"token": get_random_string()})  # hit: 4.0/random-string-length
    if settings.USE_L10N:  # hit: 4.0/localized-formats
        limit = getattr(settings, "USE_L10N", False)  # hit: 4.0/localized-formats
    request.urlize_limit = 80  # hit: 6.0/urlize
    return render(request, "catalog/home.html", {"key": get_random_string(length=12)})


class Base(generic.DeleteView):
    model = Book


class BookDelete(Base):
    def delete(self, request, *args, **kwargs):  # hit: 4.0/delete-view
        return super().delete(request, *args, **kwargs)


class LoanDelete(Delete):
    async def delete(self, request):  # hit: 4.0/delete-view
        return await self.gone(f"{request.is_ajax()} {get_random_string(8)}")  # hit: 4.0/is-ajax


class Shelf:
    def delete(self, book, is_ajax=None):
        self.urlize_limit = book.urlize_limit  # hit: 6.0/urlize
        return is_ajax and is_ajax()
