"""Reads a report schema: a shipped one by name, or a schema.toml of the campaign, which may extend a shipped one."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tuyentruyen_cli.campaign.check_tables import read_checks, read_rules
from tuyentruyen_cli.campaign.faults import Faults, Place, checked, nearest, shown
from tuyentruyen_cli.campaign.form_layout import read_layout
from tuyentruyen_cli.campaign.forms import ID, CategoryTable, DimensionTable, MeasureTable, SchemaHeading
from tuyentruyen_cli.campaign.schema_checks import check_references, clashing_aliases
from tuyentruyen_cli.campaign.toml_file import read_toml
from tuyentruyen_cli.errors import CampaignError
from tuyentruyen_cli.model.schema import UNKNOWN, UNSPLIT, Aggregation, Category, Dimension, Measure, MeasureKind, ReportSchema
from tuyentruyen_cli.resources import folder as resource_folder
from tuyentruyen_cli.resources import template
from tuyentruyen_cli.texts import say

SCHEMA_FILE = "schema.toml"
RESERVED = {"dimensions": {"origin"}, "categories": {UNKNOWN, UNSPLIT}}


def load_schema(name_or_path: str, root: Path | None = None, lang: str = "vi") -> ReportSchema:
    """The schema of that name, or of that path below ``root``. Raises CampaignError with every fault."""
    faults = Faults(lang)
    schema = read_schema(name_or_path, root, Place("schema"), faults)
    if schema is None or faults.lines:
        raise CampaignError("campaign.schema-faults", tuple(faults.lines), name=name_or_path)
    return schema


def shipped() -> tuple[str, ...]:
    """The names of the shipped kinds of report."""
    return tuple(sorted(path.parent.name for path in resource_folder("templates").glob(f"*/{SCHEMA_FILE}")))


def read_schema(name: str, root: Path | None, asked: Place, faults: Faults) -> ReportSchema | None:
    """As ``load_schema``, with the faults collected; ``asked`` is the key that names the schema. None when there is none."""
    if name in shipped():
        raw = read_toml(template(name) / SCHEMA_FILE, f"{name}/{SCHEMA_FILE}", faults)
        return None if raw is None else _schema({**raw, "template": name}, Place(f"{name}/{SCHEMA_FILE}"), faults)
    if root is None or not name.endswith(".toml"):
        _not_shipped(name, asked, faults)
        return None
    if Path(name).is_absolute() or not (root / name).is_file():
        faults.add(asked, "campaign.no-schema-file", path=name)
        return None
    raw = read_toml(root / name, name, faults)
    return None if raw is None else _extended(raw, Place(name), faults)


def _not_shipped(name: object, asked: Place, faults: Faults) -> None:
    allowed = say("campaign.shipped-schemas", faults.lang, known=", ".join(shipped()))
    faults.add(asked, "campaign.wrong", given=shown(name), allowed=allowed, suggestion=nearest(name, shipped()))


def _extended(raw: dict[str, Any], place: Place, faults: Faults) -> ReportSchema | None:
    if "extends" not in raw:
        return _schema(raw, place, faults)
    base = raw.pop("extends")
    if base not in shipped():
        _not_shipped(base, place.at("extends"), faults)
        return None
    below = read_toml(template(base) / SCHEMA_FILE, f"{base}/{SCHEMA_FILE}", faults)
    return None if below is None else _schema({"template": base, **_merged(below, raw)}, place, faults)


def _merged(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """Tables merged, lists joined, the rest replaced. Own list items come first, so that a fault's index is the file's."""
    merged = dict(base)
    for key, value in own.items():
        below = base.get(key)
        if isinstance(below, dict) and isinstance(value, dict):
            merged[key] = _merged(below, value)
        elif isinstance(below, list) and isinstance(value, list):
            merged[key] = [*value, *(item for item in below if item not in value)]
        else:
            merged[key] = value
    return merged


def _schema(raw: dict[str, Any], place: Place, faults: Faults) -> ReportSchema | None:
    before = len(faults.lines)
    heading = checked(SchemaHeading, raw, place, faults)
    measures = tuple(_measures(raw, place, faults))
    dimensions = tuple(_dimensions(raw, place, faults))
    checks = tuple(read_checks(raw, dimensions, place, faults))
    rules = tuple(read_rules(raw, measures, place, faults))
    layout = read_layout(raw, measures, dimensions, place, faults)
    check_references(measures, place, faults)
    clashing_aliases([*_under(measures, place, "measures"), *_under(dimensions, place, "dimensions")], faults)
    for dimension in dimensions:
        clashing_aliases(_under(dimension.categories, place.at("dimensions", dimension.id), "categories"), faults)
    if heading is None or len(faults.lines) > before:
        return None
    if heading.template not in shipped():
        _not_shipped(heading.template, place.at("template"), faults)
    return ReportSchema(heading.template, heading.version, heading.title, measures, dimensions, checks, rules, layout)


def _under(named: tuple[Any, ...], place: Place, key: str) -> list[tuple[Place, tuple[str, ...]]]:
    return [(place.at(key, one.id), one.aliases) for one in named]


def _tables(raw: Any, key: str, place: Place, faults: Faults) -> Iterator[tuple[str, Any, Place]]:
    """The tables below a key, each with its id and place; a wrong id is a fault."""
    tables = raw.get(key) if isinstance(raw, dict) else None
    for name, table in tables.items() if isinstance(tables, dict) else ():
        if not ID.fullmatch(name) or name in RESERVED.get(key, ()):
            faults.add(place.at(key, name), "campaign.wrong", given=name, allowed=say("campaign.allowed-id", faults.lang))
        yield name, table, place.at(key, name)


def _measures(raw: dict[str, Any], place: Place, faults: Faults) -> Iterator[Measure]:
    for name, table, here in _tables(raw, "measures", place, faults):
        form = checked(MeasureTable, table, here, faults)
        if form is None:
            continue
        yield Measure(
            id=name,
            title=form.title,
            kind=MeasureKind(form.kind),
            aliases=_with_title(form),
            required=form.required,
            counting_words=tuple(form.counting_words),
            split_of=form.split_of,
            minimum=form.minimum,
            maximum=form.maximum,
            aggregation=Aggregation(form.aggregation),
            aggregation_in_unit=Aggregation(form.aggregation_in_unit),
            over_periods=Aggregation(form.over_periods),
            measured_in=form.measured_in,
            short_title=form.short_title,
        )


def _dimensions(raw: dict[str, Any], place: Place, faults: Faults) -> Iterator[Dimension]:
    for name, table, here in _tables(raw, "dimensions", place, faults):
        form = checked(DimensionTable, table, here, faults)
        categories = tuple(_categories(table, here, faults))
        if form is not None:
            yield Dimension(name, form.title, _with_title(form), categories)


def _categories(raw: Any, place: Place, faults: Faults) -> Iterator[Category]:
    for name, table, here in _tables(raw, "categories", place, faults):
        form = checked(CategoryTable, table, here, faults)
        if form is not None:
            yield Category(name, form.title, _with_title(form))


def _with_title(form: MeasureTable | CategoryTable) -> tuple[str, ...]:
    """The aliases, the title among them: an office that copies the title into its form is understood."""
    return tuple(dict.fromkeys([form.title, *form.aliases]))
