"""The JSON Schemas of published files. They let fields be that they do not name: a kept schema goes on holding.

The models stay closed: nothing is published that they do not name.
"""

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(
    address: str, model: type[BaseModel], mode: JsonSchemaMode = "serialization", by_alias: bool = False
) -> dict[str, Any]:
    """The JSON Schema of a file.

    address: where it will be; mode: `validation` where fields may be missing; by_alias: whether fields have other names
    there.
    """
    described = model.model_json_schema(mode=mode, by_alias=by_alias)
    return {"$schema": DIALECT, "$id": address, **_opened(described)}


def _opened(part: Any) -> Any:
    if isinstance(part, list):
        return [_opened(one) for one in part]
    if not isinstance(part, dict):
        return part
    closed = "properties" in part and part.get("additionalProperties") is False
    kept = (name for name in part if not (closed and name == "additionalProperties"))
    return {name: _opened(part[name]) for name in kept}
