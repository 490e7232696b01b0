import django
from django.urls import path

from catalog import views

urlpatterns = [
    path("", views.BookList.as_view(), name="book-list"),
    path("books/<int:pk>/", views.BookDetail.as_view(), name="book-detail"),
    path("books/<int:pk>/borrow/", views.borrow, name="borrow"),
    path("books/add/", views.BookCreate.as_view(), name="book-add"),
    path("search/", views.search, name="search"),
]

if django.VERSION >= (3, 1):
    urlpatterns.append(path("ping/", views.ping, name="ping"))
