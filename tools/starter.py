"""Build the bundled starter data from the publishers' release files, or check it against them.

    python tools/starter.py build [--releases DIR]      write data/starter/
    python tools/starter.py check [--releases DIR]      compare data/starter/ with them, field by field

Exit codes: 0 done, 1 the bundle differs or its wording has gaps, 3 the releases are absent or unexpected.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from starter_bundle import bundle_files, compare_files, read_wording, wording_gaps, write_files
from starter_counts import count_join, print_counts
from starter_join import join
from starter_releases import read_releases

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    options = _parser().parse_args(arguments)
    bundle: Path = options.bundle
    try:
        releases = read_releases(options.releases)
        joined = join(releases)
    except (FileNotFoundError, ValueError) as error:
        print(error, file=sys.stderr)
        return 3
    counts = count_join(releases, joined)
    if options.command == "build":
        print_counts(counts)
    wrong = [count for count in counts if count.found != count.expected]
    if wrong:
        print("\n".join(f"{c.what}: found {c.found}, expected {c.expected}" for c in wrong), file=sys.stderr)
        return 3
    wording = read_wording(bundle)
    gaps = wording_gaps(joined, wording)
    files = bundle_files(releases, joined, wording)
    print("\n".join(gaps), end="\n" if gaps else "", file=sys.stderr)
    if options.command == "build":
        write_files(bundle, files)
        print(f"{len(files)} files written")
        return 1 if gaps else 0
    return max(_report(bundle, files), 1 if gaps else 0)


def _report(bundle: Path, files: dict[str, str]) -> int:
    """Print each difference on a line of its own, or one summary line."""
    differences = compare_files(bundle, files)
    for found in differences:
        print(f"{found.file}\t{found.row}\t{found.field}\tbundled {found.bundled}\texpected {found.expected}")
    if differences:
        print(f"{len(differences)} differences", file=sys.stderr)
        return 1
    print(f"{len(files)} files agree with the releases")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("command", choices=("build", "check"))
    default = os.environ.get("WRITER_RELEASES") or ROOT.parent / "shared" / "releases"
    parser.add_argument("--releases", type=Path, default=Path(default), help="folder of the release files")
    parser.add_argument("--bundle", type=Path, default=ROOT / "data" / "starter", help="folder of the bundle")
    return parser


if __name__ == "__main__":
    sys.exit(main())
