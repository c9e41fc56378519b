"""Where the formats of a week find what they link to."""

import datetime as dt
import zipfile
from pathlib import Path

from tuyentruyen_cli import resources
from tuyentruyen_cli.pipeline.documents import Order, rendered
from tuyentruyen_cli.pipeline.formats import originals_of
from tuyentruyen_cli.pipeline.place import required_campaign
from tuyentruyen_cli.pipeline.pool import here
from tuyentruyen_cli.pipeline.sources import remembered_report
from tuyentruyen_cli.pipeline.week import Request, aggregate
from tuyentruyen_cli.store.memory import open_store

SAMPLE = resources.folder("sample_data") / "tam-duong-2021"
NOW = dt.datetime.fromisoformat("2021-02-05T09:00:00+07:00")


def test_a_file_of_an_archive_opens_the_kept_archive(tmp_path: Path) -> None:
    root = tmp_path / "chiến dịch"
    week = root / "week-05"
    week.mkdir(parents=True)
    for name in ("tuyentruyen.toml", "units.csv"):
        (root / name).write_bytes((SAMPLE / name).read_bytes())
    (week / "then sin t5.xlsx").write_bytes((SAMPLE / "week-05" / "then sin t5.xlsx").read_bytes())
    with zipfile.ZipFile(week / "gửi lại.zip", "w") as archive:
        archive.write(SAMPLE / "week-05" / "Na Tam - tuan 5.xlsx", "Na Tam - tuan 5.xlsx")
    aggregate(Request(week, NOW, executor=here))
    with open_store(root, NOW, write=False) as store:
        report = remembered_report(store, required_campaign(root, "vi")[1], root, "5")
        originals = originals_of(store, report, root / "reports" / "2021-W05")
    alone, inside = originals.path("then sin t5.xlsx"), originals.path("gửi lại.zip/Na Tam - tuan 5.xlsx")
    assert alone.startswith("../../store/originals/")
    assert alone.endswith(".xlsx")
    assert inside.endswith(".zip")
    assert Path(inside).name in {p.name for p in (root / "store" / "originals").iterdir()}
    page = rendered(Order(root, NOW, ["html"], "5")).decode()
    assert f'href="{(root / "store" / "originals" / Path(inside).name).resolve().as_uri()}"' in page
