"""A negative claim about a named product needs a limit record that tested it.

That a product does not do what its record does not list is no test and no claim; that its results are poor is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from writer.checks.base import CheckInput, finding
from writer.checks.frames import content, cues, phrase_list, shared, trimmed
from writer.checks.tools import ToolClaim, tool_claims
from writer.domain.findings import Finding
from writer.domain.occupations import Evidence, EvidenceKind

_DEFECT = cues(
    *phrase_list(
        r"""artifacts?, artefacts?, unreliable, inaccurate, errors?, mistakes?, hallucinat\w+, fails?, failed,
    struggles?,
    struggled, breaks? down, falls? (?:short|apart|down), stumbles?, poor(?:ly)?, bad at, weak(?:ness)?,
    trouble with, chokes? on, misses, misreads?, gets? \w+ wrong, distort\w*, glitch\w*, bias(?:ed)?, too slow,
    latency, lags?, unusable, manual correction, can't be trusted, cannot be trusted, muddy, garbled, confus\w+,
    loses? (?:detail|quality), not accurate, not reliable,
    needs? (?:constant|heavy|careful) (?:checking|correction|supervision)"""
    )
)
_CANNOT = cues(
    *phrase_list(
        """can't, cannot, can not, could not, couldn't, doesn't, does not, isn't able to, unable to, never, no longer,
    won't, will not"""
    )
)
_HARMLESS = cues(
    r"(?:doesn't|does not|won't|will not|can't|cannot|never) (?:\w+ )?(?:replace|mean|change|matter|threaten|need|"
    r"cost|count|say|show|sit|stand|touch|have to|remove|make)"
)


_MENDS = cues(
    r"(?:catch|fix|remov|reduc|find|flag|correct|prevent|avoid|spot|detect|clean|cut|eliminat|highlight|repair|smooth|"
    r"mark|check)(?:es|s|e|ing)?"
)


class Limits:
    """What a named product is said not to do well."""

    name = "limits"
    house = False

    def __call__(self, page: CheckInput) -> list[Finding]:
        """Return negative claims about products that no limit record carries."""
        return [item for claim in tool_claims(page, every=True) for item in _judge(page, claim)]


def _judge(page: CheckInput, claim: ToolClaim) -> Iterator[Finding]:
    text = page.reading.text
    said = text[claim.start : claim.end]
    defect = _DEFECT.search(text, claim.verb_start, claim.end)
    cannot = _CANNOT.search(said)
    if defect and (
        _is_its_job(claim.record, defect[0]) or _MENDS.search(text, claim.verb_start, defect.start())
    ):
        defect = None
    if defect is None and (cannot is None or _HARMLESS.search(said)):
        return
    if defect is None and not _denies_its_record(claim, said) and not page.house:
        return
    if any(_tested(record, claim.record, said) for record in page.sheet.evidence):
        return
    yield finding(
        page,
        Limits.name,
        claim.start,
        trimmed(text, claim.end),
        f"no limit record tested {claim.record.name} for this",
        fact=claim.record.id,
    )


def _is_its_job(tool: Evidence, defect: str) -> bool:
    """True if the word is what the tool removes ("reduces errors"), by its own record."""
    return (
        bool(shared(content(defect), content(" ".join(tool.does))))
        or defect.lower() in " ".join(tool.does).lower()
    )


def _denies_its_record(claim: ToolClaim, said: str) -> bool:
    """True if what the product is said not to do is just what its record says that it does."""
    words = content(said) - content(claim.record.name)
    return len(words) > 0 and len(shared(words, content(" ".join(claim.record.does)))) >= max(
        1, len(words) // 2
    )


def _tested(record: Evidence, tool: Evidence, said: str) -> bool:
    if record.kind is not EvidenceKind.LIMIT or not re.search(
        rf"(?<!\w){re.escape(tool.name)}(?!\w)", f"{record.subject} {record.name}", re.IGNORECASE
    ):
        return False
    words = content(said) - content(tool.name)
    return len(shared(words, content(f"{record.finding} {record.human_part}"))) >= max(1, len(words) // 4)


CHECK = Limits()
