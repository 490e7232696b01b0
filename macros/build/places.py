"""Links from theme templates, right in both layouts of URLs (`x/` when hosted, `x.html` offline)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Places:
    """Where pages are, seen from one page. `base` is MkDocs' `base_url`: `../..`, `.` or `/`."""

    base: str
    directory_urls: bool

    def page(self, source: str, anchor: str = "") -> str:
        """The link to a page by its source, such as `releases/4.1/index.md`."""
        path = source.removesuffix(".md")
        if not self.directory_urls:
            path += ".html"
        elif path == "index" or path.endswith("/index"):
            path = path.removesuffix("index")
        else:
            path += "/"
        return self.file(path) + (f"#{anchor}" if anchor else "")

    def file(self, path: str) -> str:
        """The link to any file of the site, such as `api/v1/changes.json`."""
        return f"{self.base.rstrip('/')}/{path}"
