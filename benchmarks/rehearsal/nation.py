"""Who sends what: one job a unit (or a few units in one file), worked through in batches by a pool."""

import random
import re
import unicodedata
from dataclasses import dataclass, field, replace
from pathlib import Path

from rehearsal.books import draft, old_sheet
from rehearsal.canvas import Book, Page
from rehearsal.counts import Manner
from rehearsal.facts import Expected, Facts, Truth, draw_rows, refuse_all, truth_of
from rehearsal.faults import spoil
from rehearsal.fonts import age
from rehearsal.layouts import BASE, Taste, value_columns
from rehearsal.lengths import clock
from rehearsal.names import Place, bare_letters
from rehearsal.surround import OTHER_WEEKS, Signs, file_stem, page_of, signs
from rehearsal.table import Column, Line, Shape, written
from rehearsal.wording import TOTALS
from rehearsal.write import book_bytes, scrap

FORMS = {"xlsx": 66, "docx": 13, "csv": 8, "tsv": 2, "ods": 8, "xls": 3}
FATES = (
    ("plain", 815), ("missing", 20), ("cell", 80), ("newer", 25), ("same", 8), ("near-confirmed", 8), ("tcvn3", 10), ("hidden-sheet", 8),
    ("wrong-period", 5), ("conflict", 3), ("unknown", 3), ("near", 3), ("scrap", 7), ("supplement", 3), ("order", 3), ("newest-unreadable", 3),
)  # fmt: skip
TONES = "\u0300\u0301\u0309\u0303\u0323"


@dataclass(frozen=True, slots=True)
class Job:
    """One unit's submission, or one file of several units."""

    seed: str
    number: int
    places: tuple[Place, ...]
    fate: str
    form: str
    mess: float


@dataclass(slots=True)
class Sent:
    """What one job wrote, and what must come out."""

    files: dict[str, bytes] = field(default_factory=dict)
    received: dict[str, str] = field(default_factory=dict)
    truth: dict[str, Truth] = field(default_factory=dict)
    layout: str = ""
    fault: str = ""
    fate: str = ""
    form: str = ""


def jobs(places: list[Place], seed: int, mess: float, forms: tuple[str, ...]) -> list[Job]:
    """A fate and a format for every unit; at high mess some neighbours share one file."""
    rng = random.Random(f"jobs:{seed}")
    res, at = [], 0
    while at < len(places):
        form = rng.choices(forms, [FORMS[f] for f in forms])[0]
        fate = (
            rng.choices([f for f, _ in FATES], [w for _, w in FATES])[0]
            if mess
            else rng.choices(("plain", "missing"), (98, 2))[0]
        )
        size = 1
        if mess and rng.random() < 0.006:
            fate, size = "cluster", rng.randint(2, 5)
        elif fate == "conflict":
            size = 2  # the second place is the one that is named wrongly; it sends nothing
        if fate in ("tcvn3", "hidden-sheet") and "xlsx" in forms:
            form = "xlsx"
        res.append(Job(f"{seed}:{at}", at, tuple(places[at : at + size]), fate, form, mess))
        at += size
    return res


def work(job: Job) -> Sent:
    """One job's files, receipts and truth."""
    rng = random.Random(job.seed)
    sent = Sent(form=job.form, fate=job.fate)
    if job.fate == "missing":
        nothing(sent, job.places)
        return sent
    typed = job.form in ("xlsx", "ods", "xls")
    taste = Taste(Manner(typed, rng.choice((0.05, 0.2, 0.5)) if job.mess else 0.0, computed=job.form == "xls"), job.mess)
    if job.fate == "cluster":
        cluster(rng, job, taste, sent)
        return sent
    one(rng, job, taste, sent)
    return sent


def nothing(sent: Sent, places: tuple[Place, ...]) -> None:
    """These places have sent nothing."""
    for place in places:
        sent.truth[place.id] = {m: Expected(None, ("missing",)) for m in truth_of(Facts([], ()))}


def one(rng: random.Random, job: Job, taste: Taste, sent: Sent) -> None:
    """One unit's submission, or the chain of its versions."""
    place, typed = job.places[0], taste.manner.typed
    how = named(rng, job, typed)
    made = draft(rng, place, how, taste, sheets=typed)
    sent.layout = made.layout
    if job.fate == "cell":
        sent.fault = spoil(rng, made, taste.manner)
    if job.fate == "hidden-sheet" and typed:
        made.pages.append(old_sheet(rng, taste))
    if job.fate == "tcvn3" and job.form == "xlsx":
        for page in made.pages:
            age(page)
    name = f"{file_stem(rng, place, how, job.number)}.{job.form}"
    if how.folder:
        name = f"{rng.choice((bare_letters(place.name).lower(), place.id, place.name))}/{name}"
    data = book_bytes(Book(made.pages, job.form), rng)
    sent.truth[place.id] = made.truth
    if job.fate in ("wrong-period", "conflict", "near"):
        rule = {"wrong-period": "wrong-period", "conflict": "unit-conflict", "near": "unit-near-miss"}[job.fate]
        sent.truth = {p.id: refuse_all(made.truth, rule, "missing") for p in job.places}
    elif job.fate == "unknown":
        nothing(sent, job.places)
    put(sent, name, data, receipt(rng))
    if job.fate in ("newer", "same", "supplement", "order", "newest-unreadable"):
        second(rng, job, taste, sent, name, made.pages)
    elif job.fate == "scrap":
        sent.files, sent.received = {}, {}
        ending, data = scrap(rng, data, job.form)
        put(sent, f"{file_stem(rng, place, replace(how, file=True), job.number)}.{ending}", data, receipt(rng))
        sent.truth[place.id] = refuse_all(made.truth, "unreadable-file", "unsupported-file", "unsafe-file")


def named(rng: random.Random, job: Job, typed: bool) -> Signs:
    """Where the unit and the week are said, as the fate wants it."""
    how = signs(rng, job.mess, sheets=typed)
    match job.fate:
        case "wrong-period":
            return replace(how, week=rng.choice(OTHER_WEEKS[:4]))
        case "unknown":
            return Signs("none", sheet=False, file=False, folder=False, week=how.week)
        case "near":
            return Signs("line", sheet=False, file=False, folder=False, week=how.week, wrong_name=misspelt(job.places[0].bare))
        case "near-confirmed":
            return Signs("line", sheet=False, file=True, folder=False, week=how.week, wrong_name=misspelt(job.places[0].bare))
        case "conflict":
            return Signs("line", sheet=False, file=True, folder=False, week=how.week, wrong_name=job.places[1].bare)
    return how


def misspelt(bare: str) -> str:
    """The name with other tones on it, as a hurried hand writes it."""
    spread = unicodedata.normalize("NFD", bare)
    turned = spread.translate(str.maketrans(TONES, TONES[1:] + TONES[0]))
    if turned == spread:  # no tone at all: one on the first vowel
        at = next(n for n, letter in enumerate(bare) if bare_letters(letter).casefold() in set("aeiouy"))
        turned = unicodedata.normalize("NFD", bare[: at + 1]) + "\u0300" + bare[at + 1 :]
    return unicodedata.normalize("NFC", re.sub(f"([{TONES}])([\u0302\u0306\u031b])", r"\2\1", turned))


def second(rng: random.Random, job: Job, taste: Taste, sent: Sent, name: str, pages: list[Page]) -> None:
    """A further version of the submission."""
    place = job.places[0]
    first = next(iter(sent.truth.values()))
    stem = f"{place.id} ({rng.choice(('moi', 'sua', 'lan 2'))})"
    if job.fate == "same":
        put(sent, f"{place.id} (1).{job.form}", sent.files[name], "2021-02-04T15:20:00+07:00")
        return
    sent.received[name] = "2021-02-03T09:00:00+07:00"
    how = Signs("line", sheet=False, file=True, folder=False, week="Tuần 05 (từ 29/01 đến 04/02/2021)")
    other = draft(rng, place, how, taste, sheets=taste.manner.typed)
    when = "2021-02-04T14:00:00+07:00"
    apart = shared_nothing(first, other.truth)
    if job.fate == "newer":
        if apart:
            sent.truth[place.id] = refuse_all(first, "which-is-final")
        else:
            sent.truth[place.id] = other.truth
    else:
        sent.truth[place.id] = refuse_all(first, "which-is-final")
    if job.fate == "supplement":
        stem = f"{place.id} (bổ sung)"
    if job.fate == "order":
        sent.received.clear()
        when = ""
    data = book_bytes(Book(other.pages, job.form), rng)
    if job.fate == "newest-unreadable":
        data = data[: len(data) // 2] if job.form not in ("csv", "tsv") else b""
    put(sent, f"{stem}.{job.form}", data, when)


def shared_nothing(first: Truth, then: Truth) -> bool:
    """Whether two versions share no channel, by what they state."""
    mine = {c for e in first.values() for c in e.channels}
    yours = {c for e in then.values() for c in e.channels}
    return not mine & yours and "?" not in mine | yours


def put(sent: Sent, name: str, data: bytes, when: str) -> None:
    """One file of the week's folder, with its receipt where there is one."""
    sent.files[name] = data
    if when:
        sent.received[name] = when


def receipt(rng: random.Random) -> str:
    """Mostly in time, sometimes late, sometimes not written down."""
    draw = rng.random()
    if draw < 0.05:
        return ""
    if draw < 0.11:
        return f"2021-02-0{rng.choice((5, 6))}T{rng.randint(7, 17):02d}:{rng.randint(0, 59):02d}:00+07:00"
    return f"2021-02-0{rng.choice((3, 4))}T{rng.randint(7, 15):02d}:{rng.randint(0, 59):02d}:00+07:00"


def cluster(rng: random.Random, job: Job, taste: Taste, sent: Sent) -> None:
    """One table with a unit column."""
    way = clock(rng, taste.manner)
    facts = Facts([], BASE, grain=way.grain)
    columns = [
        Column("number", ("TT",)),
        Column("label", (rng.choice(("Đơn vị", "Tên đơn vị", "Xã, thị trấn")),)),
        *value_columns(rng, taste, facts, way),
    ]
    draw_rows(rng, facts, [(rng.choice((p.name, p.bare)), "unsplit") for p in job.places], mess=0)
    lines = [Line("row", row.label, n, (row,)) for n, row in enumerate(facts.rows, 1)]
    if rng.random() < 0.6:
        lines.append(Line("total", rng.choice(TOTALS), "", tuple(facts.rows)))
    table = written(rng, columns, lines, facts, taste.manner, Shape())
    how = Signs("none", sheet=False, file=False, folder=False, week="Tuần 05 (từ 29/01 đến 04/02/2021)")
    page = page_of(rng, job.places[0], how, table, "Sheet1", taste.mess)
    sent.layout = "unit-column"
    for place, row in zip(job.places, facts.rows, strict=True):
        sent.truth[place.id] = truth_of(Facts([row], BASE))
    put(sent, f"tong hop cum ({job.number}).{job.form}", book_bytes(Book([page], job.form), rng), receipt(rng))


def save(batch: list[Job], folder: Path) -> list[Sent]:
    """Work a batch and write its files; what comes back holds no bytes."""
    res = []
    for job in batch:
        sent = work(job)
        for name, data in sent.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        sent.files = dict.fromkeys(sent.files, b"")
        res.append(sent)
    return res
