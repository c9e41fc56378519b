"""What a heading or a label means, by the schema's names and the words of tables."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from tuyentruyen_cli.extract import words
from tuyentruyen_cli.model.schema import Category, Dimension, MeasureKind, ReportSchema
from tuyentruyen_cli.vi.numbers import states_rate
from tuyentruyen_cli.vi.regex import regex
from tuyentruyen_cli.vi.text import fold, fold_plain

_BRACKETS = regex(r"\([^()]*\)|\[[^\[\]]*\]")
_NOT_WORD = regex(r"[^0-9a-z%]+")
# Of 100: Truyền hìn and Cổng TT are above, Loa phường beside Loa thùng below.
SLIP_OF_THE_PEN = 85
_CUMULATIVE = regex(rf"(?<!\S)(?:{'|'.join(words.CUMULATIVE)})(?!\S)")
_PLANNED = regex(r"(?<!\S)(?:ke hoach|cung ky|tuan truoc|ky truoc)(?!\S)")
_NUMBERING = regex(r"^(?:[ivx]{1,4}|\d{1,4}|[a-z])\s*[.)]\s+")


class Role(StrEnum):
    """What a heading is for."""

    MEASURE = "measure"
    DIMENSION = "dimension"
    CATEGORY = "category"
    UNIT = "unit"
    ORDER = "order"
    TITLE = "title"
    GENRE = "genre"
    DATE = "date"
    NOTE = "note"
    MEASURED_IN = "measured-in"
    LABEL = "label"
    TOTAL = "total"
    PART = "part"  # minutes beside the hours of one length
    CUMULATIVE = "cumulative"
    PLAN = "plan"
    ACTUAL = "actual"
    PREVIOUS = "previous"


class Meaning(Struct, frozen=True):
    """The role of a heading, the id that goes with it, and what qualifies it (``cumulative``, ``plan``)."""

    role: Role
    id: str = ""
    category: str = ""
    qualifier: Role | None = None


# Texts of which it is remembered what they mean: the labels, headings and small numbers of thousands of forms.
REMEMBERED = 8192


@lru_cache(maxsize=REMEMBERED)
def key(text: str) -> str:
    """The words of a heading or label: folded without marks, without brackets, numbering and punctuation."""
    folded = _NUMBERING.sub("", fold_plain(text))
    without = _BRACKETS.sub(" ", folded)
    words_only = _NOT_WORD.sub(" ", without).strip()
    return words_only or _NOT_WORD.sub(" ", folded).strip()


@lru_cache(maxsize=REMEMBERED)
def all_words(text: str) -> str:
    """Every word of a text, those in brackets too: folded without marks and punctuation."""
    return _NOT_WORD.sub(" ", fold_plain(text)).strip()


def begins_other(text: str, plain: str) -> bool:
    """Whether a text, ``plain`` without marks, begins as the title of what is not about the week."""
    return words.OTHER_TITLE.match(plain) is not None and words.WARD.match(fold(text)) is None


def contains(phrase: str, text: str) -> bool:
    """Whether the words of a phrase stand in a text as whole words."""
    return f" {phrase} " in f" {text} "


_STRUCTURE: dict[str, Role] = {
    **dict.fromkeys(words.TOTAL, Role.TOTAL),
    **dict.fromkeys(words.PLAN, Role.PLAN),
    **dict.fromkeys(words.ACTUAL, Role.ACTUAL),
    **dict.fromkeys(words.PREVIOUS, Role.PREVIOUS),
    **dict.fromkeys(words.ORDER, Role.ORDER),
    **dict.fromkeys(words.NOTE, Role.NOTE),
    **dict.fromkeys(words.UNIT, Role.UNIT),
    **dict.fromkeys(words.TITLE, Role.TITLE),
    **dict.fromkeys(words.GENRE, Role.GENRE),
    **dict.fromkeys(words.DATE, Role.DATE),
    **dict.fromkeys(words.MEASURED_IN, Role.MEASURED_IN),
    **dict.fromkeys(words.LABEL, Role.LABEL),
}


class Lexicon:
    """Looks up headings and labels of one schema; remembers what it was asked, since forms repeat."""

    def __init__(self, schema: ReportSchema) -> None:
        self.schema = schema
        self.measures = {key(alias): m.id for m in schema.measures for alias in (m.title, *m.aliases)}
        self.dimensions = {key(alias): d.id for d in schema.dimensions for alias in (d.title, *d.aliases)}
        self.genres = {key(word): m.id for m in schema.measures if m.split_of for word in (*m.counting_words, *m.aliases)}
        self._categories = {
            d.id: sorted(
                ((key(alias), c) for c in d.categories for alias in (c.title, *c.aliases)), key=lambda pair: -len(pair[0])
            )
            for d in schema.dimensions
        }
        self._by_first_word = {d: _by_first_word(pairs) for d, pairs in self._categories.items()}
        named = Counter(alias for pairs in self._categories.values() for alias in {alias for alias, _ in pairs})
        self.shared = frozenset(alias for alias, count in named.items() if count > 1)  # Khác is a channel and a topic
        # Bounded: a nation's labels and figures would fill the memory.
        self.meaning = lru_cache(maxsize=REMEMBERED)(self._meaning)
        self.dimensions_of = lru_cache(maxsize=REMEMBERED)(self._dimensions_of)
        self._category = lru_cache(maxsize=REMEMBERED)(self._find_category)

    def _meaning(self, text: str) -> Meaning | None:
        """What a heading means, or None."""
        words_of = key(text)
        if not words_of:
            return None
        folded = all_words(text)
        qualifier = Role.CUMULATIVE if _CUMULATIVE.search(folded) else Role.PLAN if _PLANNED.search(folded) else None
        measure = self._measure(words_of) or (self._rated(words_of) if states_rate(text) else None)
        measure = measure or self._in_brackets(words_of, text)
        if qualifier is None and not states_rate(text):
            longer = self._of_longer(words_of, folded)
            measure, qualifier = (longer, Role.CUMULATIVE) if longer else (measure, None)
        if measure:
            return Meaning(Role.MEASURE, measure, qualifier=qualifier)
        if qualifier:
            return self._qualified(words_of, qualifier)
        if words_of in self.dimensions:
            return Meaning(Role.DIMENSION, self.dimensions[words_of])
        if words_of in _STRUCTURE:
            return Meaning(_STRUCTURE[words_of])
        return self._category_heading(text)

    def _in_brackets(self, words_of: str, text: str) -> str | None:
        """The measure that brackets name behind a word that names none: Số lượng (tin, bài). (tin) alone may be of either."""
        if words_of not in words.AMOUNT:
            return None
        inside = (self.measures.get(key(part.strip("()[]"))) for part in _BRACKETS.findall(fold_plain(text)))
        return next((m for m in inside if m and not self.schema.measure(m).split_of), None)

    def _of_longer(self, words_of: str, folded: str) -> str | None:
        """The measure that a heading names of more than the week: Số tin, bài (tháng 01), Số tin, bài trong tháng."""
        longer = words.LONGER.search(folded)
        if longer is None or contains("tuan", folded):
            return None
        return self._measure(words_of) or self._measure(folded[: longer.start()].strip())

    def _qualified(self, words_of: str, qualifier: Role) -> Meaning:
        rest = f" {words_of} "
        for phrase in (*words.CUMULATIVE, "ke hoach"):  # Số tin, bài lũy kế từ đầu tháng has two of them
            rest = rest.replace(f" {phrase} ", " ")
        measure = self._measure(rest.strip())
        return Meaning(Role.MEASURE, measure, qualifier=qualifier) if measure else Meaning(qualifier)

    def _category_heading(self, text: str) -> Meaning | None:
        for dimension in self.schema.dimensions:
            category = self.category(dimension, text)
            if category:
                return Meaning(Role.CATEGORY, dimension.id, category.id)
        return None

    def _measure(self, words_of: str) -> str | None:
        words_of = words_of if words_of in self.measures else words.WEEK_BEHIND.sub("", words_of)
        if words_of in self.measures:
            return self.measures[words_of]
        part = self.measures.get(words_of.removeprefix(next(filter(words_of.startswith, words.DETAIL_START), "")))
        if part and self.schema.measure(part).split_of:
            return part  # Trong đó: - Tin
        for tail in words.HARMLESS_TAILS:
            if words_of.endswith(" " + tail) and words_of[: -len(tail) - 1] in self.measures:
                measure = self.measures[words_of[: -len(tail) - 1]]
                # Thời lượng đã phát may be the minutes on air as well.
                on_air = "phat" in tail and self.schema.measure(measure).kind is MeasureKind.DURATION
                return None if on_air else measure
        return None

    def _rated(self, words_of: str) -> str | None:
        """The measure that a heading names beside words of a rate (Số lượt phát/ngày), so that its column is refused as one."""
        said = words_of.split()
        parts = ((said[:n], said[-n:]) for n in range(len(said) - 1, 0, -1))
        return next((m for pair in parts for part in pair if (m := self._measure(" ".join(part)))), None)

    def category(self, dimension: Dimension, label: str) -> Category | None:
        """The category that a label names: it is an alias, or starts with one as whole words, the longest first.

        A label that goes on with another category (``Phát thanh - Truyền hình``) names none.
        """
        return self._category(dimension.id, label)

    def _find_category(self, dimension: str, label: str) -> Category | None:
        words_of = key(label)
        for alias, category in self._by_first_word[dimension].get(words_of.partition(" ")[0], ()):
            if f"{words_of} ".startswith(alias + " "):
                rest = words_of[len(alias) :]
                aliases = self._categories[dimension] if rest else ()
                other = any(c is not category and a and contains(a, rest) for a, c in aliases)
                return None if other else category
        return None

    def without_categories(self, words_of: str) -> str:
        """The words of a text that belong to the name of no category, the longest names taken out first."""
        rest = f" {words_of} "
        for pairs in self._categories.values():
            for alias, _ in pairs:
                if alias and f" {alias} " in rest:
                    rest = rest.replace(f" {alias} ", " ")
        return rest.strip()

    def _dimensions_of(self, label: str) -> frozenset[str]:
        """The dimensions that a label names a category of."""
        return frozenset(d.id for d in self.schema.dimensions if self.category(d, label))

    def suggestion(self, dimension: Dimension, label: str) -> str:
        """The title of the category whose alias is nearest to a label that names none, or empty."""
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - only where a label is unknown

        choices = {alias: c.title for alias, c in self._categories[dimension.id]}
        # Whole against whole: parts of long aliases resemble anything (Tờ rơi, Loa tổ dân phố).
        best = process.extractOne(key(label), choices.keys(), scorer=fuzz.ratio, score_cutoff=SLIP_OF_THE_PEN)
        return choices[best[0]] if best else ""


def _by_first_word(aliases: Iterable[tuple[str, Category]]) -> dict[str, list[tuple[str, Category]]]:
    """The aliases, in their order, by the word that a label must begin with to begin with one of them."""
    result: dict[str, list[tuple[str, Category]]] = {}
    for alias, category in aliases:
        if alias:
            result.setdefault(alias.partition(" ")[0], []).append((alias, category))
    return result
