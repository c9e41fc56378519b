"""The draft of the mail that goes back to a sender, with what is attached to it."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

from tuyentruyen_cli.render.mail_draft import Attached, draft
from tuyentruyen_cli.render.returned.letter import Letter, opening, received
from tuyentruyen_cli.render.words import clean
from tuyentruyen_cli.texts import say

_MOST: Final = 20


def mail(said: Letter, attached: Sequence[Attached], zone: dt.tzinfo) -> bytes:
    """The draft. Same inputs, same bytes."""
    subject = say("replies.mail-subject", "vi", week=said.week, unit=said.unit)
    return draft(subject, said.addresses, list(_body(said, attached, zone)), attached)


def _body(said: Letter, attached: Sequence[Attached], zone: dt.tzinfo) -> Iterator[str]:
    yield opening(said)
    for key, error in (("replies.mail-mend", True), ("replies.mail-check", False)):
        asked = _asked(said, error=error)
        if asked:
            yield ""
            yield say(key, "vi")
            yield from asked
    for key, copies in (("replies.mail-copy", True), ("replies.mail-list", False)):
        names = ", ".join(clean(f.name) for f in attached if f.copy is copies)
        if names:
            yield ""
            yield say(key, "vi", files=names)
    yield ""
    yield say("replies.mail-received", "vi")
    yield from (f"- {line}" for line in received(said, zone))
    yield ""
    yield say("replies.mail-thanks", "vi")
    if said.office:
        yield said.office


def _asked(said: Letter, *, error: bool) -> list[str]:
    """The numbered lines of that weight, under the name of their file where there are several."""
    texts = []
    named = None
    found = list(said.sorted_lines(error=error))
    for number, (part, line) in enumerate(found[:_MOST], start=1):
        if len(said.parts) > 1 and part is not named:
            texts.append(say("replies.document-file", "vi", file=part.name))
            named = part
        texts.append(f"{number}. {line.asked}.")
    if len(found) > _MOST:
        texts.append(f"… {say('replies.chat-more', 'vi', count=len(found) - _MOST)}.")
    return texts
