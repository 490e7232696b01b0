"""Markdown becomes the words that a reader sees, and code keeps every character."""

import pytest

from atlas.publish.search.markdown import plain


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("Just words.", "Just words."),
        ("Use **POST**, *never* GET.", "Use POST, never GET."),
        ("See [the page](../4.1/x.md#how) and [that][one].", "See the page and that."),
        ("`{% url 'logout' %}` in a template", "{% url 'logout' %} in a template"),
        ("1. First\n2. Second\n- third", "First Second third"),
        ('!!! warning "Mind this"\n    It bites.', '"Mind this" It bites.'),
        ("A line {: .small }\nwith more", "A line with more"),
        ("2 * 3 * 4 and `*args, **kwargs`", "2 * 3 * 4 and *args, **kwargs"),
    ],
)
def test_marks_go_and_words_stay(markdown: str, words: str) -> None:
    assert plain(markdown) == words


def test_headings_go_because_all_change_pages_have_the_same() -> None:
    assert plain("Before.\n\n## Who is affected\nYou.") == "Before. You."


def test_code_keeps_what_prose_would_lose() -> None:
    markdown = '```python title="Before"\n# 1. a comment, not a heading\nprint(**options)[0](x)\n```\nafter'
    assert plain(markdown) == "# 1. a comment, not a heading print(**options)[0](x) after"


def test_a_fence_inside_a_longer_fence_is_code() -> None:
    assert plain("````\n```\n**not bold**\n```\n````\n**bold**") == "``` **not bold** ``` bold"
