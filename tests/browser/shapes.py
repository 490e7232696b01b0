"""One page of each shape of the site, for tests that must hold on all of them."""

#: Name of the shape to its address below the site.
SHAPES = {
    "home": "",
    "release": "releases/4.1/",
    "change": "releases/4.1/logout-by-post/",
    "table": "reference/requirements/",
    "text": "about/conventions/",
    "missing": "no/such/page/",
}
SCHEMES = ("light", "dark")
#: A desktop, and the narrowest phone that counts.
WIDTHS = (1280, 320)
