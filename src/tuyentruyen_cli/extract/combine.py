"""Several tables of one unit and week: parts of one, a summary of the others, or two that cannot both be right."""

from collections.abc import Sequence

from msgspec import Struct

from tuyentruyen_cli.extract import words
from tuyentruyen_cli.extract.labels import CHANNEL
from tuyentruyen_cli.extract.lexicon import all_words, key
from tuyentruyen_cli.extract.records import RowRecord
from tuyentruyen_cli.extract.table import Table
from tuyentruyen_cli.model.schema import UNKNOWN, UNSPLIT
from tuyentruyen_cli.model.value import ValueState


class Part(Struct, frozen=True):
    """The records of one table."""

    table: Table
    records: tuple[RowRecord, ...]
    sheet_channel: str | None

    @property
    def labels(self) -> frozenset[str]:
        """What names its rows, as written; the sheet's channel alone where the sheet's name gives one."""
        if self.sheet_channel:
            return frozenset({self.sheet_channel})
        written = {" ".join(key(t) for _, t in r.row.labels if t) for r in self.records}
        known = {r.record.category(CHANNEL) or UNSPLIT for r in self.records} - {UNKNOWN, UNSPLIT}
        return frozenset(written | known)

    @property
    def is_form(self) -> bool:
        """Whether its sheet is called a form, as one that was left in the file."""
        return all_words(self.table.grid.sheet.part) in words.FORM_SHEETS

    @property
    def measures(self) -> frozenset[str]:
        """The measures that it states."""
        not_stated = ValueState.NOT_STATED
        records = (zip(r.record.measures, r.record.stated, strict=True) for r in self.records)
        return frozenset([m for values in records for m, v in values if v.state is not not_stated])

    def sums(self) -> dict[str, int | None]:
        """The sum of each measure, None where a part is refused."""
        result: dict[str, int | None] = {}
        for r in self.records:
            for measure, value in r.record.values:
                if value.state is ValueState.NOT_STATED:
                    continue
                known = result.get(measure, 0)
                result[measure] = None if known is None or value.value is None else known + value.value
        return result


def combine(parts: Sequence[Part]) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """The parts whose records are added, and those set aside as a checksum of them. Empty when they contradict each other."""
    stating = [p for p in parts if p.measures]
    if len(stating) < 2:  # noqa: PLR2004
        return tuple(stating or parts[:1]), ()
    fitting = all(_fit(a, b) for i, a in enumerate(stating) for b in stating[i + 1 :])
    summary = _summary(stating)
    if summary is None:
        return (tuple(stating), ()) if fitting else ((), ())
    if fitting and len(stating) == 2:  # noqa: PLR2004 - two parts of equal sums, or a table and its summary: nobody can tell
        return (), ()
    joined, aside = combine([p for p in stating if p is not summary])
    return (joined, (summary, *aside)) if joined else ((), ())


def _fit(a: Part, b: Part) -> bool:
    """Whether two tables are parts of one: other measures, or one heading and nothing named in both."""
    if not a.measures & b.measures:
        return True
    if a.is_form != b.is_form:
        return False
    if a.sheet_channel and b.sheet_channel:
        return a.sheet_channel != b.sheet_channel
    if bool(a.sheet_channel) != bool(b.sheet_channel):
        return False
    same_heading = [s[1:] for s in a.table.header.signature] == [s[1:] for s in b.table.header.signature]
    return same_heading and bool(a.labels and b.labels) and not a.labels & b.labels


def _summary(parts: list[Part]) -> Part | None:
    """The one table whose figures are the sums of all the others, if there is one; what is refused is not compared."""
    sums = [p.sums() for p in parts]
    found = []
    for i, part in enumerate(parts):
        others: dict[str, int | None] = {}
        for s in (s for j, s in enumerate(sums) if j != i):
            for measure, value in s.items():
                known = others.get(measure, 0)
                others[measure] = None if known is None or value is None else known + value
        if not set(sums[i]) <= set(others):
            continue
        pairs = [(v, others[m]) for m, v in sums[i].items()]
        clear = [(stated, total) for stated, total in pairs if stated is not None and total is not None]
        if len(clear) > 1 and any(stated for stated, _ in clear) and all(stated == total for stated, total in clear):
            found.append(part)
    if len(found) == len(parts) == 2:  # noqa: PLR2004 - two tables of one total: keep the one that says more of the channels
        if parts[0].labels & parts[1].labels:
            return None
        return min(found, key=lambda p: sum((r.record.category(CHANNEL) or UNSPLIT) != UNSPLIT for r in p.records))
    if len(found) > 1:
        # With a channel of zeros the sums say the same of two tables: a sheet that is named after a channel is a part.
        unnamed = [p for p in parts if not p.sheet_channel]
        found = [p for p in found if unnamed == [p]]
    return found[0] if len(found) == 1 else None
