"""A schema of the campaign's own: five lines more than the shipped one, or all of it."""

from pathlib import Path

import pytest

from tuyentruyen_cli.campaign.schema_file import load_schema
from tuyentruyen_cli.errors import CampaignError
from tuyentruyen_cli.model.schema import MeasureKind


def written(folder: Path, text: str) -> Path:
    (folder / "schema.toml").write_text(text, encoding="utf-8")
    return folder


def faults(folder: Path, text: str) -> list[str]:
    with pytest.raises(CampaignError) as caught:
        load_schema("schema.toml", written(folder, text), "en")
    return list(caught.value.details)


def test_an_office_adds_a_measure_in_five_lines(tmp_path: Path) -> None:
    text = """
extends = "bao-cao-tuan"
[measures.households]
title = "Số hộ được hướng dẫn cài đặt Bluezone"
kind = "count"
aliases = ["Số hộ đã cài Bluezone"]
counting_words = ["hộ"]
"""
    schema = load_schema("schema.toml", written(tmp_path, text))
    assert [m.id for m in schema.measures][-2:] == ["views", "households"]
    households = schema.measure("households")
    assert households.kind is MeasureKind.COUNT
    assert households.aliases == ("Số hộ được hướng dẫn cài đặt Bluezone", "Số hộ đã cài Bluezone")
    assert households.required
    assert schema.id == "bao-cao-tuan"  # the templates of the shipped kind serve it


def test_what_is_there_already_is_added_to_or_replaced(tmp_path: Path) -> None:
    text = """
extends = "bao-cao-tuan"
[measures.listeners]
aggregation_in_unit = "max"
aliases = ["Bà con nghe"]
[dimensions.channel.categories.radio]
aliases = ["Buổi sáng"]
[dimensions.channel.categories.paper]
title = "Báo in"
"""
    schema = load_schema("schema.toml", written(tmp_path, text))
    listeners = schema.measure("listeners")
    assert listeners.aggregation_in_unit == "max"
    assert {"Bà con nghe", "Ước số người nghe"} <= set(listeners.aliases)
    channel = schema.dimension("channel")
    assert channel
    assert {"Buổi sáng", "Phát thanh"} <= set(channel.category("radio").aliases)  # type: ignore[union-attr]
    assert channel.categories[-1].id == "paper"


def test_an_office_chooses_what_its_form_asks_for(tmp_path: Path) -> None:
    text = 'extends = "bao-cao-tuan"\n[form]\noptional = ["views"]\nrelays = ["mobile"]\n'
    layout = load_schema("schema.toml", written(tmp_path, text)).form
    assert layout.optional == ("views",)
    assert layout.relays == ("mobile", "radio", "television", "commune-station", "village-loudspeakers")


def test_a_form_names_measures_and_channels_that_are_there(tmp_path: Path) -> None:
    text = 'extends = "bao-cao-tuan"\n[form]\noptional = ["view"]\nrelays = ["radios"]\ncolumns = 3\n'
    assert [line.partition(":")[2].strip() for line in faults(tmp_path, text)] == [
        "form.columns: there is no such key. Keys: optional, relays.",
    ]
    found = faults(tmp_path, text.replace("columns = 3\n", ""))
    assert [line.partition(" One of")[0] for line in found] == [
        'schema.toml: form.optional[0]: cannot use "view".',
        'schema.toml: form.relays[0]: cannot use "radios".',
    ]
    assert [line.rpartition(". ")[2] for line in found] == ["Did you mean views?", "Did you mean radio?"]
    assert faults(tmp_path, 'form = 3\nextends = "bao-cao-tuan"\n')[0].startswith("schema.toml: form: cannot use 3.")


def test_a_schema_may_stand_alone(tmp_path: Path) -> None:
    schema = load_schema(
        "schema.toml", written(tmp_path, 'title = "Loa"\n[measures.hours]\ntitle = "Số giờ"\nkind = "duration"\n')
    )
    assert [m.id for m in schema.measures] == ["hours"]
    assert schema.dimensions == ()


def test_every_fault_is_said_at_once_with_its_key(tmp_path: Path) -> None:
    text = """
extends = "bao-cao-tuan"
titel = "x"
[measures.Households]
title = "Số hộ"
kind = "counts"
[measures.visits]
title = "Lượt đến"
kind = "count"
aliases = ["so tin bai"]
split_of = "itms"
minimum = 10
maximum = 5
requird = false
[measures.calls]
title = "Cuộc gọi"
kind = "duration"
split_of = "news"
aliases = "Gọi"
[measures.minutes]
title = "Số phút nói"
kind = "duration"
split_of = "items"
[dimensions.channel.categories.unknown]
title = "Không rõ"
[dimensions.origin]
title = "Nguồn"
"""
    assert faults(tmp_path, text) == [
        "schema.toml: titel: there is no such key. Keys: version, title, template, extends, measures, dimensions, checks, rules, form. Did you mean title?",
        "schema.toml: measures.Households: cannot use Households. An id of small letters without marks, digits and hyphens, such as ban-bo (and no reserved word).",
        'schema.toml: measures.Households.kind: cannot use "counts". One of "count", "estimate", "duration". Did you mean count?',
        "schema.toml: measures.visits.requird: there is no such key. Keys: title, kind, short_title, aliases, required, counting_words, split_of, minimum, maximum, aggregation, aggregation_in_unit, over_periods, measured_in. Did you mean required?",
        'schema.toml: measures.calls.aliases: cannot use "Gọi". A list of lines of text, such as ["line one", "line two"].',
        "schema.toml: dimensions.channel.categories.unknown: cannot use unknown. An id of small letters without marks, digits and hyphens, such as ban-bo (and no reserved word).",
        "schema.toml: dimensions.origin: cannot use origin. An id of small letters without marks, digits and hyphens, such as ban-bo (and no reserved word).",
        "schema.toml: measures.minutes.split_of: cannot be a part of items: both must be of one kind, and items must not be a part itself.",
    ]


def test_parts_limits_and_aliases_are_checked_too(tmp_path: Path) -> None:
    text = """
extends = "bao-cao-tuan"
[measures.visits]
title = "Lượt đến"
kind = "count"
aliases = ["so tin bai"]
split_of = "itms"
minimum = 10
maximum = 5
"""
    assert faults(tmp_path, text) == [
        "schema.toml: measures.visits.maximum: the maximum 5 is below the minimum 10.",
        'schema.toml: measures.visits.split_of: cannot use "itms". One of: items, duration, airtime, broadcasts, listeners, views. Did you mean items?',
        'schema.toml: measures.visits: "so tin bai" is an alias of measures.items already; an alias names one thing only.',
    ]


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        (
            "bao-cao-tuam",
            'schema: cannot use "bao-cao-tuam". Shipped schemas: bao-cao-tuan, bluezone; or a .toml file of the campaign. Did you mean bao-cao-tuan?',
        ),
        ("mine.toml", "schema: there is no file mine.toml in the campaign. Give its path from the campaign's folder."),
        (
            "/etc/passwd.toml",
            "schema: there is no file /etc/passwd.toml in the campaign. Give its path from the campaign's folder.",
        ),
    ],
)
def test_a_schema_that_is_not_there(tmp_path: Path, name: str, fault: str) -> None:
    with pytest.raises(CampaignError) as caught:
        load_schema(name, tmp_path, "en")
    assert caught.value.details == (fault,)


def test_a_schema_of_its_own_needs_a_shipped_template(tmp_path: Path) -> None:
    text = 'title = "x"\ntemplate = "bao-cao-quy"\n[measures.a]\ntitle = "A"\nkind = "count"\n[dimensions.x]\ntitle = 1\n[dimensions.x.categories.y]\n'
    assert faults(tmp_path, text) == [
        "schema.toml: dimensions.x.title: cannot use 1. A line of text in quotes.",
        "schema.toml: dimensions.x.categories.y.title: is missing. A line of text in quotes.",
    ]
    assert faults(tmp_path, text.replace("title = 1", 'title = "X"').replace("y]", 'y]\ntitle = "Y"')) == [
        'schema.toml: template: cannot use "bao-cao-quy". Shipped schemas: bao-cao-tuan, bluezone; or a .toml file of the campaign. Did you mean bao-cao-tuan?',
    ]


def test_a_schema_that_extends_nothing_shipped_or_has_no_measure(tmp_path: Path) -> None:
    assert faults(tmp_path, 'extends = "bao-cao"\n') == [
        'schema.toml: extends: cannot use "bao-cao". Shipped schemas: bao-cao-tuan, bluezone; or a .toml file of the campaign. Did you mean bao-cao-tuan?',
    ]
    assert faults(tmp_path, 'title = "x"\n[measures]\n') == [
        "schema.toml: measures: cannot use {}. At least one measure, such as [measures.items].",
    ]
    assert faults(tmp_path, "title = x\n") == [
        "schema.toml: line 1, column 9 is not TOML: title = x (Invalid value). Text stands in straight quotes, lists in [ ] with commas, each key once.",
    ]
