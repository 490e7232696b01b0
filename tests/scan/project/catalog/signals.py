import django.dispatch
from django.dispatch import Signal

borrowed = Signal(providing_args=["book", "reader"])  # hit: 4.0/providing-args
returned = django.dispatch.Signal(["book"])  # hit: 4.0/providing-args
reserved = Signal()
lost = Signal(use_caching=True)
OPTIONS = {"providing_args": ["book"]}
found = Signal(**OPTIONS)


class Lamp:
    class Signal:
        def __init__(self, providing_args=None):
            self.providing_args = providing_args

    green = Signal(providing_args=["color"])
