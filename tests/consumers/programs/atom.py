"""What libxml2 says of a feed by a RELAX NG schema: `atom.py FILE SCHEMA`, a line for each fault."""

import json
import sys

from lxml import etree

file, schema = sys.argv[1:]
checked = etree.RelaxNG(etree.parse(schema))
checked.validate(etree.parse(file))
print(json.dumps([f"{one.line}: {one.message}" for one in checked.error_log]))
