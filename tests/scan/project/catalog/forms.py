from django import forms
from django.forms import fields


class AuthorForm(forms.Form):
    homepage = forms.URLField(required=False)  # hit: 5.0/url-scheme
    blog = fields.URLField()  # hit: 5.0/url-scheme
    feed = forms.URLField(assume_scheme="https")
    name = forms.CharField()
