"""Parts a text from the notebook that an agency puts behind it, with contacts and numbers that are not for readers."""

from __future__ import annotations

import re

# From here to the end a text is for the desk. The repeats are capped: what is searched may be hostile
_NOTEBOOK = re.compile(
    r"<(?:section|div|aside)\b[^<>]{0,200}\bclass=[\"'][^\"'<>]{0,100}(?:non-?public|notepad|notebook)"
    r"|following information is not (?:intended )?for publication"
    r"|folgenden informationen sind nicht zur veröffentlichung",
    re.IGNORECASE,
)
# Looked for first, since they are found fast
_WORDS = ("ublication", "UBLICATION", "ffentlichung", "FFENTLICHUNG")
_CLASSES = ("ublic", "otepad", "otebook")
_BLOCK_STARTS = ("<p", "<section", "<div", "<h", "<header", "<li")


def without_notebook(markup: str) -> tuple[str, str]:
    """Part the text at the notebook; nothing after its beginning is sure to be for readers."""
    may_have = any(word in markup for word in _WORDS) or (
        "class=" in markup and any(word in markup for word in _CLASSES)
    )
    found = _NOTEBOOK.search(markup) if may_have else None
    if not found:
        return markup, ""
    start = found.start()
    if markup[start] != "<":  # words: the block they stand in begins before them
        start = max(markup.rfind(block, max(0, start - 300), start) for block in _BLOCK_STARTS)
        start = start if start >= 0 else found.start()
    return markup[:start], markup[start:]
