"""The JSON schema of claim files, for editors."""

from __future__ import annotations

from typing import Any

import msgspec

from claimtrack.claimfile.shape import FileTable


def json_schema() -> dict[str, Any]:
    """The JSON schema (2020-12) of a claim file as an editor sees it: TOML dates are texts.

    It knows the shape, and not what hangs on another table, such as the fields that a claim's type
    needs: `check_file` knows both.
    """
    schema = msgspec.json.schema(FileTable)
    tables = schema["$defs"]
    top = tables.pop("FileTable")
    written = _as_written({**top, "$defs": tables})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **written,
        "title": "A claimtrack claim file",
    }


def _as_written(schema: Any) -> Any:
    """*schema* without null, which TOML has not."""
    if isinstance(schema, list):
        return [_as_written(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {name: _as_written(value) for name, value in schema.items()}
    if kept.get("default", "") is None:
        del kept["default"]
    if "anyOf" in kept:
        options = [one for one in kept.pop("anyOf") if one != {"type": "null"}]
        kept |= options[0] if len(options) == 1 else {"anyOf": options}
    return kept
