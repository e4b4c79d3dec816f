"""Directions that a printed figure measures: "a decline of 1.7%", "300 fewer jobs", "$12,850 more than across all"."""

from __future__ import annotations

from collections.abc import Iterator

from writer.claims.index import EVERYONE, SUBJECT, Row
from writer.claims.said import Fault, Printed, Said, name_of
from writer.claims.signed import Signed
from writer.domain.units import print_value
from writer.language.spans import Span, word_set

_FILLERS = word_set(
    "percentage points point percent % or a year so net projected jobs job new in employment per"
)
_PREPOSITIONS = word_set("by of at : about roughly around nearly some to with , — – just only ( - is was")
_OTHERS = word_set("than against versus vs compared unlike ; while whereas but")
_NOT_JOBS = word_set(
    """exposure score scores pay wage wages salary salaries earnings use usage penetration share openings cost costs
    price prices income hours"""
)
_AVERAGE = word_set("average national overall typical")
_BEHIND = word_set("above below more less fewer behind ahead higher lower faster slower over under short")
_SIGNS = {"over": 1, "under": -1, "short": -1}
_YOURS = word_set("you yours your")


def anchored_faults(said: Said) -> Iterator[Fault]:
    """Yield the directions that the row of their own figure turns round."""
    for figure in said.printed:
        if figure.value == 0 or figure.minus:
            continue
        if is_change(figure.row):
            word = governor(said, figure)
            if word is not None and word.sign * figure.value < 0 and not _set_aside(said, word):
                yield _fault(said, figure, Span(word.start, word.end))
        elif is_gap(figure.row):
            found = gap_word(said, figure)
            if found is not None and found[1] * figure.value < 0:
                start = min(found[0].start, figure.end)
                yield _fault(said, figure, Span(start, found[0].end))


def _set_aside(said: Said, word: Signed) -> bool:
    """True for what is denied, or would have to happen ("it would take a rise of 300 jobs")."""
    return said.denied(word, 3) or "would" in said.between(said.clause(word).start, word.start)


def is_change(row: Row) -> bool:
    """True for a change of employment: in percent, in jobs, or in jobs a year."""
    if row.dimension == "percent" and row.measure == "growth":
        return True
    return row.unit in ("jobs", "jobs/year", "persons") and "change" in row.label


def is_gap(row: Row) -> bool:
    """True for a distance between the occupation and all occupations, signed for the occupation."""
    return " against " in f" {row.label} " and row.dimension in (
        "percentage_points",
        "money",
        "percent",
        "count",
    )


def governor(said: Said, figure: Printed) -> Signed | None:
    """Return the word that says where a change goes: right behind its figure, else the nearest trend before it."""
    behind = _right_behind(said, figure)
    return behind or _nearest_before(said, figure)


def _right_behind(said: Said, figure: Printed) -> Signed | None:
    if (side := _up_or_down(said, figure)) is not None:
        return side
    for word in said.signed:
        if word.start < figure.end:
            continue
        between = said.between(figure.end, word.start)
        if len(between) > 3 or not set(between) <= _FILLERS:
            return None
        if word.form == "noun" or (word.form == "count" and not _of_another(said, word)):
            return word
        return None
    return None


def _up_or_down(said: Said, figure: Printed) -> Signed | None:
    """Return "down" or "up" right behind a figure ("6.3% down against 3.1% up")."""
    after = [
        (at, token)
        for at, token in enumerate(said.tokens)
        if token.start >= figure.end and token.lower != "%"
    ]
    if not after or after[0][1].lower not in ("up", "down") or said.after(after[0][1], 1) == ("to",):
        return None
    at, token = after[0]
    sign = 1 if token.lower == "up" else -1
    return Signed(start=token.start, end=token.end, at=at, word=token.lower, sign=sign, form="noun")


def _of_another(said: Said, word: Signed) -> bool:
    """True for "5.4% more than all occupations" after a growth figure: a gap, not a change."""
    return said.after(word, 1) == ("than",) and bool(said.entities_in(word.end, word.end + 60))


def _nearest_before(said: Said, figure: Printed) -> Signed | None:
    trends = [w for w in said.signed if w.end <= figure.start and w.form in ("verb", "noun")]
    if not trends:
        return None
    word = trends[-1]
    between = said.between(word.end, figure.start)
    last = between[-1] if between else ""
    if set(between) & _OTHERS or last == "the" or _taken(said, word, figure):
        return None
    if set(between) & _NOT_JOBS or _counts_else(said, word):
        return None
    if set(said.before(word, 1)) & _AVERAGE and figure.row.entity != EVERYONE:
        return None
    named = said.entities_in(word.end, figure.start)
    apart = [m for m in named if m.ref != figure.row.entity and m.ref != "group"]
    if apart and not (last == "by" and figure.row.entity in {m.ref for m in named}):
        return None
    return word if last in _PREPOSITIONS or last in ("%", "$") or not between else None


def _taken(said: Said, word: Signed, figure: Printed) -> bool:
    """True where another occupation's figure stands between and the clause names no third."""
    between = [p for p in said.printed if word.end <= p.start and p.end <= figure.start and is_change(p.row)]
    return (
        bool(between) and between[-1].row.entity != figure.row.entity and "by" not in said.before(figure, 2)
    )


def _counts_else(said: Said, word: Signed) -> bool:
    """True where it is pay, exposure or a share that rises or falls."""
    near = (*said.before(word, 3), *said.after(word, 3)) if word.form == "noun" else said.before(word, 6)
    after = said.after(word, 3)
    if word.form == "noun" and after[:1] in (("of",), ("in",)):
        near = after
    return bool(set(near) & _NOT_JOBS)


def gap_word(said: Said, figure: Printed) -> tuple[Span, int] | None:
    """Return the word that says on which side of all occupations a gap lies, and the side as seen from the subject."""
    for token in said.tokens:
        if token.start < figure.end:
            continue
        if token.lower in _BEHIND:
            sign = _SIGNS.get(token.lower) or next((w.sign for w in said.signed if w.start == token.start), 0)
            place = Span(token.start, token.end)
            return (place, sign * _side(said, place)) if sign else None
        if token.lower not in _FILLERS:
            return None
    return None


def _side(said: Said, word: Span) -> int:
    """Return -1 where all occupations are measured against the subject ("3 points more than yours"), else 1."""
    behind = [m for m in said.entities if word.end <= m.start < word.end + 40]
    if behind:
        return -1 if behind[0].ref == SUBJECT else 1
    return -1 if set(said.after(word, 3)) & _YOURS else 1


def _fault(said: Said, figure: Printed, span: Span) -> Fault:
    """Return the fault: for a change, the row and its value; for a gap, on which side of all occupations it lies."""
    row = figure.row
    general = row.entity == EVERYONE and not is_gap(row)
    whose = name_of(
        said.index, SUBJECT if is_gap(row) or row.entity not in said.index.entities else row.entity
    )
    value = f"{'' if general else f'of {whose} '}is {print_value(figure.value, row.unit)}"
    right = (
        ("growth" if figure.value > 0 else "decline")
        if is_change(row)
        else ("above all occupations" if figure.value > 0 else "below all occupations")
    )
    return Fault(
        start=span.start,
        end=span.end,
        expected=right,
        reason=f"{row.label} {value}",
        rows=(row,),
    )
