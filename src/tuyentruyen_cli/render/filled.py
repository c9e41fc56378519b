"""A Word template filled in, packed, read back: documents that are not of one week's figures."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tuyentruyen_cli.render.words import clean


def filled(path: Path, view: Mapping[str, Any], title: str, author: str, made: dt.datetime) -> bytes:
    """The document. ``made`` is the moment that it says it was made. Raises ``RenderError``. Same inputs, same bytes."""
    # Word's libraries are slow to import: 0.3 s that only a Word file is worth.
    from tuyentruyen_cli.render.charted import drawings_in, with_charts  # noqa: PLC0415
    from tuyentruyen_cli.render.package import packed  # noqa: PLC0415
    from tuyentruyen_cli.render.readback import read_back  # noqa: PLC0415
    from tuyentruyen_cli.render.strict_template import StrictTemplate  # noqa: PLC0415

    template = StrictTemplate(path)
    template.fill(view)
    document = packed(template, title=clean(title), author=clean(author), made=made)
    read_back(document, view, template.used)
    return with_charts(document, drawings_in(view), made)
