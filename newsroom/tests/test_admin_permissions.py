"""Who may open and do what on the desk: one table, written by hand. A screen that is registered and not named here
fails a test, so that nobody adds one without saying who it is for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from lxml import html as lxml_html

from articles import bulk, drafting, handover, publishing, recovery, takedowns
from articles.models import Article, CheckRule, HistoryEntry, Recovery, StyleRule, Version
from articles.states import Stage, Status, Verb
from audit.models import AuditEntry
from fronts.models import Container, Front, Slot
from newsroom import problems, screens
from newsroom.testing.factories import (
    PASSWORD,
    make_author,
    make_draft,
    make_image,
    make_live,
    make_section,
    make_source,
    make_tag,
    make_user,
    picture_bytes,
)
from sources.models import RightsProfile
from tags.models import TagAlias
from wire.models import Attachment, Delivery, WireItem, WireUse

pytestmark = pytest.mark.django_db

# Rita reports, Ed edits, Chloe is chief, Mo moderates, Wendy watches the wire, Pat does pictures; Nobody is staff
# without a role. Outside: Sam, who has a login but is no staff; Gone, who was an editor and left; and a stranger.
DESK = ["rita", "ed", "chloe", "mo", "wendy", "pat", "nobody"]
OUTSIDE = ["sam", "gone", "stranger"]

# What opens: l list, a add, c one row, w change it, d delete it, h its history; "-" nothing
MODELS = """
                        rita    ed      chloe   mo      wendy   pat     nobody
articles.article        lacwh   lacwh   lacwh   lch     lacwh   lch     -
articles.bulkchange     -       lch     lch     -       -       -       -
articles.section        lch     lch     lacwdh  lch     lch     lch     -
articles.historyentry   lch     lch     lch     lch     lch     lch     -
articles.handover       lch     lacwh   lacwh   lch     lch     lch     -
articles.takedown       -       lach    lacwh   -       -       -       -
articles.checkrule      lch     lch     lch     lch     lch     lch     -
articles.stylerule      lch     lacwdh  lacwdh  lch     lch     lch     -
tags.tag                lch     lach    lacwdh  lacwdh  lch     lch     -
tags.tagalias           -       -       lacwdh  lacwdh  -       -       -
sources.source          lch     lch     lacwh   lacwh   lch     lch     -
sources.rightsprofile   -       -       lacwdh  lacwdh  -       -       -
images.image            lacwh   lacwh   lacwh   lch     lacwh   lacwdh  -
authors.author          lch     lch     lacwh   lch     lch     lch     -
wire.wireitem           lch     lch     lch     lch     lch     lch     -
wire.delivery           -       -       lch     -       lch     -       -
fronts.front            -       lcwh    lacwdh  -       -       -       -
fronts.container        -       lacwdh  lacwdh  -       -       -       -
fronts.slot             -       lacwdh  lacwdh  -       -       -       -
auth.user               -       -       lacwh   -       -       -       -
auth.group              -       -       lch     -       -       -       -
audit.auditentry        -       -       lch     -       -       -       -
newsroom.problemreport  -       -       lcwh    -       -       -       -
"""

# Screens that are no model's list, form or history
SCREENS = """
                              rita  ed    chloe mo    wendy pat   nobody
index                         200   200   200   200   200   200   200
app_list                      200   200   200   200   200   200   404
login                         302   302   302   302   302   302   302
logout                        405   405   405   405   405   405   405
password_change               200   200   200   200   200   200   200
password_change_done          200   200   200   200   200   200   200
autocomplete                  200   200   200   200   200   200   403
jsi18n                        200   200   200   200   200   200   200
view_on_site                  302   302   302   302   302   302   302
desk_keys                     200   200   200   200   200   200   200
desk_preferences              405   405   405   405   405   405   405
desk_tabs                     405   405   405   405   405   405   405
desk_calendar                 200   200   200   200   200   200   403
desk_calendar_key             405   405   405   405   405   405   405
desk_calendar_feed            404   404   404   404   404   404   404
desk_bulk                     405   405   405   405   405   405   405
articles_bulkchange_undo      405   405   405   405   405   405   405
desk_plan                     200   200   200   403   200   403   403
desk_assign                   403   200   200   403   403   403   403
desk_act                      405   405   405   405   405   405   405
desk_problem                  200   200   200   200   200   200   200
desk_notifications            200   200   200   200   200   200   200
desk_notifications_read       405   405   405   405   405   405   405
articles_article_move         200   200   200   403   200   403   403
articles_article_compare      200   200   200   200   200   200   403
articles_article_revisions    200   200   200   200   200   200   403
articles_article_compare_revisions 200 200 200  200   200   200   403
articles_article_restore      200   200   200   403   200   403   403
articles_article_duplicate    405   405   405   403   405   403   403
articles_article_seen         405   405   405   405   405   405   403
articles_historyentry_export  403   403   200   403   403   403   403
articles_article_checklist    405   405   405   403   405   403   403
articles_article_new_checklist 405  405   405   403   405   403   403
articles_article_names        200   200   200   403   200   403   403
articles_article_part         200   200   200   200   200   200   403
articles_article_notes        200   200   200   200   200   200   403
articles_article_links        403   200   200   403   403   403   403
articles_article_preview      200   200   200   200   200   200   403
articles_article_surfaces     200   200   200   200   200   200   403
articles_article_preview_page 200   200   200   200   200   200   403
articles_article_preview_print 200  200   200   200   200   200   403
articles_article_sign_in      405   405   405   405   405   405   405
articles_article_autosave     405   405   405   405   405   405   405
articles_article_autosave_new 405   405   405   405   405   405   405
articles_article_presence     405   405   405   405   405   405   405
articles_article_unsaved      200   404   404   404   404   404   404
articles_article_person       200   200   200   403   200   403   403
articles_stylerule_check      405   405   405   405   405   405   405
articles_stylerule_try        200   200   200   200   200   200   403
articles_stylerule_story      200   200   200   200   200   200   403
wire_wireitem_make_story      405   405   405   405   405   405   405
articles_article_receipt      405   405   405   405   405   405   405
images_image_library          200   200   200   200   200   200   403
wire_wireitem_picture         200   200   200   200   200   200   403
wire_delivery_bytes           403   403   200   403   200   403   403
auth_user_password_change     403   403   200   403   403   403   403
audit_auditentry_export       403   403   200   403   403   403   403
"""

# The page of each verb, by GET and by POST: "y" it opens
MOVES = """
             rita  ed    chloe mo    wendy pat   nobody
submit       y     y     y     -     y     -     -
send_back    -     y     y     -     -     -     -
approve      -     y     y     -     -     -     -
schedule     -     y     y     -     -     -     -
unschedule   -     y     y     -     -     -     -
publish      -     y     y     -     -     -     -
update       -     y     y     -     -     -     -
correct      -     y     y     -     -     -     -
clarify      -     y     y     -     -     -     -
annotate     -     y     y     -     -     -     -
undo         -     y     y     -     -     -     -
withdraw     -     y     y     -     -     -     -
republish    -     y     y     -     -     -     -
kill         -     y     y     -     -     -     -
spike        -     y     y     -     -     -     -
unspike      -     y     y     -     -     -     -
hold         -     -     y     -     -     -     -
release      -     -     y     -     -     -     -
lift_embargo -     y     y     -     -     -     -
vault        -     y     y     -     -     -     -
unvault      -     y     y     -     -     -     -
readdress    -     y     y     -     -     -     -
"""
WORDS = {
    "note": "Because.", "slug": "another-slug", "public_text": "For readers.", "weight": "update", "publish_at": "2099-01-01T12:00",
    "seen_revision": "1",
}  # fmt: skip
OF_A_STORY = [
    f"articles_article_{name}" for name in ("notes", "links", "preview", "preview_page", "surfaces", "duplicate")
]
ACTIONS = {"l": "changelist", "a": "add", "c": "change", "d": "delete", "h": "history"}
NEED_A_ROW = "cdh"
# JSON for scripts, by POST alone, tried in articles/tests/test_keeping.py: no page ever leads away from them
DOORS = {
    *("articles_article_sign_in", "articles_article_autosave", "articles_article_autosave_new"),
    "articles_article_presence",
}
# Screens that other packages register and nobody is given; they may go, and then their rows here may go
NOBODYS = {"axes.accessattempt", "axes.accesslog", "axes.accessfailurelog", "taggit.tag"}


def read_table(text: str) -> dict[str, dict[str, str]]:
    """Return the table as row → person → cell."""
    head, *rows = (line.split() for line in text.strip().splitlines())
    assert head == DESK
    return {name: dict(zip(DESK, cells, strict=True)) for name, *cells in rows}


MODEL_TABLE = read_table(MODELS) | {name: dict.fromkeys(DESK, "-") for name in NOBODYS}
SCREEN_TABLE = read_table(SCREENS)
MOVE_TABLE = read_table(MOVES)
REGISTERED = {model._meta.label_lower for model in admin.site._registry}


@dataclass
class Desk:
    """One row of every model, and the people."""

    rows: dict[str, Model]
    live: Version
    wire_item: WireItem
    unsaved: Recovery

    def address(self, name: str) -> str:
        """Return the address of a screen for the rows of this desk."""
        arguments: dict[str, list[Any]] = {
            "app_list": ["articles"],
            "view_on_site": [
                ContentType.objects.get(app_label="authors", model="author").pk,
                self.rows["authors.author"].pk,
            ],
            "articles_bulkchange_undo": [self.rows["articles.bulkchange"].pk],
            "desk_calendar_feed": ["forged"],
            "desk_assign": [self.rows["articles.article"].pk],
            "desk_act": [self.rows["articles.article"].pk, "claim"],
            "articles_article_move": [self.rows["articles.article"].pk, "submit"],
            "articles_article_compare": [self.live.article_id, 1, 2],
            "articles_article_names": ["authors"],
            "articles_article_part": [self.rows["articles.article"].pk, "history"],
            "articles_article_checklist": [self.rows["articles.article"].pk],
            **{name: [self.rows["articles.article"].pk] for name in OF_A_STORY},
            "articles_article_autosave": [self.rows["articles.article"].pk],
            "articles_article_presence": [self.rows["articles.article"].pk],
            "articles_article_unsaved": [self.unsaved.pk],
            "articles_article_person": [self.rows["articles.article"].pk, make_user("ed").pk],
            "articles_article_revisions": [self.rows["articles.article"].pk],
            "articles_article_compare_revisions": [self.rows["articles.article"].pk, 1, 1],
            "articles_article_seen": [self.rows["articles.article"].pk],
            "articles_article_restore": [self.rows["articles.article"].pk, 1],
            "articles_stylerule_try": [self.rows["articles.stylerule"].pk],
            "articles_stylerule_story": [self.rows["articles.article"].pk],
            "wire_wireitem_make_story": [self.wire_item.pk],
            "wire_wireitem_picture": [self.wire_item.pk, 0],
            "wire_delivery_bytes": [self.rows["wire.delivery"].pk],
            "auth_user_password_change": [self.rows["auth.user"].pk],
        }
        query = "?app_label=tags&model_name=tagalias&field_name=tag&term=e" if name == "autocomplete" else ""
        return reverse(f"admin:{name}", args=arguments.get(name, [])) + query

    def model_address(self, label: str, letter: str) -> str:
        name = f"admin:{label.replace('.', '_')}_{ACTIONS[letter]}"
        return reverse(name, args=[self.rows[label].pk] if letter in NEED_A_ROW else [])


@pytest.fixture
def desk() -> Desk:
    ed = make_user("ed")
    section, source, author, image = make_section(), make_source(), make_author(), make_image()
    tag = make_tag()
    live = make_live(ed)
    publishing.correct(live.article, by=ed, note="Wrong hour.", public_text="It left at six.")
    draft = make_draft(make_user("rita"))
    front = Front.objects.get_or_create(slug="home", defaults={"name": "Home"})[0]
    container = Container.objects.create(front=front, heading="Lead", position=99)
    delivery, item = _wire(source)
    rows: dict[str, Model] = {
        "articles.article": draft, "articles.section": section, "articles.historyentry": HistoryEntry.objects.first(),
        "tags.tag": tag, "tags.tagalias": TagAlias.objects.create(tag=tag, name="The vote"), "sources.source": source,
        "sources.rightsprofile": RightsProfile.objects.create(name="Subscribers"), "images.image": image,
        "authors.author": author, "wire.wireitem": item, "wire.delivery": delivery, "fronts.front": front,
        "fronts.container": container, "fronts.slot": Slot.objects.create(container=container, article=live.article),
        "articles.handover": handover.make(by=ed, text="", from_at=timezone.now() - timedelta(hours=1)),
        "articles.takedown": takedowns.file(live.article, by=ed, asked_by="J.", request="Please."),
        "articles.checkrule": CheckRule.objects.create(code="picture_missing", level="advice"),
        "articles.stylerule": StyleRule.objects.create(name="Web", pattern="web site", reason="One word."),
        "articles.bulkchange": bulk.carry_out("urgency", {"urgency": 4}, [bulk.Picked(make_draft().pk, 1)], by=ed),
        "auth.user": make_user("sam"), "auth.group": Group.objects.get(name="reporter"),
        "audit.auditentry": AuditEntry.objects.first(),
        "newsroom.problemreport": problems.report("It hangs.", by=ed),
    }  # fmt: skip
    if "axes.accessattempt" in REGISTERED:
        common = {"username": "sam", "ip_address": "192.0.2.1", "attempt_time": timezone.now()}
        rows["axes.accessattempt"] = AccessAttempt.objects.create(failures_since_start=1, **common)
        rows["axes.accesslog"] = AccessLog.objects.create(**common)
        rows["axes.accessfailurelog"] = AccessFailureLog.objects.create(**common)
    rita = make_user("rita")
    unsaved = recovery.keep(
        rita, draft, tab=recovery.new_tab(rita), values={"headline": "Not saved"}, base_revision=draft.revision_number
    )
    return Desk(rows, live, item, unsaved)


def _wire(source: Any) -> tuple[Delivery, WireItem]:
    now = timezone.now()
    delivery = Delivery.objects.create(
        source=source, name="one.json", payload=b"{}", sha256="0" * 64, size_bytes=2, received_at=now
    )
    Attachment.objects.create(delivery=delivery, name="one.jpg", payload=picture_bytes(), sha256="1" * 64)
    picture = {
        "guid": "p",
        "caption": "A quay",
        "credit": "M",
        "byline": "",
        "alt": "",
        "usage_terms": "",
        "file": "one.jpg",
    }
    item = WireItem.objects.create(
        source=source, delivery=delivery, guid="tag:one", version="1", headline="A wire item", body="<p>Words.</p>",
        pubstatus="usable", pictures=[picture], received_at=now,
    )  # fmt: skip
    return delivery, item


def client_of(person: str) -> Client:
    """Return a client with this person's session; the stranger has none."""
    client = Client()
    if person == "gone":
        user = make_user("gone")
        user.groups.add(Group.objects.get(name="editor"))
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        User.objects.filter(pk=user.pk).update(is_active=False)
    elif person != "stranger":
        client.force_login(make_user(person), backend="django.contrib.auth.backends.ModelBackend")
    return client


def leads_to_login(response: HttpResponse) -> bool:
    return response.status_code == 302 and response["Location"].startswith(reverse("admin:login"))


def everything(article: Article) -> dict[str, Any]:
    """Return all there is to change about a story, to prove that nothing did."""
    return {
        "row": Article.objects.filter(pk=article.pk).values().get(),
        "versions": list(Version.objects.filter(article=article).order_by("pk").values("pk", "standing")),
        "history": list(HistoryEntry.objects.filter(article=article).order_by("pk").values_list("pk", flat=True)),
    }


def form_of(client: Client, address: str) -> dict[str, Any]:
    """Return what the story form would send as the page shows it."""
    page = lxml_html.fromstring(client.get(address).content.decode())
    form = page.get_element_by_id("article_form")
    values: dict[str, Any] = {}
    for name, value in form.form_values():
        values.setdefault(name, []).append(value)
    return values


class TestTheTable:
    def test_names_every_registered_model(self):
        assert MODEL_TABLE.keys() - NOBODYS == REGISTERED - NOBODYS

    def test_names_every_screen_of_the_desk(self):
        usual = {f"{label.replace('.', '_')}_{action}" for label in MODEL_TABLE for action in ACTIONS.values()}
        theirs = {"taggit_tag_merge_tags"}

        assert admin_names() - usual - theirs == SCREEN_TABLE.keys(), "Say in SCREENS who may open the new screen."

    def test_names_every_verb(self):
        assert {*MOVE_TABLE} == {*Verb}


def admin_names() -> set[str]:
    """Return the name of every address of the desk but for the catch-all, which has none."""
    found: set[str] = set()
    patterns = list(screens.addresses(admin.site)[0])
    while patterns:
        pattern = patterns.pop()
        patterns += getattr(pattern, "url_patterns", [])
        if getattr(pattern, "name", None):
            found.add(pattern.name)
    return found


class TestModels:
    @pytest.mark.parametrize("person", DESK)
    def test_opens_what_the_table_says_and_refuses_the_rest(self, desk: Desk, person: str):
        client = client_of(person)
        wrong = []
        for label in sorted(MODEL_TABLE.keys() & REGISTERED):
            for letter in ACTIONS:
                expected = 200 if letter in MODEL_TABLE[label][person] else 403
                # A story's history is a part of the history of all
                status = client.get(desk.model_address(label, letter), follow=letter == "h").status_code
                if status != expected:
                    wrong.append(f"{label} {ACTIONS[letter]}: {status}, not {expected}")

        assert wrong == []

    @pytest.mark.parametrize("person", DESK)
    def test_takes_hand_made_changes_only_from_whom_the_table_says(self, desk: Desk, person: str):
        client = client_of(person)
        wrong = []
        for label in sorted(MODEL_TABLE.keys() & REGISTERED):
            for letter, sign in (("c", "w"), ("a", "a"), ("d", "d")):
                if sign in MODEL_TABLE[label][person]:
                    continue
                status = client.post(desk.model_address(label, letter), {"post": "yes", "name": "x"}).status_code
                if status != 403:
                    wrong.append(f"POST {label} {ACTIONS[letter]}: {status}, not 403")

        assert wrong == []
        assert all(type(row)._default_manager.filter(pk=row.pk).exists() for row in desk.rows.values())

    @pytest.mark.parametrize("person", DESK)
    def test_a_form_that_opens_for_writing_takes_a_post(self, desk: Desk, person: str):
        client = client_of(person)
        for label, cells in MODEL_TABLE.items():
            if "w" in cells[person]:
                assert client.post(desk.model_address(label, "c"), {}).status_code in {200, 302}, label

    @pytest.mark.parametrize("person", OUTSIDE)
    def test_sends_outsiders_to_the_login(self, desk: Desk, person: str):
        client = client_of(person)
        for label in sorted(MODEL_TABLE.keys() & REGISTERED):
            for letter in ACTIONS:
                address = desk.model_address(label, letter)
                assert leads_to_login(client.get(address)), address
                assert leads_to_login(client.post(address, {"post": "yes"})), address

        assert all(type(row)._default_manager.filter(pk=row.pk).exists() for row in desk.rows.values())


class TestScreens:
    @pytest.mark.parametrize("person", DESK)
    def test_open_as_the_table_says(self, desk: Desk, person: str):
        client = client_of(person)
        found = {name: client.get(desk.address(name)) for name in SCREEN_TABLE}

        assert {name: str(found[name].status_code) for name in found} == {
            name: SCREEN_TABLE[name][person] for name in found
        }
        assert not any(leads_to_login(response) for name, response in found.items())

    @pytest.mark.parametrize("person", OUTSIDE)
    def test_send_outsiders_to_the_login(self, desk: Desk, person: str):
        client = client_of(person)
        for name in SCREEN_TABLE.keys() - {"login", "logout", "desk_calendar_feed"} - DOORS:
            assert leads_to_login(client.get(desk.address(name))), name
        for name in DOORS:
            assert client.get(desk.address(name)).status_code == 405, name
        assert leads_to_login(client.get("/desk/no-such-screen/"))
        assert client.get(desk.address("login")).status_code == 200

    def test_the_tag_packages_own_screens_are_not_there(self):
        assert "taggit.tag" not in REGISTERED


class TestMakingAStoryOfAWireItem:
    @pytest.mark.parametrize("person", ["rita", "ed", "chloe", "wendy"])
    def test_is_for_those_who_write(self, desk: Desk, person: str):
        response = client_of(person).post(desk.address("wire_wireitem_make_story"))

        use = WireUse.objects.get(item=desk.wire_item)
        assert response.status_code == 302
        assert response["Location"] == reverse("admin:articles_article_change", args=[use.article_id])
        assert use.article.status == Status.DRAFT

    @pytest.mark.parametrize("person", ["mo", "pat", "nobody"])
    def test_is_refused_to_the_others(self, desk: Desk, person: str):
        response = client_of(person).post(desk.address("wire_wireitem_make_story"))

        assert response.status_code == 403
        assert not WireUse.objects.exists()


class TestMoves:
    @pytest.mark.parametrize("person", DESK)
    def test_pages_open_as_the_table_says(self, desk: Desk, person: str):
        client = client_of(person)
        article = desk.rows["articles.article"]
        before = everything(article)

        found = {
            verb: client.get(reverse("admin:articles_article_move", args=[article.pk, verb])) for verb in MOVE_TABLE
        }

        expected = {verb: 200 if MOVE_TABLE[verb][person] == "y" else 403 for verb in MOVE_TABLE}
        assert {verb: response.status_code for verb, response in found.items()} == expected
        assert everything(article) == before

    @pytest.mark.parametrize("person", DESK)
    def test_a_hand_made_post_without_the_right_is_refused_and_changes_nothing(self, desk: Desk, person: str):
        client = client_of(person)
        for article in (desk.rows["articles.article"], desk.live.article, *_other_states()):
            before = everything(article)
            for verb in MOVE_TABLE:
                if MOVE_TABLE[verb][person] == "y":
                    continue
                address = reverse("admin:articles_article_move", args=[article.pk, verb])
                words = {**WORDS, "seen_revision": article.revision_number}

                assert client.post(address, words).status_code == 403, verb
            assert everything(article) == before

    @pytest.mark.parametrize("person", OUTSIDE)
    def test_a_hand_made_post_from_outside_leads_to_the_login(self, desk: Desk, person: str):
        client = client_of(person)
        article = desk.rows["articles.article"]
        before = everything(article)
        for verb in MOVE_TABLE:
            address = reverse("admin:articles_article_move", args=[article.pk, verb])
            assert leads_to_login(client.post(address, WORDS)), verb
        assert everything(article) == before

    def test_a_post_by_an_editor_publishes(self, desk: Desk):
        article = desk.rows["articles.article"]

        response = client_of("ed").post(reverse("admin:articles_article_move", args=[article.pk, "publish"]), WORDS)

        article.refresh_from_db()
        assert response.status_code == 302
        assert article.status == Status.PUBLISHED

    def test_a_get_never_moves_a_story(self, desk: Desk):
        article = desk.rows["articles.article"]
        before = everything(article)
        for verb in MOVE_TABLE:
            client_of("chloe").get(reverse("admin:articles_article_move", args=[article.pk, verb]), WORDS)

        assert everything(article) == before

    @pytest.mark.parametrize("path", ["publish_everything", "PUBLISH", "publish%00", "delete", "_move"])
    def test_a_verb_that_does_not_exist_is_not_found(self, desk: Desk, path: str):
        article = desk.rows["articles.article"]

        response = client_of("chloe").post(f"/desk/articles/article/{article.pk}/move/{path}/", WORDS)

        assert response.status_code == 404


def _other_states() -> list[Article]:
    """Return stories in review, ready and withdrawn."""
    ed = make_user("ed")
    in_review, ready, withdrawn = make_draft(ed), make_draft(ed), make_live(ed).article
    drafting.submit(in_review, by=ed)
    drafting.submit(ready, by=ed)
    drafting.approve(ready, by=ed)
    publishing.withdraw(withdrawn, by=ed, note="Wrong.", public_text="We are checking.")
    return [in_review, ready, withdrawn]


class TestTheStoryFormOfAReporter:
    def test_saves_and_submits(self, desk: Desk):
        client = client_of("rita")
        article = desk.rows["articles.article"]
        address = desk.model_address("articles.article", "c")

        response = client.post(address, {**form_of(client, address), "headline": "A new headline", "_move": "submit"})

        article.refresh_from_db()
        assert response.status_code == 302
        assert (article.headline, article.stage) == ("A new headline", Stage.IN_REVIEW)

    @pytest.mark.parametrize("verb", sorted({*Verb} - {Verb.SUBMIT}))
    def test_with_a_verb_that_is_not_hers_does_nothing_but_save(self, desk: Desk, verb: str):
        client = client_of("rita")
        article = desk.rows["articles.article"]
        before = everything(article)
        address = desk.model_address("articles.article", "c")

        response = client.post(address, {**WORDS, "slug": "", **form_of(client, address), "_move": verb}, follow=True)

        assert "is not possible for you now" in response.content.decode()
        assert everything(article) == before

    def test_publishes_nothing_as_a_new_story(self, desk: Desk):
        client = client_of("rita")
        values = form_of(client, reverse("admin:articles_article_add"))
        words = {"headline": "Fresh from the hand", "standfirst": "Words.", "body": desk.rows["articles.article"].body}
        section = desk.rows["articles.section"].pk

        client.post(
            reverse("admin:articles_article_add"),
            {**values, **words, "section": section, "_move": "publish"},
            follow=True,
        )

        article = Article.objects.get(headline="Fresh from the hand")
        assert article.status == Status.DRAFT
        assert not article.versions.exists()

    def test_takes_no_state_schedule_or_embargo_from_hand_made_fields(self, desk: Desk):
        client = client_of("rita")
        article = desk.rows["articles.article"]
        address = desk.model_address("articles.article", "c")
        forged = {
            "headline": "A new headline", "status": "published", "stage": "ready", "publish_at": "2020-01-01T12:00",
            "publish_at_0": "2020-01-01", "embargo_is_open": "on", "embargo_until": "2099-01-01T12:00", "hold_reason": "x",
            "path": "2020/01/01/forged", "first_published_at": "2020-01-01", "created_by": str(make_user("ed").pk),
            "revision_number": "99", "move_count": "99",
        }  # fmt: skip
        before = everything(article)["row"]

        response = client.post(address, {**form_of(client, address), **forged})

        after = everything(article)["row"]
        own = {"headline", "revision_number", "changed_at", "changed_by_id"}
        assert response.status_code == 302
        assert {name: after[name] for name in after if name not in own} == {
            name: before[name] for name in before if name not in own
        }
        assert after["headline"] == "A new headline"

    def test_cannot_lift_an_embargo(self, desk: Desk):
        ed = make_user("ed")
        article = desk.rows["articles.article"]
        drafting.save_draft(article, {"embargo_is_open": True}, by=ed, base_revision=article.revision_number)
        client = client_of("rita")
        address = desk.model_address("articles.article", "c")
        values = form_of(client, address)
        values.pop("embargo_is_open", None)

        client.post(address, {**values, "headline": "A new headline"})

        article.refresh_from_db()
        assert (article.headline, article.embargo_is_open) == ("A new headline", True)

    def test_is_closed_while_the_story_lies_with_the_desk(self, desk: Desk):
        client = client_of("rita")
        article = desk.rows["articles.article"]
        address = desk.model_address("articles.article", "c")
        values = form_of(client, address)
        drafting.submit(article, by=make_user("rita"))
        before = everything(article)

        response = client.post(address, {**values, "headline": "Changed after approval"})

        assert response.status_code == 403
        assert everything(article) == before

    @pytest.mark.parametrize("status", [Status.KILLED, Status.SPIKED])
    def test_is_closed_for_everybody_once_the_story_is_dead(self, desk: Desk, status: str):
        ed = make_user("ed")
        if status == Status.KILLED:
            article = desk.live.article
            publishing.kill(article, by=ed, note="Wrong.", public_text="It was false.")
        else:
            article = desk.rows["articles.article"]
            drafting.spike(article, by=ed)
        before = everything(article)
        address = reverse("admin:articles_article_change", args=[article.pk])
        for person in DESK:
            assert client_of(person).post(address, {"headline": "x", "base_revision": "1"}).status_code == 403

        assert everything(article) == before


class TestTheChiefWithLogins:
    """Who keeps logins must not be able to make more of herself than she is."""

    @pytest.mark.parametrize("whose", ["chloe", "sam"])
    def test_cannot_make_anybody_a_superuser(self, desk: Desk, whose: str):
        client = client_of("chloe")
        user = make_user(whose)
        address = reverse("admin:auth_user_change", args=[user.pk])
        page = lxml_html.fromstring(client.get(address).content.decode())
        values = dict(page.get_element_by_id("user_form").form_values())

        client.post(address, {**values, "is_superuser": "on"})

        assert not User.objects.get(pk=user.pk).is_superuser

    def test_cannot_change_a_superusers_password(self, desk: Desk):
        root = User.objects.create_superuser("root", password=PASSWORD)
        new = "a quite different password"

        response = client_of("chloe").post(
            reverse("admin:auth_user_password_change", args=[root.pk]),
            {"password1": new, "password2": new, "usable_password": "true"},
        )

        root.refresh_from_db()
        assert response.status_code == 403
        assert root.check_password(PASSWORD)
