"""Sending by SMTP: one message after the other over one line, and in plain words what the server refuses."""

import base64
import smtplib
from collections.abc import Sequence
from contextlib import suppress
from types import TracebackType
from typing import NamedTuple, Self

from tuyentruyen_cli.errors import OutsideFailed
from tuyentruyen_cli.mail.tls import TIMEOUT, context_for
from tuyentruyen_cli.model.servers import Outbox, Security

_OK = 250
_ACCEPTED = 235  # the answer to a right password
_FAULTS = (smtplib.SMTPException, OSError)


class Answer(NamedTuple):
    """What the server did: ``taken`` for at least one address; ``refused`` are addresses with what it said of each."""

    taken: bool
    refused: tuple[tuple[str, str], ...]


class Line:
    """The line to a server. Raises OutsideFailed when it cannot be reached, or refuses the sender."""

    def __init__(self, outbox: Outbox, secret: str) -> None:
        self._outbox, self._secret = outbox, secret
        self._client: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._client is not None:
            with suppress(*_FAULTS):
                self._client.quit()

    def begin(self) -> None:
        """Make sure that the line stands; servers close one that waits."""
        if self._client is not None:
            with suppress(*_FAULTS):
                if self._client.noop()[0] == _OK:
                    return
            self._client.close()
        self._client = self._connected()

    def send(self, to: Sequence[str], data: bytes) -> Answer:
        """Send one message. Raises OutsideFailed when it is not known whether the server took it, or it takes none at all."""
        assert self._client is not None, "begin comes first"
        options = ["BODY=8BITMIME"] if not data.isascii() and self._client.has_extn("8bitmime") else []
        try:
            refused = self._client.sendmail(self._outbox.sender, list(to), data, options)
        except smtplib.SMTPRecipientsRefused as error:
            return Answer(taken=False, refused=tuple(_said(error.recipients)))
        except smtplib.SMTPSenderRefused as error:
            return Answer(taken=False, refused=((self._outbox.sender, _text(error.smtp_code, error.smtp_error)),))
        except smtplib.SMTPDataError as error:
            return Answer(taken=False, refused=tuple((one, _text(error.smtp_code, error.smtp_error)) for one in to))
        return Answer(taken=True, refused=tuple(_said(refused)))

    def _connected(self) -> smtplib.SMTP:
        server = self._outbox.server
        context = context_for(server)
        try:
            if server.security is Security.SSL:
                client: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=TIMEOUT, context=context)
            else:
                client = smtplib.SMTP(server.host, server.port, timeout=TIMEOUT)
                if server.security is Security.STARTTLS:
                    client.starttls(context=context)
            client.ehlo_or_helo_if_needed()
        except _FAULTS as error:
            raise OutsideFailed("mail.no-server", host=server.host, port=server.port, reason=reason_of(error)) from error
        if server.user:
            self._log_in(client)
        return client

    def _log_in(self, client: smtplib.SMTP) -> None:
        server = self._outbox.server
        try:
            if (server.user + self._secret).isascii():
                client.login(server.user, self._secret)
                return
            # The library writes passwords in ASCII only; RFC 4616 says UTF-8.
            plain = base64.b64encode(f"\0{server.user}\0{self._secret}".encode()).decode("ascii")
            code, _ = client.docmd("AUTH", f"PLAIN {plain}")
        except smtplib.SMTPAuthenticationError as error:
            client.close()
            raise OutsideFailed("mail.login-refused", host=server.host, user=server.user) from error
        except _FAULTS as error:
            client.close()
            raise OutsideFailed("mail.no-server", host=server.host, port=server.port, reason=reason_of(error)) from error
        if code != _ACCEPTED:
            client.close()
            raise OutsideFailed("mail.login-refused", host=server.host, user=server.user)


def reason_of(error: BaseException) -> object:
    """What went wrong on a line: what the server said, else the error itself."""
    return _text(error.smtp_code, error.smtp_error) if isinstance(error, smtplib.SMTPResponseException) else error


def _said(refused: dict[str, tuple[int, bytes]]) -> list[tuple[str, str]]:
    return [(address, _text(code, said)) for address, (code, said) in refused.items()]


def _text(code: int, said: bytes | str) -> str:
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return f"{code} {' '.join(text.split())}"
