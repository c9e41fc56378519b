"""A Word template filled in, packed, read back: what all Word documents go through."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from msgspec import Struct

from tuyentruyen_cli.render.facts import FactsOf
from tuyentruyen_cli.render.said import said
from tuyentruyen_cli.render.words import clean


class Labels(Struct, frozen=True):
    """What a document says of itself: its title, who made it and when, the id of its kind, and of which week or month it is.

    ``are_given`` says that all its texts are what the campaign is set to, so that no number in it is a figure.
    """

    title: str
    author: str
    made: dt.datetime
    kind: str
    of: str = ""
    are_given: bool = False


def filled(path: Path, view: Mapping[str, Any], labels: Labels, facts_of: FactsOf | None = None) -> bytes:
    """The document, each number in a bookmark that a part of the file accounts for, and with the charts that it shows.

    ``facts_of`` gives the figures that the numbers are. Raises ``RenderError``. Same inputs, same bytes.
    """
    # Word's libraries are slow to import: 0.3 s that only a Word file is worth.
    from tuyentruyen_cli.render.accounted import accounted  # noqa: PLC0415
    from tuyentruyen_cli.render.charted import drawings_in, with_charts  # noqa: PLC0415
    from tuyentruyen_cli.render.package import saved  # noqa: PLC0415
    from tuyentruyen_cli.render.readback import read_back  # noqa: PLC0415
    from tuyentruyen_cli.render.strict_template import StrictTemplate  # noqa: PLC0415

    template = StrictTemplate(path)
    view = cast("dict[str, Any]", said(view, are_given=labels.are_given))
    template.fill(view)
    made = saved(template, title=clean(labels.title), author=clean(labels.author), made=labels.made)
    charted = with_charts(made, drawings_in(view.get("charts")), labels.made)
    document = accounted(charted, template, labels.kind, labels.of, facts_of)
    read_back(document, view, template.used)
    return document
