"""Which unit a text names. Tones are never folded silently: what matches only without them is a near miss."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from tuyentruyen_cli.model.unit import Registry, Unit
from tuyentruyen_cli.vi.regex import regex
from tuyentruyen_cli.vi.text import fold, fold_plain

_NOT_WORD = regex(r"[\W_]+")
_KINDS = {
    "commune": ("xã", "xa"),
    "township": ("thị trấn", "thi tran", "tt"),
    "ward": ("phường", "phuong"),
    "station": (),
}
# The kinds and the words that say them, by the first of these words.
_KIND_WORDS = {prefix.split()[0]: (kind, prefix.split()) for kind, prefixes in _KINDS.items() for prefix in prefixes}
_PREFIXES = sorted({p for ps in _KINDS.values() for p in ps}, key=len, reverse=True)
_COUNCIL = ("ubnd", "uỷ ban nhân dân", "ủy ban nhân dân", "uy ban nhan dan", "hđnd ubnd", "vp ubnd", "văn phòng ubnd")
_KIND_STARTS = tuple(f"{kind} " for kind in (*_COUNCIL, *_PREFIXES))
_UNIT_LINE = regex(r"^\s*(?:tên\s+)?(?:đơn vị|đơn vị báo cáo|đơn vị gửi|đơn vị thực hiện|cơ quan báo cáo|xã)\s*:\s*(.+)$")
_PASSED_OVER = ("kính gửi", "nơi nhận", "căn cứ", "số ", "thực hiện", "- ")
# Taken off a file's or folder's name before its pieces are compared with names (reading.md, "Which unit, which week").
_FILE_WORDS = frozenset(["bao", "cao", "bc", "bieu", "tuan", "file", "copy"])
_FILE_PHRASES = regex(r" (?:sua doi|chinh sua|bo sung|ban cuoi|final|lan \d{1,2}|sua|moi|tuan nay|so lieu)(?= )")
_NUMBERING = regex(r"^\s*(?:[IVX]{1,5}|\d{1,3}|[a-zA-Z])\s*[.)/]\s+")
_TOKENS = regex(r"[^\W_]+|[-_().]+")
_WEEK_WORD = regex(r"^(?:t|w|tuan|week)?\d+$")
MAX_NAME_WORDS = 12


class Match(Struct, frozen=True):
    """Units that a text names: exactly, or only when marks are left out."""

    exact: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()

    def __or__(self, other: "Match") -> "Match":
        return Match(self.exact | other.exact, self.near | other.near)


def words_of(text: str) -> str:
    """A text's words with their marks, for comparing names: folded, punctuation as spaces."""
    return _NOT_WORD.sub(" ", fold(text)).strip()


def _bare(name: str) -> str:
    """A name without what says its kind: ``xã bản bo`` is ``bản bo``."""
    for prefix in (*_COUNCIL, *_PREFIXES):
        if name.startswith(prefix + " "):
            return _bare(name[len(prefix) + 1 :])
    return name


class Names:
    """The names of a registry, ready to be looked up. ``also_elsewhere`` are bare names that something else has too."""

    def __init__(self, registry: Registry, also_elsewhere: Iterable[str] = ()) -> None:
        self.units = {u.id: u for u in registry.units}
        self._ambiguous = {fold_plain(_bare(words_of(n))) for n in also_elsewhere}
        self._full: dict[str, set[str]] = {}
        self._plain: dict[str, set[str]] = {}
        self._compact: dict[str, set[str]] = {}
        self._compact_plain: dict[str, set[str]] = {}
        for unit in registry.units:
            for name in (unit.name, unit.id, *unit.aliases):
                self._add(unit, name)

    def _add(self, unit: Unit, name: str) -> None:
        full = words_of(name)
        for form in {full, _bare(full)}:
            if self._is_ambiguous(form) and form != full:
                continue
            self._full.setdefault(form, set()).add(unit.id)
            self._plain.setdefault(fold_plain(form), set()).add(unit.id)
            compact = form.replace(" ", "")
            self._compact.setdefault(compact, set()).add(unit.id)
            self._compact_plain.setdefault(fold_plain(compact), set()).add(unit.id)

    def named(self, text: str) -> Match:
        """The units that a text as a whole names (a cell of a unit column, what follows ``Đơn vị:``)."""
        full = words_of(text)
        for form in (full, self._without_council(full), _bare(full)):
            if self._is_ambiguous(form) and form != full:
                continue
            found = self._full.get(form)
            if found:
                return Match(exact=frozenset(found))
        for form in (full, _bare(full)):
            found = self._plain.get(fold_plain(form))
            if found and not self._is_ambiguous(form):
                return Match(near=frozenset(found))
        ambiguous = self._is_ambiguous(_bare(full))
        return Match(near=frozenset(self._township(_bare(full)))) if ambiguous else Match()

    def _is_ambiguous(self, name: str) -> bool:
        return fold_plain(name) in self._ambiguous

    def _township(self, bare: str) -> set[str]:
        return {u.id for u in self.units.values() if fold_plain(_bare(words_of(u.name))) == fold_plain(bare)}

    @staticmethod
    def _without_council(name: str) -> str:
        for prefix in _COUNCIL:
            if name.startswith(prefix + " "):
                return name[len(prefix) + 1 :]
        return name

    def line(self, text: str) -> Match:
        """The units that a line of a title block names."""
        folded = fold(text)
        line = _UNIT_LINE.match(folded)
        if line:
            found = self.named(line[1])
            return found if found.exact or found.near else self._inside(words_of(line[1]))
        if folded.startswith(_PASSED_OVER):
            return Match()
        whole = words_of(text)
        if whole in self._full and not self._is_ambiguous(whole):
            return Match(exact=frozenset(self._full[whole]))
        return self._inside(whole)

    def row(self, text: str) -> Match:
        """The unit whose name the label of a row is, with the word that says its kind (Xã Bản Bo)."""
        words = words_of(_NUMBERING.sub("", text))
        return self.named(words) if words.startswith(_KIND_STARTS) else Match()

    def _inside(self, text: str) -> Match:
        """Names that stand in a text after a word that says their kind, or that begin with such a word themselves."""
        result = Match()
        for kind, rest in self._after_kind_words(text.split()):
            result |= self._longest(rest, kind)
        return result

    def _after_kind_words(self, words: list[str]) -> Iterator[tuple[str, list[str]]]:
        for i, word in enumerate(words):
            if (known := _KIND_WORDS.get(word)) and words[i : i + len(known[1])] == known[1]:
                yield known[0], words[i + len(known[1]) :]
            if word in {"đài", "dai", "trung"}:
                yield "station", words[i:]

    def _longest(self, words: list[str], kind: str) -> Match:
        for size in range(min(len(words), MAX_NAME_WORDS), 0, -1):
            candidate = " ".join(words[:size])
            found = {u for u in self._of(candidate) if self._fits(u, kind)}
            if found:
                return Match(exact=frozenset(found))
        for size in range(min(len(words), MAX_NAME_WORDS), 0, -1):
            found = {u for u in self._plain.get(fold_plain(" ".join(words[:size])), ()) if self._fits(u, kind)}
            if found:
                return Match(near=frozenset(found))
        return Match()

    def _of(self, bare: str) -> set[str]:
        # After a word that says its kind an otherwise ambiguous name is clear (thị trấn Tam Đường).
        return self._full.get(bare, set()) or (self._township(bare) if self._is_ambiguous(bare) else set())

    def _fits(self, unit: str, kind: str) -> bool:
        return self.units[unit].kind == kind or self.units[unit].kind not in _KINDS

    def file_name(self, name: str) -> Match:
        """The units that the name of a file, folder or sheet names, by the stricter rule for names."""
        result = self._inside_name(words_of(name))
        pieces = self._pieces(name)
        exact = _spelled(pieces, self._compact)
        if exact:
            return result | Match(exact=exact)
        if result.exact or result.near:
            return result
        return Match(near=_spelled([fold_plain(p) for p in pieces], self._compact_plain))

    def _inside_name(self, text: str) -> Match:
        words = text.split()
        result = Match()
        for kind, rest in self._after_kind_words(words):
            if kind != "station":
                result |= self._longest(rest, kind)
        for i, word in enumerate(words):
            if word == "ubnd":
                for kind in _KINDS:
                    result |= self._longest(words[i + 1 :], kind)
        return result

    @staticmethod
    def _pieces(name: str) -> list[str]:
        """What stands between the separators of a name, without the phrases and words that every such file carries.

        A phrase is taken off also where separators stand in it (``ban-bo-lan-2``, ``ban_bo_sung``).
        """
        tokens = _TOKENS.findall(fold(name))
        words = [fold_plain(t) for t in tokens if t[0].isalnum()]
        plain = iter(_FILE_PHRASES.sub(lambda m: " -" * len(m[0].split()), f" {' '.join(words)} ").split())
        pieces = [""]
        for token in tokens:
            if not token[0].isalnum():
                pieces.append("")
                continue
            word = next(plain)
            if word != "-" and word not in _FILE_WORDS and not _WEEK_WORD.match(word):
                pieces[-1] += token
        return pieces

    def suggestion(self, text: str) -> str:
        """The name of the unit nearest to a text, or empty. Only ever shown, never used."""
        from rapidfuzz import process  # noqa: PLC0415 - only where no unit is named

        names = {form: next(iter(us)) for form, us in self._plain.items()}
        best = process.extractOne(fold_plain(_bare(words_of(text))), names.keys(), score_cutoff=75)
        return self.units[names[best[0]]].name if best else ""


def _spelled(pieces: list[str], names: dict[str, set[str]]) -> frozenset[str]:
    """The units that neighbouring pieces spell. What lies inside a longer name is part of it (thanh-ha in chau-thanh-ha)."""
    runs = [(i, j) for i in range(len(pieces)) for j in range(i + 1, len(pieces) + 1) if pieces[i] and pieces[j - 1]]
    found = [(i, j) for i, j in runs if "".join(pieces[i:j]) in names]
    longest = [(i, j) for i, j in found if not any(a <= i and j <= b and (a, b) != (i, j) for a, b in found)]
    return frozenset(u for i, j in longest for u in names["".join(pieces[i:j])])


def slug(text: str) -> str:
    """An id made of a name, for campaigns without a registry."""
    return "-".join(_NOT_WORD.sub(" ", fold_plain(_bare(words_of(text)))).split())
