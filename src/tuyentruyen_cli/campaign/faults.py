"""Every fault of a campaign's files, each in one line: where, what is wrong, what is allowed, what may have been meant."""

import datetime as dt
import json
import zoneinfo
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, TypeVar, get_args, get_origin

from msgspec import Struct
from msgspec import field as struct_field
from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails
from rapidfuzz import fuzz, process

from tuyentruyen_cli.texts import say

SIMILAR = 65  # of 100; "titel" for title is 80, "shifts" for units is 18
SHOWN = 60


class Form(BaseModel):
    """A table of a TOML file. The description of each field is the message that says what it allows."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, populate_by_name=True)


AnyForm = TypeVar("AnyForm", bound=Form)


class Place(NamedTuple):
    """A key of a TOML file."""

    file: str
    keys: tuple[str | int, ...] = ()

    def at(self, *keys: str | int) -> "Place":
        """A place below this one."""
        return Place(self.file, (*self.keys, *keys))

    def __str__(self) -> str:
        text = ""
        for key in self.keys:
            text += f"[{key}]" if isinstance(key, int) else f".{_bare(key)}"
        return f"{self.file}: {text.removeprefix('.')}" if text else self.file


def _bare(key: str) -> str:
    return key if key.replace("-", "").replace("_", "").isalnum() and key.isascii() else json.dumps(key, ensure_ascii=False)


class Faults(Struct):
    """Collects faults as lines in one language."""

    lang: str
    lines: list[str] = struct_field(default_factory=list)

    def add(self, place: object, problem: str, /, **arguments: object) -> None:
        """One fault. ``problem`` is a message id; ``allowed`` and ``suggestion`` among the arguments are appended."""
        allowed, suggestion = arguments.pop("allowed", ""), arguments.pop("suggestion", "")
        line = f"{place}: {say(problem, self.lang, **arguments)}"
        if allowed:
            line += f" {allowed}"
        if suggestion:
            line += f" {say('campaign.did-you-mean', self.lang, suggestion=suggestion)}"
        self.lines.append(line)


def nearest(given: object, known: Iterable[str]) -> str:
    """The known word that is most like the given one, or nothing."""
    found = process.extractOne(str(given).lower(), list(known), scorer=fuzz.ratio, processor=str.lower, score_cutoff=SIMILAR)
    return found[0] if found else ""


def shown(value: object) -> str:
    """A value as it would stand in TOML, shortened."""
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


def unknown_key(place: Place, known: Iterable[str], faults: Faults) -> None:
    """Report a key that nobody reads, so that no wish of the office is lost in silence."""
    names = list(known)
    suggestion = nearest(place.keys[-1], names)
    faults.add(place, "campaign.unknown-key", known=", ".join(names), suggestion=suggestion)


def not_one_of(given: str, known: Sequence[str], place: Place, faults: Faults) -> None:
    """Report a name that should be one of those known."""
    allowed = say("campaign.one-of", faults.lang, known=", ".join(known))
    faults.add(place, "campaign.wrong", given=shown(given), allowed=allowed, suggestion=nearest(given, known))


def checked(
    form: type[AnyForm], raw: object, place: Place, faults: Faults, units: tuple[str, ...] | None = None
) -> AnyForm | None:
    """The table as that form, or None when something of it is wrong. ``units`` are the ids it may name; None: not known."""
    if not isinstance(raw, dict):
        allowed = say("campaign.allowed-table", faults.lang)
        faults.add(place, "campaign.wrong", given=shown(raw), allowed=allowed)
        return None
    try:
        return form.model_validate(raw, context={"units": units})
    except ValidationError as error:
        for one in error.errors(include_url=False):
            _report(form, one, place.at(*one["loc"]), units or (), faults)
    return None


def _report(form: type[Form], error: ErrorDetails, place: Place, units: tuple[str, ...], faults: Faults) -> None:
    fields = {info.alias or name: info for name, info in form.model_fields.items()}
    if error["type"] == "extra_forbidden":
        unknown_key(place, fields, faults)
        return
    field = fields[str(error["loc"][0])]
    allowed = say(field.description or "", faults.lang)
    if error["type"] == "missing":
        faults.add(place, "campaign.missing", allowed=allowed)
        return
    given = error["input"]
    suggestion = nearest(given, _choices(field, units)) if isinstance(given, str) else ""
    faults.add(place, "campaign.wrong", given=shown(given), allowed=allowed, suggestion=suggestion)


def _choices(info: FieldInfo, units: tuple[str, ...]) -> Iterable[str]:
    if info.description == "campaign.allowed-unit":
        return units
    if info.description == "campaign.allowed-zone":
        return zoneinfo.available_timezones()
    return get_args(info.annotation) if get_origin(info.annotation) is Literal else ()
