"""Turns a received file into sheets of cells with addresses, or into the finding that says why there are none.

Each format is read by two engines where two exist; a figure they disagree on is refused. Only ``pipeline`` calls this, in
worker processes; every file is hostile until read. The kind of a file is decided by its content, never by its name.
"""

from tuyentruyen_cli.read.file import open_file, read_file

__all__ = ["open_file", "read_file"]
