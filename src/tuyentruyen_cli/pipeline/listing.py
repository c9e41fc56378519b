"""Which files of a week's folder are to be read."""

from pathlib import Path

from tuyentruyen_cli.campaign.place import nested
from tuyentruyen_cli.errors import NothingReadable, OperatorError
from tuyentruyen_cli.read.folder import Listing, list_folder


def listing_of(folder: Path) -> Listing:
    """The files of a week's folder. Raises NothingReadable when it is absent, no folder, empty, or holds other campaigns."""
    if not folder.exists():
        raise NothingReadable("cli.no-folder", folder=folder)
    if not folder.is_dir():
        raise NothingReadable("cli.not-a-folder", folder=folder)
    inner = nested(folder)
    if inner:
        raise OperatorError("cli.nested-campaign", details=tuple(str(p) for p in inner), folder=folder)
    try:
        listing = list_folder(folder)
    except OSError as error:
        raise NothingReadable("cli.unreadable-folder", folder=folder, reason=error) from error
    if not listing.files:
        raise NothingReadable("cli.empty-folder", folder=folder)
    return listing
