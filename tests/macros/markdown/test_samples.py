"""Samples become pairs, and parts land where they belong."""

from macros.markdown.samples import after_section, pair_samples


def block(title: str, code: str = "x = 1") -> str:
    return (
        f'<div class="language-python highlight"><span class="filename">{title}</span>'
        f"<pre><span></span><code>{code}\n</code></pre></div>"
    )


def test_text_without_samples_stays_as_it_is() -> None:
    html = f"<p>Before</p>\n{block('settings.py')}\n<p>After</p>"
    assert pair_samples(html) == html


def test_before_and_after_become_the_halves_of_a_pair() -> None:
    html = pair_samples(f"<p>a</p>\n{block('Before', 'old()')}\n{block('After', 'new()')}\n<p>b</p>")
    assert html.startswith('<p>a</p>\n<div class="pair pair--side"><div class="half half--before">')
    assert html.endswith("</div></div>\n<p>b</p>")
    assert html.index("old()") < html.index("half--after") < html.index("new()")
    assert "sample sample--before" in html


def test_files_of_a_sample_stand_with_their_half() -> None:
    titles = ("Before", "Before: models.py", "After", "After: models.py")
    html = pair_samples("\n".join(map(block, titles)))
    before, after = html.split('<div class="half half--after">')
    assert before.count("sample--before") == 2
    assert after.count("sample--after") == 2


def test_a_pair_with_a_long_line_is_not_squeezed() -> None:
    assert "pair--side" not in pair_samples(block("Before", "y" * 60) + block("After"))
    escaped = "&lt;" * 30  # 30 characters to a reader
    assert "pair--side" in pair_samples(block("Before", escaped) + block("After"))


def test_a_sample_alone_is_marked_but_no_pair() -> None:
    html = pair_samples(f"{block('After')}<p>then</p>{block('Before')}")
    assert "pair" not in html
    assert html.index("sample--after") < html.index("<p>then</p>") < html.index("sample--before")


PAGE = '<p>Intro</p><h2 id="one">One</h2><p>a</p><h2 id="two">Two</h2><p>b</p>'


def test_a_part_lands_at_the_end_of_its_section() -> None:
    assert after_section(PAGE, ["One"], "<i/>") == PAGE.replace('<h2 id="two"', '<i/><h2 id="two"')
    assert after_section(PAGE, ["None", "Two"], "<i/>") == PAGE + "<i/>"


def test_a_part_whose_section_is_missing_lands_at_the_end() -> None:
    assert after_section(PAGE, ["Three"], "<i/>") == PAGE + "<i/>"
    assert after_section(PAGE, ["Three"], "") == PAGE


def test_what_was_printed_is_told_apart_from_code() -> None:
    html = pair_samples("\n".join(map(block, ("Before", "Before: output", "After"))))
    assert html.count("sample--output") == 1
