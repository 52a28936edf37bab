"""The whole life of a story: what readers get (status), where it lies on the desk (stage), and one table of moves.
No database here; articles.workflow carries moves out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """What readers get."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    KILLED = "killed"
    SPIKED = "spiked"


class Stage(StrEnum):
    """Where the working copy lies on the desk."""

    WRITING = "writing"
    IN_REVIEW = "in_review"
    READY = "ready"


class Verb(StrEnum):
    """What a person, or the clock, does to a story."""

    SUBMIT = "submit"
    SEND_BACK = "send_back"
    APPROVE = "approve"
    SCHEDULE = "schedule"
    UNSCHEDULE = "unschedule"
    PUBLISH = "publish"
    UPDATE = "update"
    CORRECT = "correct"
    CLARIFY = "clarify"
    ANNOTATE = "annotate"
    UNDO = "undo"
    WITHDRAW = "withdraw"
    REPUBLISH = "republish"
    KILL = "kill"
    SPIKE = "spike"
    UNSPIKE = "unspike"
    HOLD = "hold"
    RELEASE = "release"
    LIFT_EMBARGO = "lift_embargo"
    VAULT = "vault"
    UNVAULT = "unvault"
    READDRESS = "readdress"


class Logged(StrEnum):
    """What the history tells of besides the moves of a story."""

    CREATED = "created"
    RESTORED = "restored"
    TAKEN_OVER = "taken_over"
    NOTE_SETTLED = "note_settled"
    NOTE_REOPENED = "note_reopened"
    PREVIEW_SHARED = "preview_shared"
    PREVIEW_REVOKED = "preview_revoked"
    SCHEDULE_FAILED = "schedule_failed"
    TAKEDOWN_FILED = "takedown_filed"
    TAKEDOWN_DECIDED = "takedown_decided"
    TAKEDOWN_REVIEWED = "takedown_reviewed"
    UNVAULT_ASKED = "unvault_asked"


class Words(StrEnum):
    """What a move asks its mover to write."""

    NONE = "none"
    NOTE = "note"  # internal, for the desk and the history
    PUBLIC = "public"  # readers see it
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Move:
    """One row of the table. `to_status` or `to_stage` None leaves that side as it is.

    Undoing is the exception: it leads to where the story was before (articles.undoing).
    """

    verb: Verb
    label: str
    from_status: frozenset[Status]
    from_stage: frozenset[Stage]
    to_status: Status | None
    to_stage: Stage | None
    permission: str
    words: Words = Words.NONE
    makes_version: bool = False

    def allows(self, status: str, stage: str) -> bool:
        """Tell whether a story in this state may make the move; conditions are not asked here."""
        return status in self.from_status and stage in self.from_stage


_ANY_STAGE = frozenset(Stage)
_ALIVE = frozenset({Status.DRAFT, Status.PUBLISHED, Status.WITHDRAWN})
_DRAFT = frozenset({Status.DRAFT})
_LIVE = frozenset({Status.PUBLISHED})
_WRITING = frozenset({Stage.WRITING})
_ON_THE_DESK = frozenset({Stage.IN_REVIEW, Stage.READY})

_TABLE = (
    Move(Verb.SUBMIT, "Submit to desk", _ALIVE, _WRITING, None, Stage.IN_REVIEW, "submit_article"),
    Move(Verb.SEND_BACK, "Send back", _ALIVE, _ON_THE_DESK, None, Stage.WRITING, "review_article", Words.NOTE),
    Move(Verb.APPROVE, "Approve", _ALIVE, frozenset({Stage.IN_REVIEW}), None, Stage.READY, "review_article"),
    Move(Verb.SCHEDULE, "Schedule", _DRAFT, _ANY_STAGE, None, Stage.READY, "publish_article"),
    Move(Verb.UNSCHEDULE, "Unschedule", _DRAFT, frozenset({Stage.READY}), None, None, "publish_article"),
    Move(
        Verb.PUBLISH, "Publish now", _DRAFT, _ANY_STAGE, Status.PUBLISHED, Stage.WRITING, "publish_article",
        makes_version=True,
    ),
    Move(
        Verb.UPDATE, "Publish changes", _LIVE, _ANY_STAGE, None, Stage.WRITING, "publish_article", makes_version=True
    ),
    Move(
        Verb.CORRECT, "Publish correction", _LIVE, _ANY_STAGE, None, Stage.WRITING, "correct_article", Words.PUBLIC,
        makes_version=True,
    ),
    Move(
        Verb.CLARIFY, "Publish clarification", _LIVE, _ANY_STAGE, None, Stage.WRITING, "correct_article", Words.PUBLIC,
        makes_version=True,
    ),
    Move(
        Verb.ANNOTATE, "Publish editor’s note", _LIVE, _ANY_STAGE, None, Stage.WRITING, "correct_article",
        Words.PUBLIC, makes_version=True,
    ),
    Move(Verb.UNDO, "Undo publishing", _LIVE, _ANY_STAGE, None, None, "publish_article"),
    Move(
        Verb.WITHDRAW, "Withdraw", _LIVE, _ANY_STAGE, Status.WITHDRAWN, None, "withdraw_article", Words.BOTH,
        makes_version=True,
    ),
    Move(
        Verb.REPUBLISH, "Republish", frozenset({Status.WITHDRAWN}), _ANY_STAGE, Status.PUBLISHED, Stage.WRITING,
        "withdraw_article", makes_version=True,
    ),
    Move(
        Verb.KILL, "Kill", frozenset({Status.PUBLISHED, Status.WITHDRAWN}), _ANY_STAGE, Status.KILLED, Stage.WRITING,
        "kill_article", Words.BOTH, makes_version=True,
    ),
    Move(Verb.SPIKE, "Spike", _DRAFT, _ANY_STAGE, Status.SPIKED, Stage.WRITING, "spike_article"),
    Move(Verb.UNSPIKE, "Restore", frozenset({Status.SPIKED}), _ANY_STAGE, Status.DRAFT, Stage.WRITING, "spike_article"),
    Move(Verb.HOLD, "Hold", _ALIVE, _ANY_STAGE, None, None, "hold_article", Words.NOTE),
    Move(Verb.RELEASE, "Release", _ALIVE, _ANY_STAGE, None, None, "hold_article", Words.NOTE),
    Move(Verb.LIFT_EMBARGO, "Lift embargo", _ALIVE, _ANY_STAGE, None, None, "publish_article"),
    Move(Verb.VAULT, "Put in the vault", _DRAFT, _ANY_STAGE, None, Stage.WRITING, "vault_article"),
    Move(Verb.UNVAULT, "Let out of the vault", _DRAFT, _ANY_STAGE, None, None, "vault_article"),
    Move(
        Verb.READDRESS, "Change address", frozenset({Status.PUBLISHED, Status.WITHDRAWN}), _ANY_STAGE, None, None,
        "publish_article", makes_version=True,
    ),
)  # fmt: skip

MOVES: dict[Verb, Move] = {move.verb: move for move in _TABLE}
PERMISSIONS = tuple(sorted({move.permission for move in _TABLE}))

STATUS_LABELS = {
    Status.DRAFT: "Draft",
    Status.PUBLISHED: "Live",
    Status.WITHDRAWN: "Withdrawn",
    Status.KILLED: "Killed",
    Status.SPIKED: "Spiked",
}
# What the log calls an act where the verb alone would be no English
ACT_LABELS = {
    "annotate": "Editor’s note", "preview_revoked": "Preview link revoked", "preview_shared": "Preview link made",
    "readdress": "Address changed", "schedule_failed": "Not published when due", "takedown_decided": "Takedown decided",
    "takedown_filed": "Takedown asked for", "takedown_reviewed": "Takedown looked at again", "unspike": "Restore",
    "unvault": "Let out of the vault", "unvault_asked": "Asked to let it out of the vault", "vault": "Put in the vault",
}  # fmt: skip
STAGE_LABELS = {Stage.WRITING: "Writing", Stage.IN_REVIEW: "In review", Stage.READY: "Ready"}


def moves_from(status: str, stage: str) -> list[Move]:
    """Return the moves the table allows from here, in the table's order."""
    return [move for move in _TABLE if move.allows(status, stage)]


def act_label(verb: str) -> str:
    """Return what the log calls an act, a move of the table or another."""
    return ACT_LABELS.get(verb, verb.replace("_", " ").capitalize())
