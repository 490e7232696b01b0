from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.generic import CreateView, DetailView, ListView

from catalog.forms import BookForm, SearchForm
from catalog.models import Book, Loan


class BookList(ListView):
    model = Book
    ordering = ["title"]
    paginate_by = 10


class BookDetail(DetailView):
    model = Book


class BookCreate(CreateView):
    model = Book
    form_class = BookForm


def search(request):
    form = SearchForm(request.GET)
    if not form.is_valid():
        return JsonResponse({"errors": form.errors}, status=400)
    found = Book.objects.filter(title__icontains=form.cleaned_data["q"]).order_by("title")
    return JsonResponse({"books": [book.title for book in found]})


@login_required
def borrow(request, pk):
    book = get_object_or_404(Book, pk=pk)
    if request.method != "POST":
        return HttpResponse("Borrow with POST.", status=405)
    Loan.objects.create(book=book, reader=request.user.reader, taken=timezone.now())
    return redirect(book)


async def ping(request):
    """Routed on releases that know asynchronous views."""
    return HttpResponse("pong")
