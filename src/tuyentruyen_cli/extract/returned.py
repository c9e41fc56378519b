"""Sets aside the lists of what to mend that come back with a mended file: they are annotations, never data."""

from msgspec.structs import replace

from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.location import Location
from tuyentruyen_cli.model.returned import is_returned_list
from tuyentruyen_cli.model.rules import RULES
from tuyentruyen_cli.model.sheet import Reading


def without_lists(reading: Reading) -> Reading:
    """The reading without such sheets and tables, and a note for each. One that was nothing else has no sheets left."""
    lists = [s for s in reading.sheets if is_returned_list(s)]
    if not lists:
        return reading
    said = tuple(
        Finding("set-aside-file", RULES["set-aside-file"], Location(s.file, s.part), (("reason", "our-list"),)) for s in lists
    )
    kept = tuple(s for s in reading.sheets if not any(s is one for one in lists))
    return replace(reading, sheets=kept, findings=(*reading.findings, *said))
