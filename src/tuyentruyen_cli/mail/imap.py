"""Messages in a mailbox on a server. It is opened for reading only, unless what was taken is to be moved."""

import datetime as dt
import imaplib
import re
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from types import TracebackType
from typing import Any, Self

from imap_tools.errors import ImapToolsError, MailboxFolderSelectError, MailboxLoginError
from imap_tools.mailbox import BaseMailBox, MailBox, MailBoxStartTls, MailBoxUnencrypted

from tuyentruyen_cli.errors import OperatorError, OutsideFailed
from tuyentruyen_cli.mail.heads import instant
from tuyentruyen_cli.mail.letters import LARGEST, letter_of, too_large
from tuyentruyen_cli.mail.tls import TIMEOUT, context_for
from tuyentruyen_cli.model.mail import Letter, Post
from tuyentruyen_cli.model.servers import Mailbox, Security

_UID = re.compile(rb"UID (\d+)")
_SIZE = re.compile(rb"RFC822\.SIZE (\d+)")
_AT = re.compile(rb'INTERNALDATE "([^"]+)"')
_FAULTS = (ImapToolsError, imaplib.IMAP4.error, OSError)  # of OSError are those of TLS too


class Inbox:
    """A folder of a mailbox, open. Raises OutsideFailed when the server cannot be reached, or does not do what is asked."""

    def __init__(self, mailbox: Mailbox, secret: str, *, move: bool) -> None:
        if move and not mailbox.move_to:
            raise OperatorError("mail.no-move-to")
        self._settings, self._secret, self._move = mailbox, secret, move
        self._box: BaseMailBox | None = None

    def __enter__(self) -> Self:
        server = self._settings.server
        try:
            self._box = _connected(self._settings)
        except _FAULTS as error:
            raise OutsideFailed("mail.no-server", host=server.host, port=server.port, reason=error) from error
        try:
            self._enter(self._box)
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._box is not None:
            with suppress(*_FAULTS):
                self._box.logout()

    def posts(self) -> Iterator[Post]:
        """Every message of the folder, oldest first, none of them loaded."""
        server, folder = self._settings.server, self._settings.folder
        here = f"imap://{server.user}@{server.host}/{folder};uidvalidity={self._validity()}"
        for uid, size, at in self._index():
            opened = partial(too_large, f"{here};uid={uid}", at) if size > LARGEST else partial(self._letter, uid, at)
            yield Post(f"{here};uid={uid}", opened, stable=True, at=at, move=partial(self._moved, uid) if self._move else None)

    def _enter(self, box: BaseMailBox) -> None:
        server, folder = self._settings.server, self._settings.folder
        try:
            # LOGIN knows no letters beyond ASCII.
            login = box.login if (server.user + self._secret).isascii() else box.login_utf8
            login(server.user, self._secret, initial_folder=None)
        except (MailboxLoginError, imaplib.IMAP4.error, ValueError) as error:
            raise OutsideFailed("mail.login-refused", host=server.host, user=server.user) from error
        try:
            box.folder.set(folder, readonly=not self._move)
            there = not self._move or box.folder.exists(self._settings.move_to)
        except MailboxFolderSelectError as error:
            raise OutsideFailed("mail.no-folder", host=server.host, folder=folder) from error
        if not there:
            raise OutsideFailed("mail.no-folder", host=server.host, folder=self._settings.move_to)
        # Servers say more of what they can once they know who asks.
        box.client.capabilities = tuple(_text(box.client.capability()[1]).upper().split())
        if self._move and "MOVE" not in box.client.capabilities:
            # Without that command moving is copying and deleting, and in between a message can be lost.
            raise OutsideFailed("mail.cannot-move", host=server.host)

    def _asked(self, *command: str) -> list[Any]:
        assert self._box is not None, "the mailbox is open"
        try:
            status, answer = self._box.client.uid(*command)
        except _FAULTS as error:
            raise OutsideFailed("mail.broken-off", host=self._settings.server.host, reason=error) from error
        if status != "OK":
            raise OutsideFailed("mail.broken-off", host=self._settings.server.host, reason=_text(answer))
        return answer

    def _validity(self) -> str:
        assert self._box is not None, "the mailbox is open"
        _, (number,) = self._box.client.response("UIDVALIDITY")
        return _text(number)

    def _index(self) -> list[tuple[int, int, dt.datetime | None]]:
        """Number, size in bytes, and when the server took it, of every message."""
        assert self._box is not None, "the mailbox is open"
        if not self._box.uids("ALL"):
            return []
        found = []
        for line in self._asked("FETCH", "1:*", "(UID RFC822.SIZE INTERNALDATE)"):
            uid, size, at = (pattern.search(line) if isinstance(line, bytes) else None for pattern in (_UID, _SIZE, _AT))
            if uid and size:
                found.append((int(uid[1]), int(size[1]), instant(_text(at[1]).replace("-", " ", 2)) if at else None))
        return sorted(found)

    def _letter(self, uid: int, at: dt.datetime | None) -> Letter:
        answer = self._asked("FETCH", str(uid), "(BODY.PEEK[])")
        data = next((part[1] for part in answer if isinstance(part, tuple)), None)
        if data is None:
            raise FileNotFoundError(f"uid {uid}")  # someone took it away meanwhile
        return letter_of(data, at)

    def _moved(self, uid: int) -> None:
        assert self._box is not None, "the mailbox is open"
        try:
            self._box.move(str(uid), self._settings.move_to)
        except _FAULTS as error:
            raise OutsideFailed("mail.broken-off", host=self._settings.server.host, reason=error) from error


def _connected(mailbox: Mailbox) -> BaseMailBox:
    server = mailbox.server
    if server.security is Security.SSL:
        return MailBox(server.host, server.port, timeout=TIMEOUT, ssl_context=context_for(server))
    if server.security is Security.STARTTLS:
        return MailBoxStartTls(server.host, server.port, timeout=TIMEOUT, ssl_context=context_for(server))
    return MailBoxUnencrypted(server.host, server.port, timeout=TIMEOUT)


def _text(value: object) -> str:
    if isinstance(value, list):
        return " ".join(_text(one) for one in value)
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
