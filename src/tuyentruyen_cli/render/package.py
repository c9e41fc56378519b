"""The finished file: its properties and time stamps come from the report alone, so the same inputs give the same bytes."""

import datetime as dt
import io
import zipfile
from collections.abc import Container, Mapping
from typing import Any

FIRST = "[Content_Types].xml"
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def saved(template: Any, *, title: str, author: str, made: dt.datetime) -> bytes:
    """The bytes of a filled-in template, still with the time of day in the archive."""
    properties = template.docx.core_properties
    moment = made.astimezone(dt.UTC).replace(tzinfo=None, microsecond=0)
    properties.title, properties.author, properties.last_modified_by = title, author, author
    properties.subject = properties.comments = properties.keywords = properties.category = ""
    properties.language = "vi-VN"
    properties.revision = 1
    properties.created = properties.modified = moment
    buffer = io.BytesIO()
    template.save(buffer)
    return buffer.getvalue()


def repacked(data: bytes, parts: Mapping[str, bytes] | None = None, without: Container[str] = ()) -> bytes:
    """The same archive with its entries in one order and without the time of day; ``parts`` take the place of those named so,
    or come to them; those in ``without`` are left out.
    """
    parts = parts or {}
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
        names = {*(n for n in old.namelist() if n not in without), *parts}
        for name in sorted(names, key=lambda n: (n != FIRST, n)):
            entry = zipfile.ZipInfo(name, ZIP_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            entry.external_attr = 0
            new.writestr(entry, parts[name] if name in parts else old.read(name))
    return result.getvalue()
