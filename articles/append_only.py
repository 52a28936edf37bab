"""Which rows of stories the database itself keeps as they were written: acts, saves, and what readers had.

Of a version only its standing changes. Its links to authors and tags are as it was published: when moderators merge
tags later, the versions keep theirs, and the page of the tag that stays reads both.
"""

from __future__ import annotations

from audit.append_only import Keeper, Rule

RULES = (
    Rule("articles_historyentry"),
    Rule("articles_revision"),
    Rule("articles_version", may_change=("standing",)),
    Rule("articles_versionauthor"),
    Rule("articles_versiontag"),
)
STORIES = Keeper("articles", "0009_append_only", RULES)
