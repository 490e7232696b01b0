"""What clients of endoflife.date read at another address: `endoflife.py ADDRESS`, with `/endoflife/api` at its end."""

import json
import sys

import endoflifedate
from eol_cli.api.client import EOLClient

(address,) = sys.argv[1:]
old = endoflifedate.DefaultApi(
    endoflifedate.ApiClient(endoflifedate.Configuration(host=address.removesuffix("/api")))
)
new = EOLClient(f"{address}/v1")
cycles = old.get_api_product_json("django")
product = new.get_product("django")["result"]
print(
    json.dumps(
        {
            "products": old.get_api_all_json(),
            "cycles": [[one.cycle.actual_instance, one.eol.actual_instance, one.latest] for one in cycles],
            "one": old.get_api_product_cycle_json("django", "4.2").latest,
            "index": [one["name"] for one in new.get_index()["result"]],
            "listed": [one["name"] for one in new.list_products()["result"]],
            "releases": [[one["name"], one["eolFrom"], one["latest"]["name"]] for one in product["releases"]],
            "release": new.get_product_release("django", "4.2")["result"]["latest"]["name"],
            "latest": new.get_product_latest_release("django")["result"]["name"],
        },
        default=str,
    )
)
