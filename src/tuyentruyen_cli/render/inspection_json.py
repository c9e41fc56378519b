"""The document of ``inspect --json``: version 1 of ``tuyentruyen/inspection``."""

from tuyentruyen_cli.model.inspection import Inspection, SeenTable
from tuyentruyen_cli.render.report_json import location_json


def inspection_json(seen: Inspection) -> dict[str, object]:
    """The document as plain dictionaries and lists."""
    return {
        "format": "tuyentruyen/inspection",
        "version": 1,
        "file": seen.file,
        "content": seen.content,
        "evidence": [
            {"location": location_json(place), "typed": text, "units": list(units)} for place, text, units in seen.evidence
        ],
        "tables": [_table(t) for t in seen.tables],
        "cells": [
            {"location": location_json(c.location), "typed": c.typed, "fate": c.fate, "reason": c.reason} for c in seen.cells
        ],
    }


def _table(table: SeenTable) -> dict[str, object]:
    return {
        "location": location_json(table.location),
        "use": table.use,
        "turned": table.turned,
        "score": table.score,
        "figures": table.support,
        "week": table.week,
        "columns": [
            {"location": location_json(c.location), "heading": c.heading, "role": c.role, "id": c.id} for c in table.columns
        ],
        "rows": [{"location": location_json(r.location), "label": r.label, "kind": r.kind} for r in table.rows],
    }
