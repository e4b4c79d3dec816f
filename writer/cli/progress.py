"""Progress on stderr: one line that is rewritten on a terminal, one line a stage elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable


def stage_reporter() -> Callable[[str], None]:
    """Return a function that shows the present stage."""
    live = sys.stderr.isatty()

    def show(stage: str) -> None:
        if live:
            sys.stderr.write(f"\r\x1b[K{stage}" if stage else "\r\x1b[K")
        elif stage:
            sys.stderr.write(f"{stage}\n")
        sys.stderr.flush()

    return show
