"""Every rule held against its own page: it must find the page's Before and nothing in its After.

Part of `make check`; pure functions over records, without a look at any other file.
"""

from collections.abc import Iterable, Iterator

from atlas.records.change import Change
from atlas.records.evidence import Form, forms_of, has_evidence
from atlas.records.pages import Page
from atlas.records.samples import part_of
from atlas.scan.engine import Hit, scan_texts
from atlas.scan.rules import Ruled
from atlas.scan.tables import TABLES
from atlas.words.problems import Problem
from atlas.words.vocabulary import AFFECTED, FORCES_WORK, ROLES

#: What a sample without a path stands in, by the language of its fence.
PLACES = {"python": "sample.py", "html+django": "templates/sample.html"}


def check(changes: Iterable[Change]) -> list[Problem]:
    """Problems of all changes: rules that do not bear themselves out, and changes without rule or reason."""
    return sorted(problem for change in changes for problem in check_change(change))


def check_change(change: Change) -> Iterator[Problem]:
    """Problems of one change."""
    page = change.page
    if change.detect and change.undetectable:
        message = "found beside detect, which finds what this says cannot be found"
        yield _problem(page, "undetectable", message, "keep one of the two")
    elif change.kind not in FORCES_WORK and (change.detect or change.undetectable) and not _breaks(page):
        field = "detect" if change.detect else "undetectable"
        message = f"found on a page of kind {change.kind}, which forces no work"
        remedy = f"take the field out, change the kind, or say whom it breaks under `## {AFFECTED}`"
        yield _problem(page, field, message, remedy)
    elif change.forces_work and not (change.detect or change.undetectable):
        message = f"missing, and kind {change.kind} needs it"
        remedy = (
            "add a rule (about/detection-rules), or `undetectable:` with the reason why there can be none"
        )
        yield Problem(page.path, page.line_of("kind"), "detect", message, remedy)
    if change.detect:
        yield from _witnessed(change)
    yield from _conditions(change)
    yield from _forms(change)


def _breaks(page: Page) -> bool:
    """Whether a page about something new says whom it gets in the way of."""
    return has_evidence(page) and any(heading.text == AFFECTED for heading in page.headings)


def _witnessed(change: Change) -> Iterator[Problem]:
    before, after = (files_of(change.page, role) for role in ROLES)
    shown = [files_of_form(form) for form in forms_of(change.page) if form.hit]
    if not before and not shown:
        message = "the page has no Before that a rule can read, expected one"
        yield _problem(change.page, "detect", message, 'add a fence with title="Before" or "Before: path"')
        return
    missed = set(range(len(change.detect))) - {
        hit.rule for files in (before, *shown) for hit in hits(change, files)
    }
    for number in sorted(missed):
        rule = change.detect[number]
        message = f"rule {number + 1} ({rule.kind}) finds nothing in Before, expected a hit"
        remedy = "correct the rule, or show in Before what it looks for"
        yield Problem(change.page.path, change.page.line_of("detect", number), "detect", message, remedy)
    for hit in hits(change, after):
        rule = change.detect[hit.rule]
        message = (
            f"rule {hit.rule + 1} ({rule.kind}) finds {hit.what!r} in After"
            f" ({hit.path}, line {hit.line}: {hit.source!r}), expected no hit"
        )
        remedy = "narrow the rule, or correct After"
        yield Problem(change.page.path, change.page.line_of("detect", hit.rule), "detect", message, remedy)


def _conditions(change: Change) -> Iterator[Problem]:
    """Rules under `only_with` that nothing on the page shows at work: they could leave out every hit in silence."""
    rules = [rule.plain() for rule in change.only_with]
    shown = [(PLACES[one.language], one.text) for one in change.page.fences if one.language in PLACES]
    ruled: Ruled = {"id": change.id, "necessary_by": change.necessary_by, "rules": rules}
    met = {hit.rule for file in shown for hit in scan_texts([file], [ruled]).hits}
    for number in sorted(set(range(len(rules))) - met):
        message = f"rule {number + 1} ({change.only_with[number].kind}) finds nothing in any code on the page"
        remedy = "correct the rule, or show what it looks for"
        yield Problem(
            change.page.path, change.page.line_of("only_with", number), "only_with", message, remedy
        )


def _forms(change: Change) -> Iterator[Problem]:
    """Code that the page says is found, or is not, and the rules say otherwise."""
    for form in forms_of(change.page):
        title = form.fence.title
        files = files_of_form(form)
        if not change.detect or not files:
            message = f"'{title}' needs {'rules' if files else 'a path'}"
            remedy = "add `detect:`, or take the fence out" if files else "say `Found in PATH`"
            yield Problem(change.page.path, form.fence.line, "fence", message, remedy)
            continue
        found = hits(change, files)
        if form.hit and not found:
            remedy = "widen a rule, or say what the form is in `Not found`"
            yield Problem(change.page.path, form.fence.line, "detect", f"no rule finds '{title}'", remedy)
        for hit in found if not form.hit else ():
            message = f"rule {hit.rule + 1} finds {hit.what!r} in '{title}' (line {hit.line}: {hit.source!r})"
            yield Problem(change.page.path, form.fence.line, "detect", message, "narrow the rule")


def hits(change: Change, files: dict[str, str]) -> list[Hit]:
    """What a change's rules find in texts by path, whatever else is in the project."""
    rules = [rule.plain() for rule in change.detect]
    ruled: Ruled = {"id": change.id, "necessary_by": change.necessary_by, "rules": rules}
    if change.exclude:
        ruled["exclude"] = change.exclude
    return scan_texts(files.items(), [ruled]).hits


def files_of(page: Page, role: str) -> dict[str, str]:
    """The texts of a role by path: its sample, its files, and the files of both roles.

    A page that has any sample speaks about the sample project, whose settings module is there as well.
    """
    own: dict[str, str] = {}
    shared: dict[str, str] = {}
    for fence in page.fences:
        part = part_of(fence)
        if part is None or part[0] not in ("", role):
            continue
        path = part[1] or PLACES.get(fence.language, "")
        if path:
            (own if part[0] else shared)[path] = fence.text
    if not own:
        return {}
    settings = own.get("settings.py", shared.get("settings.py", ""))
    return {**shared, **own, "settings.py": f"{settings}\n{TABLES['settings_mark']} = []\n"}


def files_of_form(form: Form) -> dict[str, str]:
    """The text of a form by its path; empty where neither its title nor its language says which file it is."""
    path = form.path or PLACES.get(form.fence.language, "")
    return {path: form.fence.text} if path else {}


def _problem(page: Page, field: str, message: str, remedy: str) -> Problem:
    return Problem(page.path, page.line_of(field), field, message, remedy)
