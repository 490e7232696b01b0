"""One page of each shape of the site, for tests that must hold on all of them."""

#: Name of the shape to its address below the site.
SHAPES = {
    "home": "",
    "release": "releases/4.1/",
    "change": "releases/4.1/logout-by-post/",
    "table": "reference/requirements/",
    "filter": "reference/settings/",
    "compare": "upgrade/new-project/",
    "planner": "upgrade/?from=3.2.12&to=4.1&python=3.6&postgresql=9.6",
    "text": "about/conventions/",
    "missing": "no/such/page/",
}
SCHEMES = ("light", "dark")
#: A desktop, and the narrowest phone that counts.
WIDTHS = (1280, 320)
