"""Turns a received file into sheets of cells with addresses, or into the finding that says why there are none.

Each format is read by two engines where two exist; a figure they disagree on is refused. Only ``pipeline`` calls this, in
worker processes; every file is hostile until read. The kind of a file is decided by its content, never by its name.
``read.file`` is the door; it loads every reader, and ``read.folder`` none.
"""
