"""From the words a writer types to one occupation, or to an error that names the nearest ones."""

from __future__ import annotations

from writer.domain.ports import Match, OccupationRecord, Warehouse
from writer.errors import UserError

CERTAIN = 100.0
NEAREST = 5


def resolve(words: str, warehouse: Warehouse) -> OccupationRecord:
    """Return the record that the words name without doubt. Raises UserError with the nearest titles otherwise."""
    matches = warehouse.search(words, limit=20)
    exact = [match for match in matches if match.score >= CERTAIN]
    ready = [match for match in exact if match.bundled]
    if len({match.code for match in ready}) == 1:
        return warehouse.record(ready[0].code)
    if len(ready) > 1:
        raise UserError(f"{words!r} names more than one occupation; give a code:\n{_listed(ready)}")
    if exact:
        nearby = [match for match in matches if match.bundled][:NEAREST]
        raise UserError(
            f"{exact[0].title} ({exact[0].code}) is a real occupation, but it is not among the "
            f"{len(warehouse.codes())} bundled ones.\nLoad the publishers' releases with: writer data fetch"
            + (f"\nBundled and nearest to it:\n{_listed(nearby)}" if nearby else "")
        )
    if not matches:
        raise UserError(f"No occupation is called {words!r}. `writer search WORDS` lists titles that are.")
    raise UserError(f"No occupation is called {words!r}. The nearest are:\n{_listed(matches[:NEAREST])}")


def _listed(matches: list[Match]) -> str:
    return "\n".join(
        f"  {match.code}  {match.title}{'' if match.bundled else '  (not bundled)'}" for match in matches
    )
