"""What the convention's own reader makes of llms.txt: `llms.py FILE`."""

import json
import sys
from pathlib import Path

from llms_txt import parse_llms_file

found = parse_llms_file(Path(sys.argv[1]).read_text(encoding="utf-8"))
sections = {name: [[link.title, link.url] for link in links] for name, links in found.sections.items()}
print(json.dumps({"title": found.title, "summary": found.summary, "sections": sections}))
