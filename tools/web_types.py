"""`python -m tools.web_types`: TypeScript reads each bundle of scripts as a whole and checks its types.

The parts of a bundle share one scope, so a name that no part defines is an error here, which no check of single files
can find. `tools/web-lint/left.json` says how many errors each bundle still has.
"""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from atlas.publish.scripts import FOLDER, Bundle, bundles
from tools.ceilings import verdict

ROOT: Final = Path(__file__).parent.parent
LINT: Final = Path("tools/web-lint")
WORK: Final = Path(".cache/web-lint")
OPTIONS: Final[dict[str, Any]] = {
    "allowJs": True,
    "checkJs": True,
    "noEmit": True,
    "types": [],
    "skipLibCheck": True,
    "target": "ES2020",
    "lib": ["ES2020", "DOM", "DOM.Iterable"],
    "alwaysStrict": True,
    "noFallthroughCasesInSwitch": True,
    "noImplicitThis": True,
    "noUnusedLocals": True,
}
#: Where an error begins; its further lines are indented. One about the settings has no place in a file.
ERROR: Final = re.compile(r"^(?=(?:\S.*?\(\d+,\d+\): )?error TS\d+:)", re.MULTILINE)


def settings(root: Path, bundle: Bundle, names: Path) -> dict[str, Any]:
    """What tsc is told about a bundle. names: the file that declares the constants that Python gives it."""
    parts = [
        (root / FOLDER / f"{part}.js").resolve() for part in bundle.parts if not part.startswith("../vendor")
    ]
    files = [*parts, (root / LINT / "globals.d.ts").resolve(), names.resolve()]
    return {"compilerOptions": OPTIONS, "files": [str(file) for file in files]}


def errors(root: Path, bundle: Bundle) -> list[str]:
    """What TypeScript says about a bundle, a text for each error. Errors: OSError where it is not installed."""
    folder = root / WORK
    folder.mkdir(parents=True, exist_ok=True)
    names, project = folder / f"{bundle.name}.d.ts", folder / f"{bundle.name}.json"
    names.write_text("".join(f"declare const {name}: any;\n" for name in bundle.data), encoding="utf-8")
    project.write_text(json.dumps(settings(root, bundle, names)), encoding="utf-8")
    command = [str(root / LINT / "node_modules/.bin/tsc"), "--pretty", "false", "--project", str(project)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True)
    found = [text.rstrip() for text in ERROR.split(done.stdout) if text.strip()]
    return (
        found if found or not done.returncode else [f"{bundle.name}: tsc: {done.stderr or done.returncode}"]
    )


def main(root: Path = ROOT) -> int:
    """Check all bundles; the exit status is 1 if one has more errors than it may have."""
    found = {name: errors(root, bundle) for name, bundle in bundles(root).items()}
    return verdict(root, "types", found)


if __name__ == "__main__":
    sys.exit(main())
