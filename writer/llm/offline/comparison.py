"""Writes the comparison: where the occupation ranks, the most telling contrast, and what a reader can take from it.

Ranks count from the highest. Where a related occupation has no score, growth is compared instead.
"""

from __future__ import annotations

from decimal import Decimal

from writer.domain.drafts import ReplySentence, SectionReply
from writer.domain.facts import Comparator, Fact, FactSheet
from writer.domain.sections import SectionBrief
from writer.llm.offline.phrases import paragraph, reply, says

FLAT = Decimal(1)  # percent; below this a change is called neither growth nor decline
FAST = Decimal(5)
WIDE = Decimal(15)  # points of exposure or outlook that make a contrast
MIDDLING = Decimal(25)  # percent of observed exposure from which it is considerable


def write(brief: SectionBrief) -> SectionReply:
    """Return one paragraph; no blocks without comparators."""
    sheet = brief.sheet
    if not sheet.comparators:
        return reply()
    contrast = _contrast(sheet)
    named = contrast.text if contrast is not None else ""
    fresh = tuple(peer for peer in sheet.comparators if f"[[cmp.{peer.id}." not in named)
    return reply(paragraph(_rank(sheet), contrast, _reading(sheet, fresh)))


def _value(peer: Comparator, suffix: str) -> Decimal | None:
    fact = peer.fact(f".{suffix}")
    return fact.value if fact is not None and isinstance(fact.value, Decimal) else None


def _held(sheet: FactSheet, suffix: str) -> list[tuple[Decimal, Comparator, Fact]]:
    """Return the peers that have this figure, lowest first."""
    found = [
        (value, peer, fact)
        for peer in sheet.comparators
        if (value := _value(peer, suffix)) is not None and (fact := peer.fact(f".{suffix}")) is not None
    ]
    return sorted(found, key=lambda row: (row[0], row[1].name))


def _rank(sheet: FactSheet) -> ReplySentence | None:
    count = sheet.number("compared.count")
    by_score, by_growth = sheet.number("rank.outlook"), sheet.number("rank.growth")
    if by_score is not None:
        return _rank_by_score(sheet, by_score, by_growth, count)
    if by_growth is None:
        return None
    if by_growth == count:
        return says(
            "Among the [[compared.count]] occupations set side by side here, no projected growth is lower "
            "than yours.",
            "data",
            "rank.growth",
        )
    if by_growth == 1:
        return says(
            "Among the [[compared.count]] occupations set side by side here, no projected growth is higher "
            "than yours.",
            "data",
            "rank.growth",
        )
    return says(
        "By projected growth yours ranks [[rank.growth]] among the [[compared.count]] occupations set side "
        "by side here."
    )


def _rank_by_score(
    sheet: FactSheet, by_score: Decimal, by_growth: Decimal | None, count: Decimal | None
) -> ReplySentence:
    if by_score == 1:
        grown = " and no faster projected growth" if by_growth == 1 else ""
        return says(
            "Among the [[compared.count]] occupations compared here there is no higher outlook score than "
            f"yours{grown}.",
            "data",
            "rank.outlook",
            "rank.growth",
        )
    if by_score == count:
        return says(
            "Among the [[compared.count]] occupations compared here there is no lower outlook score than "
            "yours.",
            "data",
            "rank.outlook",
        )
    return says(
        "By outlook score yours ranks [[rank.outlook]] among the [[compared.count]] occupations compared "
        "here."
    )


def _contrast(sheet: FactSheet) -> ReplySentence | None:
    """Return the widest gap to a neighbour: in direction of growth, then in score, then in exposure."""
    growth = sheet.number("bls.growth.2024-34")
    rates = _held(sheet, "growth")
    if growth is not None and rates:
        low, high = rates[0], rates[-1]
        if growth <= -FLAT and high[0] >= FLAT:
            return says(
                f"Your own occupation is projected to decline; {high[1].name}, by contrast, are projected "
                f"to grow by [[{high[2].id}]]."
            )
        if growth <= -FLAT:
            return says(
                f"Decline is the common lot: none of the others is projected to grow, and {low[1].name} "
                f"are to decline by [[{low[2].id}|abs]]."
                if low[0] < growth and high[0] < 0
                else f"The closest to growth are {high[1].name}, at [[{high[2].id}]]."
            )
    return _contrast_of_scores(sheet) or _contrast_of_exposure(sheet) or _contrast_of_rates(sheet)


def _contrast_of_scores(sheet: FactSheet) -> ReplySentence | None:
    own, scores = sheet.number("outlook.headline"), _held(sheet, "outlook")
    if own is None or not scores:
        return None
    low, high = scores[0], scores[-1]
    if own - low[0] >= max(WIDE, high[0] - own):
        return says(f"The contrast is sharpest with {low[1].name}, who score [[{low[2].id}]].")
    if high[0] - own >= WIDE:
        return says(f"{_plural(high[1])} reach [[{high[2].id}]].")
    return None


def _contrast_of_exposure(sheet: FactSheet) -> ReplySentence | None:
    own, values = sheet.number("aei.exposure"), _held(sheet, "exposure")
    if own is None or not values:
        return None
    high = values[-1]
    if high[0] - own >= WIDE:
        return says(f"Observed exposure sets the group apart more: {high[1].name} are at [[{high[2].id}]].")
    return None


def _contrast_of_rates(sheet: FactSheet) -> ReplySentence | None:
    rates = _held(sheet, "growth")
    growth = sheet.number("bls.growth.2024-34")
    if growth is None or not rates:
        return None
    low, high = rates[0], rates[-1]
    if high[0] - growth >= growth - low[0]:
        return says(f"By projected growth the other end belongs to {high[1].name}, at [[{high[2].id}]].")
    if low[0] < 0:
        return says(
            f"{_plural(low[1])} stand at the other end, with a projected decline of [[{low[2].id}|abs]]."
        )
    return says(f"By projected growth the other end belongs to {low[1].name}, at [[{low[2].id}]].")


def _reading(sheet: FactSheet, peers: tuple[Comparator, ...]) -> ReplySentence | None:
    """Return what exposure and growth in this group say about each other, told of peers not named yet."""
    own = sheet.number("aei.exposure")
    if (
        own
        and sheet.number("rank.exposure") == 1
        and sheet.number("rank.growth") == sheet.number("compared.count")
    ):
        return says(
            "The highest observed exposure of the group and the lowest projected growth meet in your "
            "occupation.",
            "data",
            "rank.exposure",
            "rank.growth",
        )
    pairs = _pairs(peers)
    busy = [row for row in pairs if row[0] >= max(own or Decimal(0), MIDDLING) and row[1] >= FAST]
    if busy:
        peer = max(busy, key=lambda row: (row[1], row[2].name))[2]
        return says(
            f"High exposure need not mean decline: for {peer.name} the Index observes "
            f"[[{_id(peer, 'exposure')}]], and BLS projects growth of [[{_id(peer, 'growth')}]]."
        )
    quiet = [row for row in pairs if row[0] < (own or MIDDLING) and row[1] <= -FLAT]
    if quiet:
        return _quiet(*min(quiet, key=lambda row: (row[1], row[2].name)))
    return (_least_exposed(sheet, pairs) if own else _hardly_apart(sheet)) or _by_wage(sheet)


def _pairs(peers: tuple[Comparator, ...]) -> list[tuple[Decimal, Decimal, Comparator]]:
    """Return exposure and growth of the peers that have both."""
    return [
        (exposure, growth, peer)
        for peer in peers
        if (exposure := _value(peer, "exposure")) is not None
        and (growth := _value(peer, "growth")) is not None
    ]


def _quiet(exposure: Decimal, growth: Decimal, peer: Comparator) -> ReplySentence:
    seen = "no exposure that counts" if exposure == 0 else f"[[{_id(peer, 'exposure')}]]"
    word = "Low" if exposure < WIDE else "Less"
    return says(
        f"{word} exposure is no promise of growth: for {peer.name} the Index observes {seen}, and yet BLS "
        f"projects a decline of [[{_id(peer, 'growth')}|abs]].",
        "data",
        _id(peer, "exposure"),
    )


def _least_exposed(
    sheet: FactSheet, pairs: list[tuple[Decimal, Decimal, Comparator]]
) -> ReplySentence | None:
    ranked = sorted(pairs, key=lambda row: (row[0], row[2].name))
    if (
        len(ranked) < 2
        or ranked[0][0] == ranked[1][0]
        or ranked[0][1] < FLAT
        or len(pairs) < len(sheet.comparators) - 1
    ):
        return _hardly_apart(sheet)
    peer = ranked[0][2]
    return says(
        f"{_plural(peer)}, less exposed than the others by the Index, are projected to grow by "
        f"[[{_id(peer, 'growth')}]].",
        "data",
        _id(peer, "exposure"),
    )


def _hardly_apart(sheet: FactSheet) -> ReplySentence | None:
    pairs = _pairs(sheet.comparators)
    cites = [_id(peer, "exposure") for _, _, peer in pairs]
    if not pairs or any(exposure >= WIDE for exposure, _, _ in pairs):
        return None
    if all(exposure == 0 for exposure, _, _ in pairs):
        return says(
            "For the others the Index observes no exposure that counts, so exposure cannot decide between "
            "them.",
            "data",
            *cites,
        )
    if sheet.number("rank.wage") == sheet.number("compared.count"):
        return says(
            "Exposure hardly tells these occupations apart; pay does, and yours is the lowest.",
            "data",
            "rank.wage",
            *cites,
        )
    return says(
        "Exposure hardly tells these occupations apart, so growth and pay are what is left to choose by.",
        "judgement",
        *cites,
    )


def _by_wage(sheet: FactSheet) -> ReplySentence | None:
    """Return the rank by pay, where exposure says nothing of the group."""
    if not sheet.known("rank.wage") or sheet.number("rank.wage") == sheet.number("rank.outlook"):
        return None
    return says("By median wage the order is another, and yours ranks [[rank.wage]].")


def _id(peer: Comparator, suffix: str) -> str:
    fact = peer.fact(f".{suffix}")
    return fact.id if fact is not None else ""


def _plural(peer: Comparator) -> str:
    return peer.name[:1].upper() + peer.name[1:]
