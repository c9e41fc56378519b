"""Everything that goes back to one sender, made but not yet written."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.model.returned import Marked, Returned, ReturnedFile, ToMend
from tuyentruyen_cli.pipeline.outputs import Document
from tuyentruyen_cli.pipeline.return_names import Place
from tuyentruyen_cli.render.mail_draft import Attached
from tuyentruyen_cli.render.returned.chat import chat
from tuyentruyen_cli.render.returned.letter import Letter, letter
from tuyentruyen_cli.render.returned.mail import mail
from tuyentruyen_cli.render.returned.papers import list_document

KIND = "tra-lai"


class Papers(Struct, frozen=True):
    """A sender's copies by the name of their file, the list (None when every file has its copy), the message and the draft.

    Names of documents are below the folder of the week.
    """

    sender: ToMend
    marked: tuple[Marked, ...]
    said: Letter
    chat: str
    copies: dict[str, Document]
    listed: Document | None
    mail: Document

    @property
    def documents(self) -> list[Document]:
        """All that is written, the draft last."""
        return [*self.attached, self.mail]

    @property
    def attached(self) -> list[Document]:
        """What goes with the message."""
        return [*self.copies.values(), *([self.listed] if self.listed else [])]

    def returned(self, folder: Path) -> Returned:
        """What was written, and where."""
        files = tuple(
            ReturnedFile(file.file, folder / self.copies[file.file].name)
            if file.file in self.copies
            else ReturnedFile(file.file, reason=one.reason, detail=one.detail)
            for file, one in zip(self.sender.files, self.marked, strict=True)
        )
        listed = folder / self.listed.name if self.listed else None
        sender, said = self.sender, self.said
        return Returned(
            sender.unit, sender.name, said.errors, said.warnings, self.chat, said.by, folder / self.mail.name, listed, files
        )


def papers(report: Report, sender: ToMend, marked: Sequence[Marked], by: dt.datetime, place: Place, template: Path) -> Papers:
    """What goes back to a sender. ``marked`` go with its files; ``template`` is that of the list. Raises RenderError."""
    said = letter(report, sender, marked, by)
    copies = {
        file.file: Document(place.copy(file.file, one.ending), KIND, one.copy)
        for file, one in zip(sender.files, marked, strict=True)
        if one.copy is not None
    }
    rest = [part for part in said.parts if part.file.file not in copies]
    listed = Document(place.listed, KIND, list_document(report, said, rest, template)) if rest else None
    attached = [Attached(Path(d.name).name, d.data, copy=True) for d in copies.values()]
    attached += [Attached(Path(listed.name).name, listed.data, copy=False)] if listed else []
    draft = Document(place.mail, KIND, mail(said, attached, report.campaign.calendar.tz))
    return Papers(sender, tuple(marked), said, chat(said), copies, listed, draft)
