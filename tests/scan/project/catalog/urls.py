import django

if django.VERSION >= (2, 0):
    from django.urls import re_path
else:
    from django.conf.urls import url as re_path

try:
    from django.urls import path
except ImportError:
    from django.conf.urls import url as path

from catalog.views import home

urlpatterns = [re_path(r"^home/$", home), path("home2/", home)]
