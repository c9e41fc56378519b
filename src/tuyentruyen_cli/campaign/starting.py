"""Lays down a campaign to start from. Never overwrites."""

from pathlib import Path

from tuyentruyen_cli.campaign.place import CAMPAIGN_FILE, UNITS_FILE
from tuyentruyen_cli.errors import CampaignError
from tuyentruyen_cli.files import create
from tuyentruyen_cli.resources import folder as resource_folder

NEW = Path(__file__).resolve().parent / "new"
SAMPLE = "tam-duong-2021"
# What a campaign makes for itself; in a checkout that was tried out, these lie beside the sample's own files.
MADE = {"store", "reports"}


def write_new(folder: Path, year: int) -> tuple[Path, ...]:
    """A commented tuyentruyen.toml of that year and a units.csv to fill in; returns what was written.

    Raises CampaignError when one of them is there already, OutputRefused when the place cannot be written.
    """
    files = {name: (NEW / name).read_text(encoding="utf-8") for name in (CAMPAIGN_FILE, UNITS_FILE)}
    return _lay_down(folder, {name: text.replace("{year}", str(year)).encode() for name, text in files.items()})


def write_sample(folder: Path) -> tuple[Path, ...]:
    """The sample campaign, without anything that a trial left in it; returns what was written. Raises as ``write_new``."""
    source = resource_folder("sample_data") / SAMPLE
    paths = [p for p in sorted(source.rglob("*")) if p.is_file() and p.relative_to(source).parts[0] not in MADE]
    return _lay_down(folder, {path.relative_to(source).as_posix(): path.read_bytes() for path in paths})


def _lay_down(folder: Path, files: dict[str, bytes]) -> tuple[Path, ...]:
    if folder.exists() and not folder.is_dir():
        raise CampaignError("campaign.not-a-folder", path=folder)
    taken = next((folder / name for name in files if (folder / name).exists()), None)
    if taken:
        raise CampaignError("campaign.exists", path=taken)
    for name, data in files.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CampaignError("campaign.cannot-create", folder=path.parent, reason=error) from error
        create(path, data)
    return tuple(folder / name for name in files)
