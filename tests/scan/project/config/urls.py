from django.conf.urls import include, url  # hit: 4.0/url
from django.contrib import admin
from django.urls import path

from catalog import views

urlpatterns = [
    url(r"^$", views.home, name="home"),  # hit: 4.0/url
    url(  # hit: 4.0/url
        r"^books/(?P<pk>\d+)/$",
        views.BookDelete.as_view(),
    ),
    path("admin/", admin.site.urls),
    path("catalog/", include("catalog.urls")),
]


def canonical(url):
    return url("/")


LINKS = [url for url in ("/", "/about/") if url]
