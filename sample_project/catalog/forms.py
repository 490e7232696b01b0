from django import forms

from catalog.models import Book, Loan


class BookForm(forms.ModelForm):
    class Meta:
        model = Book
        fields = ["title", "author", "isbn", "published", "pages"]


class LoanForm(forms.ModelForm):
    class Meta:
        model = Loan
        fields = ["book", "reader", "due"]


class SearchForm(forms.Form):
    q = forms.CharField(label="Title", max_length=50)
    pages = forms.IntegerField(label="At most so many pages", required=False)
