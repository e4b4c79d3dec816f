"""Shows text from data in a prompt: on one line, nothing invisible, no slot and no mark of its own."""

from __future__ import annotations

import re
import unicodedata

from writer.domain.drafts import SLOT

_MARK = re.compile(r"={5,}")
_DOUBLE = re.compile(r"([\[\]])(?=\1)")  # two brackets in a row would read as a slot
#: Letters and selectors that show nothing although their category does not say so.
_BLANK = ((0x115F, 0x1160), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFFA0, 0xFFA0), (0xE0000, 0xE0FFF))
_INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})


class Rendered(str):
    """Text that is ready: made from our own templates, or escaped already."""

    __slots__ = ()


def shown(text: str) -> str:
    """Return the text on one line, invisible characters escaped, without slots, marks or columns."""
    plain = "".join(_visible(character) for character in " ".join(text.split())).replace("|", "/")
    return _MARK.sub("====", _DOUBLE.sub(r"\1 ", plain))


def shown_with_slots(text: str) -> Rendered:
    """Return a model's own sentence, or a message about it, as a prompt shows it: its slots are left as written."""
    pieces: list[str] = []
    at = 0
    for slot in SLOT.finditer(text):
        name, style = shown(slot[1]), slot[2]
        pieces += [_kept(text[at : slot.start()]), f"[[{name}|{style}]]" if style else f"[[{name}]]"]
        at = slot.end()
    return Rendered("".join([*pieces, _kept(text[at:])]).strip())


def _kept(text: str) -> str:
    """Return the text as shown, with the blanks at its ends that stand beside a slot."""
    lead, tail = text[:1].isspace(), text[-1:].isspace()
    body = shown(text)
    return (" " if lead else "") + body + (" " if tail and body else "")


def _visible(character: str) -> str:
    point = ord(character)
    blank = any(first <= point <= last for first, last in _BLANK)
    if blank or unicodedata.category(character) in _INVISIBLE:
        return f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"
    return character


def finalize(value: object) -> object:
    """Return what a template prints for a value: text from data escaped, the rest as it is."""
    return shown(value) if isinstance(value, str) and not isinstance(value, Rendered) else value
