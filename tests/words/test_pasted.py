"""The messages in what people paste: one block for each program that they paste from (`blocks/`)."""

from pathlib import Path

import pytest

from atlas.words.pasted import messages_in

BLOCKS = Path(__file__).parent / "blocks"
#: What each block says: category, how the text begins, how often, in which line first.
SAID = {
    "pytest": [
        ("AttributeError", "module 'django.utils.timezone' has no attribute 'utc'", 1, 16),
        ("AttributeError", "'TestSignOut' object has no attribute 'assertQuerysetEqual'", 1, 25),
    ],
    "unittest": [
        ("AttributeError", "'WSGIRequest' object has no attribute 'is_ajax'", 1, 7),
        ("ImportError", "cannot import name 'url' from 'django.conf.urls'", 1, 20),
        ("AssertionError", "405 != 200", 1, 32),
    ],
    "docker-log": [("ImportError", "cannot import name 'ugettext_lazy'", 2, 3)],
    "log": [
        ("", "Origin checking failed - https://library.example does not match", 1, 1),
        ("", "Method Not Allowed (GET): /accounts/logout/", 2, 2),
        ("ValueError", "Model instances passed to related filters must be saved.", 1, 6),
    ],
    "chained": [
        ("KeyError", "'django'", 1, 1),
        ("ImportError", "cannot import name 'force_text' from 'django.utils.encoding'", 1, 9),
        ("InvalidTemplateLibrary", "Invalid template library specified.", 1, 19),
    ],
    "checks": [
        ("4_0.E001", "As of Django 4.0, the values in the CSRF_TRUSTED_ORIGINS setting must", 1, 8),
        ("fields.E903", "NullBooleanField is removed", 1, 9),
        ("models.W042", "Auto-created primary key used", 2, 13),
        ("fields.W342", "Setting unique=True on a ForeignKey", 1, 17),
    ],
    "warnings": [
        ("RemovedInDjango50Warning", "The USE_L10N setting is deprecated.", 1, 4),
        ("RemovedInDjango50Warning", "The django.utils.timezone.utc alias is deprecated.", 1, 9),
        ("RemovedInDjango50Warning", "Log out via GET requests is deprecated", 1, 13),
    ],
    "csrf-page": [("", "Origin checking failed - https://library.example does not match", 1, 7)],
    "yellow-page": [("TemplateSyntaxError", "Invalid block tag on line 12: 'ifequal'", 1, 6)],
}


def block(name: str) -> str:
    """One of the blocks."""
    return (BLOCKS / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SAID)
def test_all_messages_of_a_block_are_found_and_told_apart(name: str) -> None:
    found = messages_in(block(name))
    assert [(one.category, one.times, one.line) for one in found] == [
        (category, times, line) for category, _, times, line in SAID[name]
    ]
    for one, (_, begun, _, _) in zip(found, SAID[name], strict=True):
        assert one.text.startswith(begun)


def test_every_block_is_expected_to_say_something() -> None:
    assert sorted(path.stem for path in BLOCKS.iterdir()) == sorted(SAID)


@pytest.mark.parametrize(
    ("line", "category", "text"),
    [
        ("ValueError: no", "ValueError", "no"),
        ("django.core.exceptions.FieldError: no", "FieldError", "no"),
        ("ImproperlyConfigured: no", "ImproperlyConfigured", "no"),
        ("catalog.models.Loan.DoesNotExist: no", "DoesNotExist", "no"),
        ("\x1b[31mE   ValueError: no\x1b[0m", "ValueError", "no"),
        ("worker_1 | [2026-05-04 07:30:11 +0000] ValueError: no", "ValueError", "no"),
        ("2026-05-04T07:30:12.731170+00:00 app[web.1]: ValueError: no", "ValueError", "no"),
        ("FAILED tests/test_x.py::test_y[a - b] - ValueError: no", "ValueError", "no"),
        ("FAILED tests/test_x.py::test_y - AssertionError", "AssertionError", ""),
        ("/srv/x.py:3: RemovedInDjango60Warning: no", "RemovedInDjango60Warning", "no"),
        ("(fields.W342) no", "fields.W342", "no"),
        ("CSRF verification failed. Request aborted.", "", "CSRF verification failed. Request aborted."),
        ("ValueError at /books/\nno\nRequest Method: GET", "ValueError", "no"),
    ],
)
def test_a_message_is_found_in_what_is_around_it(line: str, category: str, text: str) -> None:
    assert [(one.category, one.text) for one in messages_in(line)] == [(category, text)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "timezone.utc",
        "LogoutView: logging out takes a POST request",
        "System check identified no issues (0 silenced).",
        "ERROR: test_list (catalog.tests.BookTests.test_list)",
        "Ran 17 tests in 0.914s\n\nOK",
        "Not Found: /favicon.ico",
    ],
)
def test_what_is_no_message_is_none(text: str) -> None:
    assert messages_in(text) == []


def test_what_was_cut_off_is_the_message_that_it_begins() -> None:
    text = "E   ValueError: a long story\nFAILED x.py::y - ValueError: a long..."
    assert [one.text for one in messages_in(text)] == ["a long story"]


def test_a_long_log_is_read() -> None:
    found = messages_in(block("pytest") * 100 + block("docker-log") * 200)
    assert [one.times for one in found] == [100, 100, 400]


def test_a_log_is_read_in_pieces_that_cut_no_message(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n\n".join(map(block, SAID))
    whole = messages_in(text)
    monkeypatch.setattr("atlas.words.pasted.PIECE", 1500)
    assert messages_in(text) == whole


def test_what_is_cut_off_is_found_among_many() -> None:
    long = [f"E   ValueError: story {number} is long" for number in range(20_000)]
    found = messages_in("\n".join([*long, "FAILED x.py::y - ValueError: story 77 is l..."]))
    assert len(found) == len(long)
