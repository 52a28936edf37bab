"""Rows for tests, good enough that a test names only what matters to it. The cast: Rita reports, Ed edits, Chloe is
chief, Mo moderates, Wendy watches the wire, Pat does pictures, Sam is a stranger with a login and no role."""

from __future__ import annotations

import io
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from django.contrib.auth.models import Group, User
from django.utils import timezone
from PIL import Image as Pillow

from articles import drafting, publishing, undoing, vault
from articles.models import Article, Section, Version
from authors.models import Author
from images.intake import take_in
from images.models import Image
from newsroom import roles
from sources.models import Source
from tags.models import Tag

PASSWORD = "correct horse battery"
CAST = {
    "rita": "reporter",
    "ed": "editor",
    "chloe": "chief",
    "mo": "moderator",
    "wendy": "wire_editor",
    "pat": "photo_editor",
}
BODY = "<p>" + "The ferry left Port Aldine at dawn with forty passengers and a cargo of salt. " * 8 + "</p>"
_numbers = count(1)


def make_user(name: str = "rita") -> User:
    """Return a member of the cast with the role's permissions; a name outside the cast has none."""
    user = User.objects.filter(username=name).first()
    if user:
        return user
    user = User.objects.create_user(name, password=PASSWORD, is_staff=name != "sam", first_name=name.capitalize())
    if name in CAST:
        if not Group.objects.filter(name=CAST[name]).exists():
            roles.sync()
        user.groups.add(Group.objects.get(name=CAST[name]))
    return user


def make_section(slug: str = "world", *, parent: Section | None = None, **fields: Any) -> Section:
    values = {"name": slug.replace("-", " ").capitalize(), **fields}
    return Section.objects.get_or_create(slug=slug, parent=parent, defaults=values)[0]


def make_author(name: str = "Mira Halloran", **fields: Any) -> Author:
    slug = name.lower().replace(" ", "-")
    return Author.objects.get_or_create(slug=slug, defaults={"name": name, **fields})[0]


def make_tag(name: str = "Elections", **fields: Any) -> Tag:
    return Tag.objects.filter(name=name).first() or Tag.objects.create(name=name, standing="approved", **fields)


def make_source(slug: str = "meridian", **fields: Any) -> Source:
    values = {"name": slug.capitalize(), "credit_line": f"{slug.capitalize()} Press", **fields}
    return Source.objects.get_or_create(slug=slug, defaults=values)[0]


def picture_bytes(width_px: int = 320, height_px: int = 200, colour: tuple[int, int, int] | None = None) -> bytes:
    """Return a small JPEG; no two calls give the same bytes unless they name the same colour."""
    number = next(_numbers)
    buffer = io.BytesIO()
    picture = Pillow.new("RGB", (width_px, height_px), colour or (number % 256, number // 256 % 256, 90))
    picture.save(buffer, "JPEG", quality=90, comment=b"" if colour else str(number).encode())
    return buffer.getvalue()


def make_image(*, width_px: int = 320, **fields: Any) -> Image:
    values = {"caption": "A ferry at the quay.", "alt": "A white ferry", "credit": "Pat Osei/The Courier", **fields}
    return take_in(picture_bytes(width_px), filename="ferry.jpg", **values)


def make_draft(by: User | None = None, *, now: datetime | None = None, **changes: Any) -> Article:
    """Return a draft that could be published as it is, unless `changes` say otherwise."""
    number = next(_numbers)
    values: dict[str, Any] = {
        "headline": f"Ferry number {number} leaves the harbour at dawn",
        "standfirst": "Forty passengers and a cargo of salt were on board when it left.",
        "body": BODY,
        "section": make_section(),
        **changes,
    }
    return drafting.create_draft(values, by=by or make_user("ed"), now=now)


def make_live(by: User | None = None, *, now: datetime | None = None, **changes: Any) -> Version:
    """Return the live version of a story published at `now`, else a minute ago, so that feeds have heard of it."""
    by = by or make_user("ed")
    now = now or timezone.now() - timedelta(minutes=1)
    return publishing.publish(make_draft(by, now=now, **changes), by=by, now=now)


def hidden_states(now: datetime | None = None) -> dict[str, Article]:
    """Return one story in each state that readers must never see, each with a headline `SECRET <state>`.

    Withdrawn and killed ones were live before.
    """
    now = now or timezone.now()
    ed, chloe = make_user("ed"), make_user("chloe")
    common: dict[str, Any] = {
        "authors": [make_author()], "tags": [make_tag()], "source": make_source(), "picture": make_image(),
    }  # fmt: skip
    names = "draft in_review scheduled embargoed held withdrawn killed spiked vault undone".split()
    stories = {
        name: make_draft(
            ed, now=now, headline=f"SECRET {name} headline", standfirst=f"SECRET {name} standfirst.",
            body=f"<p>SECRET {name} body.</p>{BODY}", slug=f"secret-{name}", **common,
        )
        for name in names
    }  # fmt: skip
    drafting.submit(stories["in_review"], by=ed, now=now)
    publishing.schedule(stories["scheduled"], by=ed, publish_at=now + timedelta(hours=1), now=now)
    base = stories["embargoed"].revision_number
    drafting.save_draft(
        stories["embargoed"], {"embargo_until": now + timedelta(hours=2)}, by=ed, base_revision=base, now=now
    )
    drafting.hold(stories["held"], by=chloe, note="Lawyers read it.", now=now)
    for name in ("withdrawn", "killed"):
        publishing.publish(stories[name], by=ed, now=now)
    publishing.withdraw(stories["withdrawn"], by=ed, note="Wrong.", public_text="We are checking this story.", now=now)
    publishing.kill(stories["killed"], by=ed, note="Wrong.", public_text="This story was false.", now=now)
    drafting.spike(stories["spiked"], by=ed, now=now)
    vault.vault(stories["vault"], by=ed, now=now)
    publishing.publish(stories["undone"], by=ed, now=now)
    undoing.undo(stories["undone"], by=ed, now=now)
    return stories
