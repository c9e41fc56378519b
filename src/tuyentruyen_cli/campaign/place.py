"""Where a campaign lies, and which week a folder is for."""

import os
import re
from pathlib import Path

from tuyentruyen_cli.model.period import Calendar, Period
from tuyentruyen_cli.vi.text import fold_plain

CAMPAIGN_FILE = "tuyentruyen.toml"
UNITS_FILE = "units.csv"

GAP = r"[-_ .]*"
WEEK_FOLDER = re.compile(
    rf"(?:(?P<before>\d{{4}}){GAP})?(?:week|tuan|w){GAP}(?P<week>\d{{1,2}})"
    rf"(?:{GAP}(?:thang){GAP}(?P<month>\d{{1,2}}))?(?:(?:{GAP}|{GAP}nam{GAP}|/)(?P<after>\d{{4}}))?"
)


def find(start: Path) -> Path | None:
    """The folder of the nearest campaign, upward from a folder or file (which need not exist); None when there is none."""
    here = Path(os.path.abspath(start))  # noqa: PTH100 - a linked folder belongs to the campaign that it is seen in
    return next((folder for folder in (here, *here.parents) if (folder / CAMPAIGN_FILE).is_file()), None)


def nested(folder: Path) -> list[Path]:
    """The campaigns that lie somewhere below this folder, sorted; links are not followed."""
    below = (Path(root) for root, _, files in os.walk(folder) if CAMPAIGN_FILE in files)
    return sorted(path for path in below if path != folder)


def week_of_folder(folder_name: str, calendar: Calendar) -> Period | None:
    """The week that a folder's name says: ``week-05``, ``tuần 5``, ``W05``, ``2021-W05``, ``tuần 1 tháng 2``; else None.

    None too when the year has no such week.
    """
    match = WEEK_FOLDER.fullmatch(fold_plain(folder_name).strip())
    if not match or (match["before"] and match["after"] and match["before"] != match["after"]):
        return None
    named = match["before"] or match["after"]
    year = int(named) if named else None
    try:
        if match["month"]:
            return calendar.nth_of_month(int(match["week"]), int(match["month"]), year)
        return calendar.week(int(match["week"]), year)
    except ValueError:
        return None
