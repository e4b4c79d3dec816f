"""The word lists behind `phrases`: English cue classes, in lower case, words parted by single spaces.

A hyphen is a word of its own here ("fastest - growing"), as the tokens have it.
"""

from __future__ import annotations


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in text.split(",") if part.strip())


CUES: dict[str, tuple[str, ...]] = {
    "direction.up": _phrases(
        """
        grow, grows, growing, grew, grown, growth, rise, rises, rising, rose, risen, increase, increases, increased,
        increasing, gain, gains, gained, gaining, climb, climbs, climbed, climbing, expand, expands, expanded,
        expanding, expansion, add, adds, added, adding, jump, jumps, jumped, surge, surges, surged, surging, swell,
        swells, up, uptick, upward, upwards, boom, booming, soar, soars, soaring, advance, advances, grow by, go up,
        goes up, going up
        """
    ),
    "direction.down": _phrases(
        """
        negative growth, decline, declines, declined, declining, fall, falls, falling, fell, fallen, drop, drops,
        dropped, dropping, decrease, decreases, decreased, decreasing, shrink, shrinks, shrinking, shrank, shrunk,
        shrinkage, contract, contracts, contracting, contracted, contraction, slip, slips, slipped, slipping, dip,
        dips, dipped, dipping, lose, loses, losing, lost, loss, losses, shed, sheds, shedding, slide, slides,
        sliding, down, downward, downwards, reduction, reduced, dwindle, dwindles, dwindling, erode, erodes,
        eroding, sink, sinks, sinking, go down, goes down, going down, downturn, plunge, plunges, collapse,
        collapses, ebb, ebbs, slump, slumps, cut
        """
    ),
    "direction.flat": _phrases(
        """
        flat, stable, steady, unchanged, level, hold steady, holds steady, barely move, barely moves, barely change,
        barely changes, little change, little or no change, roughly where it is, stay put, stays put, stagnant,
        static
        """
    ),
    "negation": _phrases(
        """
        not, no, never, n't, cannot, can't, won't, isn't, aren't, doesn't, don't, didn't, hasn't, haven't, wasn't,
        weren't, wouldn't, shouldn't, couldn't, neither, nor, without, none, nothing, hardly, rather than, instead
        of, no longer
        """
    ),
    "quantifier.all": _phrases(
        """
        all, every, each, every one, every single one, each and every, all of, the whole list, entire, entirely,
        both, both of, without exception
        """
    ),
    "quantifier.none": _phrases(
        """
        none, none of, not one, not one of, not a single, not a single one, no, zero of, nothing, neither, neither
        of
        """
    ),
    "quantifier.most": _phrases(
        """
        most, most of, the majority, a majority, majority of, the bulk of, more than half, over half, better than
        half, nearly all, almost all, the lion's share
        """
    ),
    "quantifier.minority": _phrases("fewer than half, less than half, under half, a minority, a minority of"),
    "quantifier.half": _phrases("half, half of, half the"),
    "quantifier.few": _phrases("few, a few, few of, only a few, a handful, a handful of, hardly any"),
    "quantifier.some": _phrases("some, some of, several, several of, a number of, any"),
    "quantifier.only": _phrases("only, just, solely, exclusively, nothing but"),
    "quantifier.rest": _phrases(
        """
        the rest, the remaining, the remainder, the other, the others, everything else, all others, all other
        """
    ),
    "comparison.above": _phrases(
        """
        up on, above, higher than, more than, greater than, ahead of, beats, beat, outpaces, outpace, outpacing,
        exceeds, exceed, exceeding, tops, surpasses, surpass, outstrips, outstrip, faster than, better than, larger
        than, bigger than, over, leads, outscores, outscore, outranks, outrank, in front of, ahead, clear of, in
        excess of, north of, faster, higher, outperforms, stronger than, edges out, edges past
        """
    ),
    "comparison.below": _phrases(
        """
        down on, below, lower than, less than, fewer than, behind, trails, trail, trailing, trailed, lags, lag,
        lagging, short of, under, slower than, worse than, smaller than, beneath, shy of, south of, falls short of,
        slower, lower, weaker than, underperforms, back, lags behind, trails behind
        """
    ),
    "comparison.equal": _phrases(
        """
        the same as, equal to, level with, on par with, matches, match, in line with, identical to, tied with, ties
        with, as high as, as low as, as fast as, as much as, on a par with
        """
    ),
    "superlative.top": _phrases(
        """
        highest, best, most, top, largest, biggest, fastest, greatest, strongest, leading, leads, lead, first place,
        number one, heads the list, tops the list, safest, the most exposed, fastest - growing, comes first, in
        first place
        """
    ),
    "superlative.bottom": _phrases(
        """
        lowest, worst, least, bottom, smallest, slowest, weakest, last place, comes last, the least exposed, in last
        place, slowest - growing
        """
    ),
    "certainty.sure": _phrases(
        """
        definitely, certainly, surely, undoubtedly, inevitably, inevitable, guaranteed, guarantees, guarantee,
        certain, without a doubt, no doubt, beyond doubt, will never, for certain, bound to, without question, never
        """
    ),
    "certainty.perhaps": _phrases(
        """
        may, might, could, perhaps, possibly, likely, unlikely, probably, suggests, suggest, appears, seems,
        potentially
        """
    ),
    "future": _phrases(
        """
        will, is going to, are going to, set to, expected to, projected to, is about to, by the time, soon
        """
    ),
    "cause": _phrases(
        """
        because, because of, due to, owing to, driven by, thanks to, as a result of, caused by, attributes,
        attributed to, attribute, blames, blame, stems from, reflects, the reason, on account of, is behind, result
        of, led by
        """
    ),
    "reporting": _phrases(
        """
        says, say, said, reports, report, reported, finds, find, found, notes, note, noted, shows, show, showed,
        projects, project, projected, expects, expect, expected, estimates, estimate, estimated, according to,
        states, states that, concludes, conclude, concluded, predicts, predict, predicted, forecasts, forecast,
        warns, warn, warned, observes, observe, observed, argues, calls, records, record, recorded, measures,
        measure, measured, attributes, describes, lists, puts, gives, has, sees, credits, points to, cites,
        identifies, confirms, publishes, published by
        """
    ),
    "displacement": _phrases(
        """
        replace, replaces, replaced, replacing, take over, takes over, took over, taken over, taking over, automate,
        automates, automated, automating, eliminate, eliminates, eliminated, displace, displaces, displaced, make
        obsolete, handle, handles, does, do away with, wipe out, wipes out
        """
    ),
    "hedge": _phrases(
        """
        about, around, roughly, approximately, nearly, almost, some, close to, just over, just under, a little over,
        a little under, a shade over, a shade under, more or less, or so, in the region of, on the order of
        """
    ),
}
