"""`python -m tools.web_scripts`: ESLint looks at each script of the site.

What it calls an error is one. Its warnings are about the dialect of the house, which older scripts do not speak yet;
`tools/web-lint/left.json` says how many of each rule are left.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Final

from tools.ceilings import verdict

ROOT: Final = Path(__file__).parent.parent
LINT: Final = Path("tools/web-lint")
SCRIPTS: Final = "docs/assets/javascripts"
ERRORS: Final = "errors"


def findings(root: Path, said: str) -> dict[str, list[str]]:
    """ESLint's report in JSON, as lines by rule; all errors are under one name."""
    found: dict[str, list[str]] = {ERRORS: []}
    for file in json.loads(said):
        for one in file["messages"]:
            rule = one["ruleId"] or "syntax"
            path = Path(file["filePath"]).relative_to(root.resolve())
            line = f"{path}:{one.get('line', 0)}:{one.get('column', 0)}: {rule}: {one['message']}"
            found.setdefault(rule if one["severity"] == 1 else ERRORS, []).append(line)
    return found


def main(root: Path = ROOT) -> int:
    """Look at all scripts; the exit status is 1 if there is an error, or more warnings than may be left."""
    program, settings = root.resolve() / LINT / "node_modules/.bin/eslint", LINT / "eslint.config.mjs"
    command = [str(program), "--config", str(settings), "--format", "json", SCRIPTS]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True)
    if not done.stdout:
        print(f"scripts: eslint: {done.stderr}", file=sys.stderr)
        return 1
    return verdict(root, "scripts", findings(root, done.stdout))


if __name__ == "__main__":
    sys.exit(main())
