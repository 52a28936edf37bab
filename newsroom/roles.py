"""Who may do what: one table of roles, each a group of permissions. `manage.py sync_roles` makes the groups so."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission
from django.db import transaction

from audit import recording
from audit.models import AuditEntry, FieldChange


@dataclass(frozen=True, slots=True)
class Role:
    """A role as people say it; `name` is the group's name."""

    name: str
    label: str
    says: str
    permissions: frozenset[str]


def _all(app: str, model: str, actions: str = "view add change delete") -> set[str]:
    return {f"{app}.{action}_{model}" for action in actions.split()}


_SEE = {
    *_all("articles", "article", "view"),
    *_all("articles", "section", "view"),
    *_all("articles", "revision", "view"),
    *_all("articles", "version", "view"),
    *_all("articles", "historyentry", "view"),
    *_all("articles", "handover", "view"),
    *_all("articles", "stylerule", "view"),
    *_all("articles", "checkrule", "view"),
    *_all("authors", "author", "view"),
    *_all("images", "image", "view"),
    *_all("tags", "tag", "view"),
    *_all("sources", "source", "view"),
    *_all("wire", "wireitem", "view"),
}
_WRITE = {*_all("articles", "article", "add change"), "articles.submit_article", *_all("images", "image", "add change")}
_DESK_ACTS = "review publish correct withdraw kill spike vault assign bulk share".split()
_DESK = {f"articles.{act}_article" for act in _DESK_ACTS} | {
    *_all("articles", "stylerule"),
    *_all("articles", "handover", "view add change"),
    *_all("articles", "bulkchange", "view"),
    *_all("articles", "takedown", "view add"),
    *_all("tags", "tag", "add"),
    *_all("fronts", "front", "view change"),
    *_all("fronts", "container"),
    *_all("fronts", "slot"),
}
_PROMOTE = {"wire.promote_wireitem"}
_WIRE = {*_PROMOTE, *_all("wire", "delivery", "view"), *_all("wire", "wireitem", "change")}
_PEOPLE = {*_all("authors", "author", "add change")}
_TIDY = {
    *_all("tags", "tag"),
    *_all("tags", "tagalias"),
    *_all("sources", "source", "add change"),
    *_all("sources", "rightsprofile"),
}
_STAFF = {
    *_all("auth", "user", "view add change"),
    *_all("auth", "group", "view"),
    *_all("audit", "auditentry", "view export"),
    *_all("newsroom", "problemreport", "view change"),
}

ROLES = (
    Role("reporter", "Reporter", "writes stories and hands them in", frozenset(_SEE | _WRITE | _PROMOTE)),
    Role(
        "editor", "Editor", "checks, publishes, corrects, withdraws and kills",
        frozenset(_SEE | _WRITE | _DESK | _PROMOTE),
    ),
    Role(
        "chief",
        "Chief editor",
        "all of that, holds stories, keeps sections, people and logins",
        frozenset(
            _SEE | _WRITE | _DESK | _WIRE | _PEOPLE | _TIDY | _STAFF
            | {"articles.hold_article", "articles.takedown_article", "articles.export_historyentry"}
            | {*_all("articles", "section"), *_all("articles", "checkrule"), *_all("fronts", "front")}
            | {*_all("articles", "takedown", "change")}
        ),
    ),
    Role("moderator", "Moderator", "keeps tags and sources tidy", frozenset(_SEE | _TIDY)),
    Role("wire_editor", "Wire editor", "watches the wire and makes stories of it", frozenset(_SEE | _WRITE | _WIRE)),
    Role(
        "photo_editor", "Photo editor", "keeps pictures, credits and descriptions",
        frozenset(_SEE | _all("images", "image")),
    ),
)  # fmt: skip


def _give(group: Group, wanted: dict[str, Permission], *, is_logged: bool) -> None:
    """Make a group's permissions so, and log what it gained and lost; a new group starts as the table says."""
    had = {_name(permission): permission for permission in group.permissions.select_related("content_type")}
    given, taken = sorted(wanted.keys() - had.keys()), sorted(had.keys() - wanted.keys())
    if not given and not taken:
        return
    group.permissions.set(wanted.values())
    if not is_logged:
        return
    changes = [
        FieldChange(field="permissions", label="permissions given", before="", after=", ".join(given)),
        FieldChange(field="permissions", label="permissions taken away", before=", ".join(taken), after=""),
    ]
    told = [change for change in changes if change["before"] or change["after"]]
    recording.record(group, AuditEntry.Act.CHANGED, by=None, changes=told, reason="The program's table of roles.")


def _name(permission: Permission) -> str:
    return f"{permission.content_type.app_label}.{permission.codename}"


def sync() -> list[str]:
    """Make a group per role with exactly its permissions; return the roles' names. Raises LookupError for a permission
    that does not exist, which means that the table and the models disagree."""
    known = {_name(permission): permission for permission in Permission.objects.select_related("content_type")}
    for role in ROLES:
        missing = role.permissions - known.keys()
        if missing:
            raise LookupError(f"Role {role.name} names permissions that do not exist: {', '.join(sorted(missing))}.")
        with transaction.atomic():
            group, is_new = Group.objects.get_or_create(name=role.name)
            _give(group, {name: known[name] for name in role.permissions}, is_logged=not is_new)
    return [role.name for role in ROLES]
