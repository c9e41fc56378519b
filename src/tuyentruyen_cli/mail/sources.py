"""Messages that lie on this machine: a file, a folder of files, an mbox, a Maildir. Nothing is changed there."""

import mailbox
import os
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tuyentruyen_cli.errors import NothingReadable
from tuyentruyen_cli.mail.letters import LARGEST, letter_of, letter_of_msg
from tuyentruyen_cli.model.mail import Letter, Post

EML, MSG, MBOX = ".eml", ".msg", ".mbox"
_FROM = re.compile(rb"From \S+ +\w{3} \w{3} +\d")
_MAILDIR = ("cur", "new")


def posts_in(path: Path) -> Iterator[Post]:
    """The messages at a path. Raises NothingReadable when there is nothing there that holds messages."""
    if not path.exists():
        raise NothingReadable("mail.no-source", path=path)
    if path.is_dir():
        return _maildir(path) if all((path / part).is_dir() for part in _MAILDIR) else _folder(path)
    if path.suffix.casefold() in {EML, MSG}:
        return iter((_file(path),))
    with path.open("rb") as file:
        if _FROM.match(file.read(200)) is None:
            raise NothingReadable("mail.no-mbox", path=path)
    return _mbox(path)


def _folder(path: Path) -> Iterator[Post]:
    """Every message in a folder and below it, by name; no link is followed."""
    found = False
    for root, folders, names in os.walk(path):
        folders.sort()
        for name in sorted(names):
            file = Path(root, name)
            suffix = file.suffix.casefold()
            if suffix not in {EML, MSG, MBOX} or file.is_symlink():
                continue
            found = True
            if suffix == MBOX:
                yield from _mbox(file)
            else:
                yield _file(file)
    if not found:
        raise NothingReadable("mail.no-messages", path=path)


def _file(path: Path) -> Post:
    return Post(str(path), partial(_opened, path))


def _opened(path: Path) -> Letter:
    if path.suffix.casefold() == MSG:
        with path.open("rb") as file:
            return letter_of_msg(file.read(LARGEST + 1))
    with path.open("rb") as file:
        return letter_of(file.read(LARGEST + 1))


def _mbox(path: Path) -> Iterator[Post]:
    # No factory, no lock: the box is only read.
    box = mailbox.mbox(path, create=False)
    try:
        for key in box.iterkeys():
            yield Post(f"{path}:{key}", partial(_of_box, box, key))
    finally:
        box.close()


def _maildir(path: Path) -> Iterator[Post]:
    """The messages of a Maildir; under the names that they keep when they are read or answered."""
    for part in _MAILDIR:
        for name in sorted(os.listdir(path / part)):  # noqa: PTH208 - a mailbox has many
            file = path / part / name
            if not name.startswith(".") and file.is_file() and not file.is_symlink():
                yield Post(f"{path}:{name.partition(':')[0]}", partial(_opened, file))


def _of_box(box: "mailbox.mbox", key: str) -> Letter:
    return letter_of(box.get_bytes(key))
