"""The sections of a release page that are drawn from records; one without content is not drawn at all."""

from macros.build.here import Here
from macros.tables import changes, releases, requirements


def release_sections(here: Here, release: str | None = None) -> str:
    """Every section from "What breaks first" to the patch releases, for pages without a story of their own."""
    name = here.release(release)
    out = name in here.build.library.facts.releases
    sections = {
        "What breaks first": changes.breaks_first(here, name),
        "New": changes.new_by_area(here, name),
        "Deprecated here": changes.deprecated_here(here, name),
        "Removed here": changes.removed_here(here, name),
        "Requirements": requirements.requirements_of(here, name) if out else "",
        "Patch releases": releases.patch_releases(here, name) if out else "",
    }
    return "\n\n".join(f"## {title}\n\n{text}" for title, text in sections.items() if text)
