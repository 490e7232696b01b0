"""A built page is read heading by heading, and its furniture is not."""

from atlas.publish.search.html import read_html

PAGE = """
<html><head><title>Django 4.1 · Atlas</title><meta name="description" content="What breaks &amp; what is new">
<meta name="keywords" content="end of life, LTS"></head>
<body><nav>Menu</nav><article class="md-content__inner">
<h1 id="django-41">Django 4.1<a class="headerlink" href="#django-41">¶</a></h1>
<p>Async <code>views</code>.</p><p>Second.</p>
<h2 id="dates">Dates<a class="headerlink" href="#dates">¶</a></h2>
<table><tr><th>4.1.13</th><td>CVE-2023-46695</td></tr></table>
<ul data-search-exclude><li>a change<p>that has its own page</ul>
<svg><title>A picture</title><desc>of the table</desc></svg>
<h3>No anchor</h3><p>Belongs to Dates.</p>
</article><footer>About us</footer></body></html>
"""


def test_words_are_grouped_below_their_headings() -> None:
    whole, dates = read_html(PAGE).sections
    assert (whole.anchor, whole.title, whole.text) == ("", "Django 4.1", "Async views. Second.")
    assert (dates.anchor, dates.title) == ("dates", "Dates")
    assert dates.text == "4.1.13 CVE-2023-46695 No anchor Belongs to Dates."


def test_the_description_is_what_result_lists_show() -> None:
    assert read_html(PAGE).description == "What breaks & what is new"


def test_the_words_to_find_it_by_are_read_beside_it() -> None:
    assert read_html(PAGE).keywords == "end of life, LTS"


def test_an_article_inside_the_article_is_part_of_it() -> None:
    page = "<article><h1>All</h1><article><h2 id='a'>A</h2>one</article><p>two</p></article><article>no</article>"
    assert [(section.title, section.text) for section in read_html(page).sections] == [
        ("All", ""),
        ("A", "one two"),
    ]


def test_a_page_without_an_article_has_no_sections() -> None:
    assert read_html("<html><body><p>Moved to <a href='../y/'>y</a></p></body></html>").sections == []
