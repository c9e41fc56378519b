"""An export as a Data Package: CSV files with plain digits and ISO dates, and the ``datapackage.json`` that describes them."""

import csv
import datetime as dt
import hashlib
import io
import json
from collections.abc import Iterable, Sequence

from msgspec import Struct

from tuyentruyen_cli.render.data_tables import Column, Table
from tuyentruyen_cli.texts import say

Field = str | int | bool | dt.date | dt.datetime | None
INSTANT = "%Y-%m-%dT%H:%M:%S%z"


class Filled(Struct, frozen=True):
    """A table with its rows, each with one field for each column."""

    table: Table
    rows: Sequence[Sequence[Field]]


def data_package(title: str, tables: Iterable[Filled], lang: str) -> list[tuple[str, bytes]]:
    """Names and contents of the files, ``datapackage.json`` last. Same inputs, same bytes."""
    files: list[tuple[str, bytes]] = []
    resources = []
    for filled in tables:
        data = _csv(filled)
        files.append((f"{filled.table.name}.csv", data))
        resources.append(_resource(filled.table, data, lang))
    document = {
        "profile": "tabular-data-package",
        "name": "tuyentruyen",
        "title": title,
        "description": say("export.description", lang),
        "resources": resources,
    }
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    return [*files, ("datapackage.json", text.encode())]


def _csv(filled: Filled) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in filled.table.columns])
    for row in filled.rows:
        writer.writerow([_plain(field) for field in row])
    return out.getvalue().encode()


def _plain(field: Field) -> str:
    """A field as Table Schema writes it; what is missing is empty."""
    match field:
        case None:
            return ""
        case bool():
            return "true" if field else "false"
        case dt.datetime():
            return field.isoformat(timespec="seconds")
        case dt.date():
            return field.isoformat()
        case _:
            return str(field)


def _resource(table: Table, data: bytes, lang: str) -> dict[str, object]:
    schema: dict[str, object] = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    if table.foreign:
        schema["foreignKeys"] = [
            {"fields": column, "reference": {"resource": other, "fields": "id"}} for column, other in table.foreign
        ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": say(f"export.{table.name}", lang),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, object]:
    described: dict[str, object] = {"name": column.name, "type": column.type}
    if column.type == "datetime":
        described["format"] = INSTANT
    constraints: dict[str, object] = {}
    if column.required:
        constraints["required"] = True
    if column.pattern:
        constraints["pattern"] = column.pattern
    if column.enum:
        constraints["enum"] = [str(word) for word in column.enum]
    if constraints:
        described["constraints"] = constraints
    return described
