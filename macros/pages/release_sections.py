"""The sections of a release page that are drawn from records; one without content is not drawn at all."""

from macros.build.site import Site
from macros.tables import changes, releases, requirements


def release_sections(site: Site, release: str | None = None) -> str:
    """Every section from "What breaks first" to the patch releases, for pages without a story of their own."""
    name = site.release(release)
    out = name in site.library.facts.releases
    sections = {
        "What breaks first": changes.breaks_first(site, name),
        "New": changes.new_by_area(site, name),
        "Deprecated here": changes.deprecated_here(site, name),
        "Removed here": changes.removed_here(site, name),
        "Requirements": requirements.requirements_of(site, name) if out else "",
        "Patch releases": releases.patch_releases(site, name) if out else "",
    }
    return "\n\n".join(f"## {title}\n\n{text}" for title, text in sections.items() if text)
