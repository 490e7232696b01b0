"""Python's syntax, the rare parts of it as well, means the same to the parser in the browser as to Python's own."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from atlas.scan.engine import scan_texts
from tests.browser.scan_page import as_data, opened, scan, scan_each, write_page

#: Rules that find `it` in every form, so that a place missed or misplaced shows.
CHANGES = [
    {"id": f"4.1/{number}", "necessary_by": "4.1", "rules": [rule]}
    for number, rule in enumerate(
        [
            {"name": ["pack.it"]},
            {"call": ["pack.it"], "passes": ["k", 0]},
            {"call": ["pack.it"], "lacks": ["k"]},
            {"method": ["go"], "passes": [0, "k"], "value": ".*"},
            {"attribute": ["it"]},
            {"attribute": ["end"], "on": ["self", "super()", "it"]},
            {"variable": ["V"], "value": ".*"},
            {"variable": ["W"], "scope": "class"},
            {"override": ["m"], "base": ["pack.it"], "passes": ["a", "b"]},
            {"string": ["pack.it", "a_b"]},
            {"setting": ["USE_IT"]},
            {"unset": ["DEFAULT_IT"]},
        ]
    )
]
HEAD = "from pack import it\nimport pack\nfrom django.conf import settings\n"
VALID = {
    "literals": """\
V = [1, 1., .5, 1e3, 1E-7, 1_000, 0x1F, 0b1, 0o17, 00, 1j, 1e16, 123456789012345678901234567890, 1e400, 0.1e-3, -1, +2]
V = {'a': "b", **it, 'c': ('d' 'e', b'f', rb'g', u'h', R'\\i', None, True, ...)}
V = '\\x41\\u00e9\\U0001F600\\101\\n\\'\\"\\\\ \\
x' + "a" f"{it}" + it
V = {it, 'q', it.x.y} | {1} - [2]
V: int = 3
V += 'z',
""",
    "strings": """\
x = 'pack.it.deep', "pack.it", 'pack' '.it', 'a_b', \"\"\"pack.it\"\"\", r'pack.it', b'pack.it', f'pack.it'
y = f"{it!r:>{it}} {it.go(1)=} {{it}} \\{it} {'pack.it'}" rf'\\{it} {it:{it}}'
w = f"{it:=10} {it!r:=+} {it.end:={it}} {(it := 1)} {V[it := 1]} {it=:=5}"
z = f'''{
    it}''' "pack.it"
""",
    "calls": """\
it(1); it(k=1); it(*a); it(**k); it(x for x in it); it(it, *it, k=it, **it); it((yield)); it(a := 1)
x.go(1).go(k=it).end; self.go('a')[it].it; super().end; super().it.end; (it).end; (it)(1); it()()
it(
    k=2,
)
pack.it(1); pack . it (k = 1); pack.it[1](1); (lambda: it)()
""",
    "functions": """\
@it
@pack.it(1).end[0]
async def f(a, /, b: it = it, *args: it, c=it, **kw: it) -> it:
    global it
    async with it as b.c, it(1) as (d, e), it: pass
    async for x in it: await it
    return *it, it
def g(it): return it
def h(a=it, *, b=it): nonlocal_ = it; return lambda it, /, *x, k=it, **y: it
def i():
    it = 1
    def j():
        nonlocal it
        it.end
    return [it for it in it if it], {it: it for it, *x in it}, (it async for x in it), {it for x in it for y in it}
""",
    "classes": """\
class A(it, k=it, *it, **it):
    W = V = 1; W, V = 1, 'x'
    def m(self, a): it = 1; return it
    async def m(self, b=it, *a): ...
    @it
    def m(self, *, b): self.end = self.it = W = 1
class B(A):
    def m(self, a, /): ...
    it = 1
    x = it
class C(pack.it[int], Generic[T]):
    class D(B):
        def m(self, *b): ...
        def m(self, **a): ...
""",
    "branches": """\
try: from other import it
except ImportError: it = None
try:
    from pack import it as other
except* ValueError as it: pass
if (x := it) and not it or it is not it not in it < it == it: pass
elif it: del it, (it.end), it[0]
else: raise it from it
while it: break
else: assert it, it
for it.x, (y, *z) in it, *it: continue
else: pass
with (it as a, it(1) as b.c,): pass
with (it): pass
with (it, it): pass
with (it as a): pass
with (yield): pass
""",
    "versions": """\
import django
if django.VERSION >= (4, 1): it
else: it
x = it if django.VERSION < (3, 2) else pack.it
if django.VERSION[:2] < (4, 1) : it(1)
if django.VERSION[0] == 3: it(2)
elif VERSION > (4,): it(3)
""",
    "matches": """\
match it:
    case it.X | 'pack.it' | -1 | None: it
    case [a, *it, (b)] if it: it
    case {'pack.it': a, it.end: 2, **rest}: it
    case it(x, k=pack.it.Y) as z: it
    case {} | [] | () | it(): pass
    case "a_b" "c", 1 + 2j: pass
    case _: pass
match = type = case = it
match(it); type(it).end; case[it]
match it, *it:
    case x: pass
""",
    "layout": """\
x = [  # a comment with pack.it
    it,

# at the margin
  it  ]; y = it; \\
z = it
if it:
\tit.end
\x20\x20
\t# comment
\tit
\x0c
it . \\
  end
def f():
    return it
  # badly indented comment
ångström = it; 变量 = it.end; \U0001d538 = it  # 😀
s = "😀", it, "\u2028", it
""",
    "settings": """\
INSTALLED_APPS = []
USE_IT = True; settings.USE_IT = it; settings.USE_IT
override_settings(USE_IT=1); dict(USE_IT=2); getattr(settings, "USE_IT", None); f(x, 'USE_IT')
f"{override_settings(USE_IT=1)} {getattr(settings, 'USE_IT')}"
def test(settings): settings.USE_IT = 1; x = "django.conf.settings.USE_IT"
class Local: USE_IT = 1
""",
    "long": "it\n" * 2000 + "x = " + " + ".join(["it"] * 60) + "\n",
    "empty": "",
    "unfinished line": "it",
}
BROKEN = {
    "print": "print 'x'",
    "exec": "exec 'x'",
    "raise": "raise it, 'x'",
    "backticks": "x = `it`",
    "unequal": "x <> it",
    "octal": "x = 0777",
    "long": "x = 10L",
    "bracket": "x = (it\ny = it",
    "string": "x = 'it\ny = it",
    "triple": 'x = """it\ny = it',
    "f-string": "x = f'{it\ny = it",
    "indent": "if it:\nit",
    "dedent": "if it:\n        it\n    it",
    "extra indent": "it\n    it",
    "position after keyword": "f(a=it, it)",
    "as in a tuple": "x = (it as a, it)",
    "walrus": "(it.x := 1)",
    "escape": r"x = '\x4'",
    "quotes": "x = “it”",
    "class": "class A(it:\n    pass",
    "lone else": "else:\n    it",
    "colon": "if it\n    it",
    "def": "def f((a, b)): it",
}


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    address = write_page(tmp_path_factory.mktemp("syntax") / "site", as_data(CHANGES))
    with opened(browser, address.as_uri()) as page:
        yield page


@pytest.mark.parametrize("name", VALID)
def test_each_place_is_found_where_python_finds_it(page: Page, name: str) -> None:
    text = HEAD + VALID[name]
    ast.parse(text)
    files = [("sample.py", text)]
    (hits,) = scan_each(page, [{"rules": as_data(CHANGES), "files": files}])
    found = [(hit["line"], hit["column"], hit["change"], hit["what"], hit["source"]) for hit in hits]
    expected = {(hit.line, hit.column, hit.change): hit for hit in reversed(scan_texts(files, CHANGES).hits)}
    assert found == sorted(
        (hit.line, hit.column, hit.change, hit.what, hit.source) for hit in expected.values()
    )
    assert found


def test_what_is_not_python_3_is_not_read_by_either(page: Page, tmp_path: Path) -> None:
    for name, text in BROKEN.items():
        (tmp_path / f"{name}.py").write_text(HEAD + text + "\n", encoding="utf-8")
        with pytest.raises(SyntaxError):
            ast.parse(HEAD + text + "\n")
    told = scan(page, tmp_path, "4.0", "4.1")
    assert {item["path"] for item in told["unread"]} == {f"{name}.py" for name in BROKEN}
    assert told["hits"] == []


def test_absurd_nesting_stops_nothing(page: Page, tmp_path: Path) -> None:
    (tmp_path / "deep.py").write_text(HEAD + "x = " + "(" * 5000 + "it" + ")" * 5000)
    (tmp_path / "sum.py").write_text(HEAD + "V = " + " + ".join(["it"] * 20_000))
    (tmp_path / "fine.py").write_text(HEAD)
    told = scan(page, tmp_path, "4.0", "4.1")
    assert {hit["path"] for hit in told["hits"]} >= {"fine.py"}
