"""Drafts reminders to the units of a week whose report has not come. Nothing is sent."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from tuyentruyen_cli.check.returns import due_or_later
from tuyentruyen_cli.errors import OperatorError
from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.reminder import Reminder, Reminders
from tuyentruyen_cli.model.standing import Standing, UnitStanding, UnitState
from tuyentruyen_cli.pipeline.forms import own_form, tried
from tuyentruyen_cli.pipeline.outputs import Document, write_documents
from tuyentruyen_cli.pipeline.place import required_campaign
from tuyentruyen_cli.pipeline.stale import without_stale
from tuyentruyen_cli.pipeline.status import Question, refuse_unread, standing
from tuyentruyen_cli.render.letterhead import office
from tuyentruyen_cli.render.mail_draft import Attached
from tuyentruyen_cli.render.message_sheet import message_sheet
from tuyentruyen_cli.render.reminder import Words, chat, mail, short_dates
from tuyentruyen_cli.render.words import clean
from tuyentruyen_cli.store.memory import open_store
from tuyentruyen_cli.texts import say

FOLDER = "nhac"
TEXTS = "nhac.txt"
KIND = "nhac"
REMINDED = (UnitState.MISSING, UnitState.EMPTY)


class Order(Struct, frozen=True):
    """What is asked: which week, ``units`` (ids; all that are to be reminded when empty), days to answer in once it is late."""

    question: Question
    days: int = 1
    units: Sequence[str] = ()
    form: bool = False
    force: bool = False


class _Draft(Struct, frozen=True):
    words: Words
    standing: UnitStanding
    document: Document


def remind(order: Order) -> Reminders:
    """Write the drafts into ``reports/<week>/nhac/``.

    Raises OperatorError where the folder holds files that were not read yet, or for a unit that is not to be reminded;
    OutputRefused for a draft that a hand has changed.
    """
    question = order.question
    root, campaign = required_campaign(question.start, question.lang)
    found = standing(question)
    refuse_unread(found)
    drafts = [_drafted(campaign, found, unit, order) for unit in _asked(found, order.units)]
    folder = root / "reports" / found.period.id / FOLDER
    with open_store(root, question.now, lang=question.lang) as store:
        paths = write_documents(store, folder, list(_documents(drafts, found)), force=order.force)
        # Asked for some units alone, the drafts of the others stay.
        removed = () if order.units else tuple(without_stale(store, folder, set(paths)))
    return Reminders(
        found.period.id,
        tuple(_reminder(one, folder) for one in drafts),
        folder / TEXTS if drafts else None,
        paths,
        removed,
        tuple(s.file for s in found.unplaced),
        tuple(u.name for u in found.of_state(UnitState.REFUSED)),
    )


def _asked(found: Standing, ids: Sequence[str]) -> list[UnitStanding]:
    """The units to remind. Raises OperatorError for one that is not expected, excused, or has sent."""
    by_id = {unit.unit: unit for unit in found.units if unit.expected or unit.state is UnitState.EXCUSED}
    for name in ids:
        unit = by_id.get(name)
        if unit is None:
            raise OperatorError("cli.no-such", what=name, allowed=", ".join(by_id))
        if unit.state not in REMINDED:
            message = "remind.excused" if unit.state is UnitState.EXCUSED else "remind.has-sent"
            raise OperatorError(message, unit=unit.name, week=found.period.id)
    return [u for u in found.of_state(*REMINDED) if not ids or u.unit in ids]


def _drafted(campaign: Campaign, found: Standing, unit: UnitStanding, order: Order) -> _Draft:
    calendar, head = campaign.calendar, campaign.letterhead
    by = due_or_later(unit.due, calendar, found.now, order.days)
    words = Words(unit.name, found.period, unit.state, unit.due.astimezone(calendar.tz), by)
    known = campaign.registry.unit(unit.unit) if campaign.registry else None
    form = None
    if order.form and known:
        tried(campaign, known, found.period, order.question.lang)
        made = own_form(campaign, known, found.period)
        form = Attached(made.name, made.data)
    data = mail(words, known.addresses if known else (), clean(office(head) or head.issuer), form)
    return _Draft(words, unit, Document(f"thu-nhac-{unit.unit}-{found.period.id}.eml", KIND, data))


def _documents(drafts: Sequence[_Draft], found: Standing) -> Iterator[Document]:
    if drafts:
        title = say("remind.sheet-title", "vi", week=f"{found.period.week:02d}", dates=short_dates(found.period))
        yield Document(TEXTS, KIND, message_sheet(title, [(d.words.name, chat(d.words), [d.document.name]) for d in drafts]))
    yield from (d.document for d in drafts)


def _reminder(one: _Draft, folder: Path) -> Reminder:
    unit, words = one.standing, one.words
    return Reminder(unit.unit, unit.name, unit.state, words.due, words.by, chat(words), folder / one.document.name)
