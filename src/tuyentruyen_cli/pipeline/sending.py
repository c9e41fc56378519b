"""Sends drafts, each at most once, to nobody but the campaign's own units.

The log says that a draft is about to leave before the server is given it, and afterwards what the server said. Where a run
broke off in between nobody knows; such a draft is never sent again by itself.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from tuyentruyen_cli.errors import OperatorError, OutsideFailed
from tuyentruyen_cli.mail.drafts import ready
from tuyentruyen_cli.mail.smtp import Answer, Line, reason_of
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.mail import Sending, SendState
from tuyentruyen_cli.model.servers import Outbox
from tuyentruyen_cli.pipeline.drafts import SENDING, SENT, UNSENT, Ready, draft_files, prepared, states
from tuyentruyen_cli.pipeline.named import unit_named
from tuyentruyen_cli.pipeline.place import required_campaign
from tuyentruyen_cli.store.memory import open_store


class SendOrder(Struct, frozen=True):
    """What is asked: where the drafts lie, of which kind, week and units; ``again`` are units that are sent to once more.

    ``really`` sends; else nothing leaves. ``clock`` tells the time that a message bears. ``secret`` as in ``CollectOrder``.
    """

    start: Path
    now: dt.datetime
    kind: str | None = None
    week: str | None = None
    units: Sequence[str] = ()
    again: Sequence[str] = ()
    really: bool = False
    lang: str = "vi"
    secret: Callable[[str], str] = lambda _user: ""
    told: Callable[[Sending], None] = lambda _sending: None


def send(order: SendOrder) -> tuple[Sending, ...]:
    """Every draft that is meant, with what is to be done with it, or was. ``told`` hears of each as soon as it is known.

    Raises NothingReadable, OperatorError; OutsideFailed when the server cannot be reached, or the line breaks.
    """
    root, campaign = required_campaign(order.start, order.lang)
    files = draft_files(root, campaign, order.start, order.kind, order.week)
    units = [unit_named(campaign, name).id for name in (*order.units, *order.again)]
    again = set(units[len(order.units) :])
    with open_store(root, order.now, lang=order.lang) as store:
        drafts = prepared(files, store, campaign, units)
    drafts = [_again(one, again) for one in drafts]
    if not order.really:
        for one in drafts:
            order.told(one.sending)
        return tuple(one.sending for one in drafts)
    if campaign.outbox is None:
        raise OperatorError("mail.no-outbox", path=root / "tuyentruyen.toml")
    return _all(order, root, campaign, campaign.outbox, drafts)


def _again(one: Ready, again: set[str]) -> Ready:
    if one.sending.unit in again and one.sending.state in {SendState.SENT_BEFORE, SendState.UNCLEAR}:
        return replace(one, sending=replace(one.sending, state=SendState.READY, at=None, earlier=one.sending.at))
    return one


def _all(order: SendOrder, root: Path, campaign: Campaign, outbox: Outbox, drafts: Sequence[Ready]) -> tuple[Sending, ...]:
    done: list[Sending] = []
    with ExitStack() as stack:
        line: Line | None = None
        for one in drafts:
            sending = one.sending
            if sending.state is SendState.READY:
                if line is None:
                    secret = order.secret(outbox.server.user) if outbox.server.user else ""
                    line = stack.enter_context(Line(outbox, secret))
                sending = _Sender(order, root, campaign, outbox, line).send(one)
            order.told(sending)
            done.append(sending)
    return tuple(done)


class _Sender(Struct, frozen=True):
    order: SendOrder
    root: Path
    campaign: Campaign
    outbox: Outbox
    line: Line

    def send(self, one: Ready) -> Sending:
        """Send one draft, unless another run has done so since. Raises OutsideFailed."""
        assert one.draft is not None, "what is ready was read"
        sending = one.sending
        self.line.begin()
        identity = f"<{one.key[:32]}.{self._stamp()}@{self.outbox.sender.partition('@')[2]}>"
        about: dict[str, object] = {
            "key": one.key,
            "path": sending.path,
            "unit": sending.unit,
            "to": list(sending.to),
            "message_id": identity,
        }
        if not self._claimed(one, about):
            return replace(sending, state=SendState.SENT_BEFORE, at=self.order.now)
        name = self.campaign.letterhead.issuer
        moment = self.order.now.astimezone(self.campaign.calendar.tz)
        data = ready(one.draft, self.outbox.sender, name, identity, moment)
        try:
            answer = self.line.send(sending.to, data)
        except OSError as error:  # smtplib's own errors are among them
            host = self.outbox.server.host
            raise OutsideFailed("mail.send-broken-off", host=host, path=sending.path, reason=reason_of(error)) from error
        return self._noted(sending, about, answer)

    def _stamp(self) -> str:
        return self.order.now.astimezone(dt.UTC).strftime("%Y%m%d%H%M%S")

    def _claimed(self, one: Ready, about: dict[str, object]) -> bool:
        """Say in the log that it is about to leave; False when another run has said so meanwhile."""
        with open_store(self.root, self.order.now, lang=self.order.lang) as store:
            state, at = states(store).by_key.get(one.key, (SendState.READY, None))
            if state is not SendState.READY and at != one.sending.earlier:
                return False
            store.log(SENDING, {**about, "subject": one.sending.subject})
        return True

    def _noted(self, sending: Sending, about: dict[str, object], answer: Answer) -> Sending:
        with open_store(self.root, self.order.now, lang=self.order.lang) as store:
            store.log(SENT if answer.taken else UNSENT, {**about, "refused": [list(one) for one in answer.refused]})
        state = SendState.REFUSED if not answer.taken else SendState.PARTLY if answer.refused else SendState.SENT
        return replace(sending, state=state, refused=answer.refused)
