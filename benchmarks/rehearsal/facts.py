"""The figures of one unit, drawn before anything is written: they are the truth."""

import random
from dataclasses import dataclass, field

SPLIT = ("news", "articles", "features")
MEASURES = ("items", *SPLIT, "duration", "airtime", "broadcasts", "listeners", "views")
PART = ""  # the one part of a table that has no topics or channels over its measures

# Labels that reading.md itself gives to a channel, or spells out so that no other reading is left.
CHANNELS: dict[str, tuple[str, ...]] = {
    "radio": ("Phát thanh", "Chương trình phát thanh"),
    "television": ("Truyền hình", "Chương trình truyền hình"),
    "commune-station": (
        "Trạm truyền thanh xã", "Trạm truyền thanh cơ sở", "Đài truyền thanh xã", "Trạm truyền thanh", "Đài FM", "Truyền thanh xã",
    ),
    "portal": ("Cổng thông tin điện tử", "Trang thông tin điện tử", "Website", "Cổng TTĐT"),
    "village-loudspeakers": ("Loa phát thanh thôn, bản", "Loa thôn", "Loa bản", "Loa tổ dân phố", "Loa thôn, bản"),
    "mobile": ("Loa kéo, loa di động", "Loa kéo", "Loa di động", "Xe lưu động"),
    "social": ("Zalo", "Facebook", "Mạng xã hội", "Nhóm Zalo"),
    "other": ("Khác", "Kênh khác"),
}  # fmt: skip
# What labels explain in brackets: nothing of it makes the row an example, a total, a part or of another time.
EXPLAINED: dict[str, tuple[str, ...]] = {
    "radio": ("tiếng Mông, tiếng Thái", "buổi sáng và buổi chiều", "cả tiếng phổ thông và tiếng Dao"),
    "television": ("phát trên kênh huyện", "bao gồm cả tin ảnh"),
    "commune-station": ("FM", "không dây", "tổng 12 cụm loa", "trong đó có 03 cụm mới", "phát 2 buổi/ngày"),
    "portal": ("ví dụ: Cổng của huyện", "kể cả bài dịch"),
    "village-loudspeakers": ("12 bản", "VD: bản Nà Luồng, bản Cò Lá", "tổng cộng 9 bộ loa", "chưa tính bản mới sáp nhập"),
    "mobile": ("gồm 02 xe", "mượn của huyện đoàn"),
    "social": ("nhóm Zalo các bản", "vd: trang của Đoàn xã", "số liệu không lũy kế"),
    "other": ("ví dụ: Zalo, Facebook", "nếu có, ghi rõ", "VD: băng rôn", "không tính tờ rơi"),
}
UNKNOWN = ("Tờ rơi", "Pa nô, áp phích", "Họp bản", "Sinh hoạt chi bộ")
USUAL = (6, 2, 20, 8, 16, 14, 9, 3)
TOPICS = ("Covid-19", "Bluezone", "Tết Nguyên đán")
TOPIC_ROWS = ("Phòng, chống dịch Covid-19", "Ứng dụng Bluezone", "Tết Nguyên đán Tân Sửu")
PROGRAMMES = ("Tiếng Việt", "Tiếng Mông", "Tiếng Thái", "Tiếng Dao", "Chuyên mục an toàn giao thông", "Chuyên mục nông nghiệp")


@dataclass(slots=True)
class Row:
    """One line of figures: per part and measure a value, None where nothing is stated."""

    label: str
    channel: str
    values: dict[tuple[str, str], int | None] = field(default_factory=dict)


@dataclass(slots=True)
class Facts:
    """The rows of one submission, and which measures its table has columns for."""

    rows: list[Row]
    measures: tuple[str, ...]
    parts: tuple[str, ...] = (PART,)
    compound: bool = False  # an items cell says `12 tin, 5 bài`
    grain: int = 60  # durations are whole multiples of so many seconds
    part_channels: dict[str, str] = field(default_factory=dict)  # where channels stand over the measures
    noise: dict[tuple[int, str, str, str], int] = field(default_factory=dict)  # what plan and cumulative columns add to a row


@dataclass(slots=True)
class Expected:
    """What must come out for one measure of one unit."""

    value: int | None = None
    why: tuple[str, ...] = ("not-stated",)  # when value is None: the rules that say so
    room: bool = False  # the law leaves room: null is fine too
    channels: dict[str, int] = field(default_factory=dict)


Truth = dict[str, Expected]


def truth_of(facts: Facts) -> Truth:
    """The measures of a unit whose one submission states these facts, all of it readable."""
    split = [m for m in SPLIT if m in facts.measures or (facts.compound and m in ("news", "articles"))]
    truth = {m: summed(facts, (m,)) for m in MEASURES if m in facts.measures or m in split}
    if "items" not in truth and split:
        truth["items"] = summed(facts, tuple(split))
    for measure in MEASURES:
        truth.setdefault(measure, Expected())
    return truth


def summed(facts: Facts, measures: tuple[str, ...]) -> Expected:
    """The sum over rows and parts, with its channels; not stated when no cell states it."""
    known = Expected()
    for row in facts.rows:
        for part in facts.parts:
            for measure in measures:
                value = row.values.get((part, measure))
                if value is not None:
                    known.value = (known.value or 0) + value
                    channel = facts.part_channels.get(part, row.channel)
                    known.channels[channel] = known.channels.get(channel, 0) + value
    return known if known.value is not None else Expected()


def refuse(truth: Truth, facts: Facts, measure: str, *rules: str) -> None:
    """The measure is refused, and with it what is made of it."""
    if truth[measure].value is None and truth[measure].why == ("not-stated",):
        return
    truth[measure] = refused(truth[measure], rules)
    if measure in SPLIT:
        if "items" in facts.measures:
            truth["items"].room = True
        else:
            truth["items"] = refused(truth["items"], rules)
    elif measure == "items" and facts.compound:
        for part in ("news", "articles"):
            truth[part] = refused(truth[part], rules)


def refused(before: Expected, rules: tuple[str, ...]) -> Expected:
    """What comes out of a measure that is refused, perhaps once more: any of the rules may be said."""
    return Expected(None, rules if before.value is not None else (*before.why, *rules))


def refuse_all(truth: Truth, *rules: str) -> Truth:
    """Nothing of the submission is used."""
    return {measure: Expected(None, rules) for measure in truth}


def draw_values(rng: random.Random, measures: tuple[str, ...], grain: int, scale: int = 1) -> dict[str, int]:
    """One cell's worth of each measure."""
    news, articles, features = rng.randint(1, 14), rng.randint(1, 8), rng.randint(0, 3)
    split = {"news": news, "articles": articles, "features": features}
    shown = [m for m in SPLIT if m in measures]
    length = max(grain, rng.randint(1, 90) * 60 // grain * grain + (rng.randint(1, 59) if grain == 1 else 0))
    heard = rng.choice((rng.randint(10, 99) * 10, rng.randint(5, 60) * 50, rng.randint(100, 9999), rng.randint(1, 30) * 1000))
    drawn = {
        "items": sum(split[m] for m in shown) if shown else news + articles,
        **split,
        "duration": length,
        "airtime": length * rng.randint(2, 6),
        "broadcasts": rng.choice(
            (rng.randint(1, 40), rng.randint(1, 4) * 7, rng.randint(2, 5) * rng.randint(2, 7), rng.randint(1, 1500))
        ),
        "listeners": heard * scale,
        "views": rng.randint(20, 20000),
    }
    return {m: drawn[m] for m in MEASURES}


def draw_rows(rng: random.Random, facts: Facts, labels: list[tuple[str, str]], *, mess: float) -> None:
    """Fill ``facts.rows``, one for each label with its channel; some rows zero, some cells not stated."""
    scale = 100 if rng.random() < 0.03 else 1
    for label, channel in labels:
        row = Row(label, channel)
        nothing = rng.random() < 0.05 and len(labels) > 1 and not facts.compound
        for part in facts.parts:
            drawn = draw_values(rng, facts.measures, facts.grain, scale)
            for measure in (*facts.measures, *(("news", "articles") if facts.compound else ())):
                value: int | None = 0 if nothing else drawn[measure]
                alone = measure not in SPLIT and not (measure == "items" and set(SPLIT) & set(facts.measures))
                if alone and not facts.compound and len(labels) > 1 and rng.random() < 0.02 * mess:
                    value = None
                row.values[part, measure] = value
        facts.rows.append(row)


def channel_labels(rng: random.Random, count: int, *, unknown: float = 0.0, explained: float = 0.0) -> list[tuple[str, str]]:
    """So many different labels, mostly of different channels, some explained in brackets."""
    chosen: dict[str, str] = {}
    while len(chosen) < count:
        if rng.random() < unknown:
            chosen[rng.choice(UNKNOWN)] = "unknown"
            continue
        channel = rng.choices(tuple(CHANNELS), USUAL)[0]
        if channel in chosen.values() and rng.random() < 0.8:
            continue
        label = rng.choice(CHANNELS[channel])
        chosen[f"{label} ({rng.choice(EXPLAINED[channel])})" if rng.random() < explained else label] = channel
    return list(chosen.items())
