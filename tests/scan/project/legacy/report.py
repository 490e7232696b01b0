from django.utils.encoding import force_text
from django.conf.urls import url

print "loans", url
