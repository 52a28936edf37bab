"""Finds the quotations of a text that nobody is named for. It looks at the lines beside them, and only advises."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsroom.lib.outline import Block
from newsroom.lib.wording import names_a_speaker

_DASH = re.compile(r"(?:—|–|―|--|-\s)\s*\w")
_HEAD_OF_A_MAIL = re.compile(r"(?:from|von|de|da|від|від кого)\s*:\s*\S|.*:$", re.IGNORECASE)


def nameless(blocks: Sequence[Block]) -> list[Block]:
    """Return the quotations without a name among the blocks of a text. Pull quotes repeat the text and do not count.

    A name may stand in a cite, in a line that opens with a dash, in the head of a mail, or beside or inside the
    quotation with a “said”; a colon before it introduces it.
    """
    return [
        block
        for place, block in enumerate(blocks)
        if block.tag == "blockquote" and "pull" not in block.classes and not _is_attributed(blocks, place)
    ]


def _is_attributed(blocks: Sequence[Block], place: int) -> bool:
    quote = blocks[place]
    lines = quote.text.split("\n")
    before = blocks[place - 1].text if place else ""
    after = blocks[place + 1].text if place + 1 < len(blocks) else ""
    return (
        quote.cited
        or before.endswith(":")
        or any(map(names_a_speaker, (quote.text, before, after)))
        or any(map(_DASH.match, (after, *lines[1:])))
        or (len(lines) > 1 and _HEAD_OF_A_MAIL.match(lines[0]) is not None)
    )
