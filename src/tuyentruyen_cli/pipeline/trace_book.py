"""Writes an opened figure as a workbook, by the rules for every document that the program writes."""

import os
from pathlib import Path

from tuyentruyen_cli.model.campaign import Campaign
from tuyentruyen_cli.model.trace import Trace
from tuyentruyen_cli.pipeline.outputs import Document, write_documents
from tuyentruyen_cli.pipeline.place import required_campaign
from tuyentruyen_cli.pipeline.tracing import Question
from tuyentruyen_cli.render.explain import explainer
from tuyentruyen_cli.render.trace_xlsx import trace_xlsx
from tuyentruyen_cli.store.memory import open_store

KIND = "truy-nguon"


def write_trace(trace: Trace, campaign: Campaign, question: Question, output: Path, *, force: bool) -> Path:
    """Where the workbook was written. Raises OutputRefused for a file that a hand has changed, StoreError."""
    root, _ = required_campaign(question.start, question.lang)
    data = trace_xlsx(trace, campaign.schema, explainer(campaign.schema, "vi"), _up(output.parent, root))
    with open_store(root, question.now, lang=question.lang) as store:
        (path,) = write_documents(store, output.parent, (Document(output.name, KIND, data),), force=force)
    return path


def _up(folder: Path, root: Path) -> str:
    """The way from a folder to the campaign's, so that links hold when both are moved; empty where there is none."""
    try:
        return Path(os.path.relpath(root.resolve(), folder.resolve())).as_posix()
    except ValueError:  # another drive
        return root.resolve().as_posix()
