"""What the desk is told about each verb: before it is done, and after."""

from __future__ import annotations

from django.utils import timezone

from articles.admin.minutes import told
from articles.models import Article
from articles.permissions import Person
from articles.planning import name_of
from articles.states import Verb

CONSEQUENCES = {
    Verb.SUBMIT: "The desk gets it. You can no longer change it until it is sent back.",
    Verb.SEND_BACK: "The writer gets it back with your note. A schedule falls away.",
    Verb.APPROVE: "It is marked ready to go out.",
    Verb.SCHEDULE: "It goes out by itself at that time, if nothing stands in its way then.",
    Verb.UNSCHEDULE: "It stays ready and does not go out by itself.",
    Verb.PUBLISH: "Readers see it at once, at an address that it keeps for ever.",
    Verb.UPDATE: "Readers see the working copy instead of the present version.",
    Verb.CORRECT: "Readers see the working copy, and your text in a correction box that is never removed.",
    Verb.CLARIFY: "Readers see the working copy, and your text in a clarification box that is never removed.",
    Verb.ANNOTATE: "Readers see the working copy, and your text in a box as an editor’s note that is never removed.",
    Verb.UNDO: "Readers get what they had before. Your text stays in the working copy.",
    Verb.WITHDRAW: "It disappears from every page, list and feed. Its address shows your text. It can come back.",
    Verb.REPUBLISH: "Readers see the working copy at the old address again.",
    Verb.KILL: "It disappears for good from every page, list and feed. Its address answers “gone” with your text.",
    Verb.SPIKE: "It goes into the bin, unpublished. It can be restored.",
    Verb.UNSPIKE: "It comes back as a draft.",
    Verb.HOLD: "Nobody can publish it until it is released.",
    Verb.RELEASE: "It can be published again.",
    Verb.LIFT_EMBARGO: "It can be published from now on. Nothing goes out by itself.",
    Verb.VAULT: "It gets no address and no schedule. Two people let it out again. Preview links end.",
    Verb.UNVAULT: "This is the first of two steps: somebody else has to let it out as well.",
    Verb.READDRESS: "Readers find it at the new address; the old one leads there. Waiting changes are not published.",
}
DESTRUCTIVE = frozenset({Verb.KILL, Verb.WITHDRAW, Verb.SPIKE})
DONE = {
    Verb.SUBMIT: "Submitted to the desk.",
    Verb.SEND_BACK: "Sent back.",
    Verb.APPROVE: "Approved.",
    Verb.SCHEDULE: "Scheduled.",
    Verb.UNSCHEDULE: "Unscheduled.",
    Verb.PUBLISH: "Live now.",
    Verb.UPDATE: "The changes are live.",
    Verb.CORRECT: "The correction is live.",
    Verb.CLARIFY: "The clarification is live.",
    Verb.ANNOTATE: "The editor’s note is live.",
    Verb.UNDO: "Undone. Readers have what they had before.",
    Verb.WITHDRAW: "Withdrawn.",
    Verb.REPUBLISH: "Live again.",
    Verb.KILL: "Killed.",
    Verb.SPIKE: "Spiked.",
    Verb.UNSPIKE: "Restored.",
    Verb.HOLD: "On hold.",
    Verb.RELEASE: "Released.",
    Verb.LIFT_EMBARGO: "The embargo is lifted.",
    Verb.VAULT: "In the vault.",
    Verb.UNVAULT: "Out of the vault.",
    Verb.READDRESS: "The story has its new address. The old one leads there.",
}


def consequence(article: Article, verb: Verb) -> str:
    """Return what will happen to this story."""
    if verb == Verb.UNVAULT and article.vault_opened_by:
        return f"{name_of(article.vault_opened_by)} has asked for it. You are the second: it comes out, as a draft."
    if verb == Verb.VAULT and article.in_vault:
        return "It stays in the vault: that somebody asked to let it out is taken back."
    return CONSEQUENCES[verb]


def why_not(article: Article, verb: Verb, user: Person) -> str:
    """Return why a page of a verb has nothing to do."""
    if verb == Verb.UNVAULT and article.in_vault and article.vault_opened_by_id == user.pk:
        return "You have asked already. Somebody else has to let it out as well."
    return "This is not possible now: the story has moved on."


def done(article: Article, verb: Verb) -> str:
    """Return what has happened to this story."""
    if verb == Verb.UNVAULT and article.in_vault:
        return "Asked. Somebody else has to let it out as well."
    if verb == Verb.SCHEDULE and article.publish_at:
        return f"Scheduled: {told(article.publish_at, timezone.now())}."
    return DONE[verb]
