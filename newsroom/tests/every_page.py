"""A newsroom with something on every page, and the list of all pages: for tests that visit each of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.test import Client
from django.utils import timezone
from playwright.sync_api import BrowserContext, Page

from articles import (
    bulk,
    drafting,
    handover,
    looking,
    noting,
    planning,
    presence,
    publishing,
    recovery,
    sharing,
    takedowns,
    vault,
)
from articles.admin.panel import PARTS
from articles.models import Article, DeskPreference, SavedFilter, StyleRule
from fronts.models import Container, Front, Slot
from newsroom import jobs, problems
from newsroom.testing.browser import login, open_group
from newsroom.testing.factories import (
    BODY,
    hidden_states,
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
from newsroom.testing.server import LiveSite
from sources.models import RightsProfile
from tags.models import TagAlias
from wire.ingest import ingest
from wire.models import WireItem
from wire.receiving import attach, receive

TABLE = (
    "<table><caption>Sailings a day</caption><thead><tr><th>Harbour</th><th>Last year</th><th>This year</th>"
    "<th>Change in per cent</th></tr></thead><tbody>"
    '<tr><th scope="row">Port Aldine</th><td>14</td><td>12</td><td>−14</td></tr></tbody></table>'
)
RICH = (
    f"{BODY.replace(' </p>', '</p>')}<h2>What the quay says</h2><blockquote><p>“We sail when the fog lifts.”</p><cite>Ola Brandt</cite></blockquote>"
    f'<p>She pointed to <a href="https://harbour.example/">the log</a>, <strong>all of it</strong>.</p>{TABLE}'
    '<h3>And the crew</h3><ul><li>salt</li><li>rope</li></ul><hr><blockquote class="pull"><p>Salt is patient.</p></blockquote>'
)
GERMAN = (
    "<p>Donaudampfschifffahrtsgesellschaftskapitän und Betriebsunterbrechungsversicherung. "
    + "Der Hafen schweigt. " * 60
)
ARABIC = "<p>" + "غادرت العبارة الميناء عند الفجر وعلى متنها أربعون راكبا وحمولة من الملح. " * 12 + "</p>"
TAGS = (
    "Elections", "Fisheries", "Harbours", "Weather", "Port Aldine", "Kestrel Sound", "Ferries", "Salt", "Fog", "Kapitän",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """One page: whom it is shown to (a member of the cast, empty for nobody), and what to do there before looking."""

    name: str
    address: str
    user: str = ""
    act: Callable[[Page], object] | None = None

    def open(self, context: BrowserContext, site: LiveSite) -> Page:
        """Open it in a new window of `context`, with the picture of the editor drawn where there is one."""
        page = context.new_page()
        context.clear_cookies()
        if self.user:
            login(page, site, self.user)
        page.goto(self.address)
        if self.act:
            self.act(page)
        if page.locator("textarea.story-body").count():
            page.frame_locator("iframe.cke_wysiwyg_frame").locator("body.editor-text").wait_for()
        return page


def furnish_readers() -> list[Place]:
    """Publish one story of each kind and return all pages of the readers' site."""
    now = timezone.now()
    world, mira, meridian = (
        make_section("world"),
        make_author(role="Reporter", bio="Writes about harbours."),
        make_source(),
    )
    make_section("karsova", parent=world)
    tags = [make_tag(name) for name in TAGS]
    rich = make_live(
        now=now, body=RICH, picture=make_image(), authors=[mira], source=meridian, tags=tags, dateline="Port Aldine",
        how_reported="Two reporters spent a night on the quay.", kicker="At sea", kind="analysis",
    )  # fmt: skip
    publishing.correct(rich.article, by=make_user("ed"), public_text="We wrote 13; it was 12.", now=now)
    plain = make_live(now=now - timedelta(days=80), authors=[mira])
    arabic = make_live(
        now=now, language="ar", headline="العبارة تغادر الميناء", standfirst="ملح وأربعون راكبا", body=ARABIC
    )
    german = make_live(now=now, language="de", headline="Betriebsunterbrechungsversicherung im Hafen", body=GERMAN)
    gone = make_live(now=now)
    publishing.kill(gone.article, by=make_user("ed"), note="Wrong.", public_text="This story was false.", now=now)
    legal = make_live(now=now)
    publishing.kill(legal.article, by=make_user("ed"), note="x", public_text="A court ordered this.", is_legal=True)
    changed = make_live(now=now - timedelta(hours=2), body=RICH).article
    save = {"headline": "Two ferries leave at dawn, not twelve", "body": RICH.replace("rope", "oil")}
    changed = drafting.save_draft(changed, save, by=make_user("ed"), base_revision=changed.revision_number)
    publishing.correct(changed, by=make_user("ed"), public_text="Two, not twelve.", now=now - timedelta(hours=1))
    noted = make_live(now=now - timedelta(hours=3)).article
    publishing.clarify(noted, by=make_user("ed"), public_text="The ferry is the small one.", now=now)
    publishing.annotate(noted, by=make_user("ed"), public_text="Its owner has died since.", now=now)
    away = make_live(now=now).article
    publishing.withdraw(away, by=make_user("ed"), note="Wrong.", public_text="We are checking this story.", now=now)
    unseen = make_draft(body=RICH, picture=make_image(), embargo_until=now + timedelta(days=1))
    links = [sharing.token_of(sharing.make_link(unseen, by=make_user("ed"), label=f"Board {n}")) for n in range(2)]
    sharing.revoke(unseen.preview_links.get(label="Board 1"), by=make_user("ed"))
    for number in range(4):
        make_live(now=now - timedelta(hours=number), picture=make_image() if number % 2 else None)
    jobs.tick()
    return [
        Place("front", "/"),
        Place("section", "/world/"),
        Place("story with everything", rich.get_absolute_url()),
        Place("story without picture", plain.get_absolute_url()),
        Place("Arabic story", arabic.get_absolute_url()),
        Place("German story", german.get_absolute_url()),
        Place("tag", "/tags/ferries/"),
        Place("author", "/authors/mira-halloran/"),
        Place("source", "/sources/meridian/"),
        Place("search", "/search/?q=ferry"),
        Place("search without results", "/search/?q=zeppelin"),
        Place("corrections", "/corrections/"),
        Place("404", "/no/such/page/"),
        Place("410", gone.get_absolute_url()),
        Place("451", legal.get_absolute_url()),
        Place("what changed", f"/{changed.path}/changes/"),
        Place("story with notes", f"/{noted.path}/"),
        Place("withdrawn story", f"/{away.path}/"),
        Place("preview by link", f"/preview/{links[0]}/"),
        Place("preview answered", f"/preview/{links[0]}/", act=answer),
        Place("ended preview", f"/preview/{links[1]}/"),
    ]


def furnish_desk() -> list[Place]:
    """Put one story in each state on the desk and an item on the wire, and return the desk's screens."""
    now = timezone.now()
    ed, rita, chloe, *_ = [make_user(name) for name in ("ed", "rita", "chloe", "mo", "pat", "wendy")]
    draft = make_draft(rita, body=RICH, picture=make_image(), tags=[make_tag()], authors=[make_author()])
    review = make_draft(rita, picture=make_image())
    drafting.submit(review, by=rita)
    looking.open_story(review, make_user("chloe"), now=now)
    drafting.save_draft(
        review, {"headline": "Theirs", "body": RICH.replace("rope", "oil")}, by=ed, base_revision=review.revision_number
    )
    late = make_draft(ed, slugline="LATE")
    publishing.schedule(late, by=ed, publish_at=now + timedelta(minutes=1), now=now)
    type(late).objects.filter(pk=late.pk).update(schedule_problem="Write a standfirst.")
    make_draft(ed, embargo_until=now + timedelta(hours=2))
    live = make_live(ed, now=now - timedelta(hours=1)).article
    drafting.save_draft(live, {"body": RICH}, by=ed, base_revision=live.revision_number)
    publishing.update(live, by=ed, note="More words.")
    sharing.make_link(draft, by=ed, label="Harbour board")
    item = send_wire_story()
    asked = {"section": make_section("sport")}
    change = bulk.carry_out("section", asked, [bulk.Picked(story.pk, 1) for story in (draft, review)], by=ed)
    DeskPreference.objects.create(user=chloe, view="table")
    SavedFilter.objects.create(user=ed, place="desk", name="Ferries", query="mine=1&q=ferry")
    planning.plan({"budget_line": "Ferry talks end", "due_at": now + timedelta(minutes=20), "assignee": rita}, by=ed)
    planning.assign(live, rita, by=ed, base_revision=live.revision_number)
    story = "/desk/articles/article"
    unsaved = recovery.keep(
        rita, live, tab=recovery.new_tab(rita), values={"headline": "Typed", "tags": "No such"}, base_revision=1
    )
    problems.report("The list is empty.", by=rita, address="/desk/calendar/?view=list", window="390 × 844")
    assert unsaved
    presence.ping(live, rita, tab="1", field="body", has_typed=True, now=now)
    prepared = make_draft(ed, headline="The harbour master dies")
    vault.vault(prepared, by=ed)
    vault.unvault(prepared, by=ed)
    takedown = takedowns.file(live, by=ed, asked_by="O. Brandt", request="I left the quay.", review_on=now.date())
    return [
        Place("login", "/desk/login/"),
        Place("lock-out", "/desk/login/", act=lock_out),
        Place("desk", "/desk/", "ed"),
        Place("desk as a table", "/desk/", "chloe"),
        Place("desk filtered", "/desk/?mine=1&q=ferry", "ed", lambda page: page.get_by_text("Tabs…").click()),
        Place("news list", "/desk/?view=print", "ed"),
        Place("new line", "/desk/plan/", "ed"),
        Place("new line with errors", "/desk/plan/", "ed", press_plan),
        Place("assign", f"/desk/story/{draft.pk}/assign/", "ed"),
        Place("new story", f"{story}/add/", "ed"),
        Place("story with unsaved text", f"{story}/{live.pk}/change/", "rita", show_what_differs),
        Place("unsaved text", f"{story}/autosave/{unsaved.pk}/", "rita"),
        Place("a colleague's unsaved text", f"{story}/{live.pk}/person/{rita.pk}/", "ed"),
        Place("carried form", f"{story}/add/", "ed", save_signed_out),
        Place("draft", f"{story}/{draft.pk}/change/", "rita"),
        Place("story read only", f"{story}/{review.pk}/change/", "rita"),
        Place("story with errors", f"{story}/{draft.pk}/change/", "rita", save_with_errors),
        Place("live story", f"{story}/{live.pk}/change/", "ed"),
        Place("story that may not go out", f"{story}/{live.pk}/change/", "ed", publish_in_vain),
        Place("story with a correction", f"{story}/{live.pk}/change/", "ed", begin_correction),
        Place("story with all groups open", f"{story}/{draft.pk}/change/", "ed", open_everything),
        Place("story with its menu open", f"{story}/{live.pk}/change/", "ed", open_menu),
        Place("part of a story", f"{story}/{draft.pk}/part/share/", "ed"),
        Place("keys", "/desk/keys/", "ed"),
        Place("overview of keys", "/desk/", "ed", lambda page: page.keyboard.press("?")),
        Place("checklist", "/desk/articles/checkrule/?kind=brief", "chloe"),
        Place("kill with errors", f"{story}/{live.pk}/move/kill/", "ed", press_the_button),
        Place("schedule", f"{story}/{review.pk}/move/schedule/", "ed"),
        Place("a time that comes twice", f"{story}/{draft.pk}/move/schedule/", "ed", schedule_twice),
        Place("correction", f"{story}/{live.pk}/move/correct/", "ed"),
        Place("change of address", f"{story}/{live.pk}/move/readdress/", "ed"),
        Place("out of the vault", f"{story}/{prepared.pk}/move/unvault/", "chloe"),
        Place("takedown requests", "/desk/articles/takedown/", "chloe"),
        Place("new takedown request", "/desk/articles/takedown/add/", "ed", press_file),
        Place("takedown request", f"/desk/articles/takedown/{takedown.pk}/change/", "chloe", look_for_a_name),
        Place("compare", f"{story}/{live.pk}/compare/1/2/", "ed"),
        Place("changed by others", f"{story}/{review.pk}/change/", "chloe"),
        Place("clash", f"{story}/{draft.pk}/change/", "rita", clash_over(draft)),
        Place("revisions", f"{story}/{live.pk}/revisions/", "ed"),
        Place("compare revisions", f"{story}/{live.pk}/revisions/compare/1/2/?view=columns", "ed"),
        Place("restore", f"{story}/{live.pk}/revisions/1/restore/", "ed"),
        Place("preview", f"{story}/{draft.pk}/preview/", "rita"),
        Place("preview in the dark", f"{story}/{live.pk}/preview/page/?scheme=dark", "ed"),
        Place("preview on paper", f"{story}/{live.pk}/preview/page/?scheme=print", "ed"),
        Place("preview of cards", f"{story}/{draft.pk}/preview/page/?part=cards", "ed"),
        Place("preview links", f"{story}/{draft.pk}/links/", "ed"),
        Place("where it shows", f"{story}/{review.pk}/surfaces/", "ed"),
        Place("stories", f"{story}/", "ed"),
        Place("stories asked", f"{story}/?q=ferry&state=writing&until=2030-01-01", "ed"),
        Place("calendar", "/desk/calendar/", "ed"),
        Place("calendar as a list", "/desk/calendar/?view=list", "rita"),
        Place("change several", f"{story}/", "ed", choose_two),
        Place("change several, shown", f"{story}/", "ed", choose_and_rehearse),
        Place("changed together", f"/desk/articles/bulkchange/{change.pk}/change/", "ed"),
        Place("notifications", "/desk/notifications/", "rita"),
        Place("problem", "/desk/problem/?from=/desk/calendar/", "rita"),
        Place("problem with errors", "/desk/problem/", "rita", lambda page: page.locator("main button").click()),
        Place("problem reports", "/desk/newsroom/problemreport/", "chloe"),
        Place("wire", "/desk/wire/wireitem/", "wendy"),
        Place("wire item", f"/desk/wire/wireitem/{item.pk}/change/", "wendy"),
        Place("new picture", "/desk/images/image/add/", "pat"),
        Place("tags", "/desk/tags/tag/", "mo"),
        Place("sections", "/desk/articles/section/", "chloe"),
        Place("history", "/desk/articles/historyentry/", "ed"),
        Place("log", "/desk/audit/auditentry/", "chloe"),
        Place("log of a picture", f"/desk/images/image/{review.picture_id}/history/", "chloe"),
        Place("deletion of a tag", f"/desk/tags/tag/{make_tag('Fog').pk}/delete/", "mo"),
        Place("tag", f"/desk/tags/tag/{make_tag('Fog').pk}/change/", "mo"),
    ]


def furnish_states() -> list[Place]:
    """Put a story in each state on the desk and return their screens, and the page of each verb."""
    chloe = make_user("chloe")
    make_user("pat")
    stories = hidden_states()
    live = make_live(body=RICH, embargo_is_open=False).article
    stories["ready"] = make_draft(headline="SECRET ready headline")
    drafting.submit(stories["ready"], by=chloe)
    drafting.approve(stories["ready"], by=chloe)
    stories["live"] = live
    story = "/desk/articles/article"
    moves = {
        "draft": "submit publish spike hold vault", "in_review": "send_back approve", "scheduled": "unschedule",
        "live": "update clarify annotate withdraw", "withdrawn": "republish kill", "spiked": "unspike",
        "held": "release", "embargoed": "lift_embargo", "vault": "unvault", "killed": "correct",
    }  # fmt: skip
    return [
        *(
            Place(f"story {name.replace('_', ' ')}", f"{story}/{article.pk}/change/", "chloe")
            for name, article in stories.items()
        ),
        *(
            Place(f"{verb.replace('_', ' ')} a story {name}", f"{story}/{stories[name].pk}/move/{verb}/", "chloe")
            for name, verbs in moves.items()
            for verb in verbs.split()
        ),
        Place("history of a story", f"{story}/{live.pk}/history/", "chloe"),
        Place("story of a photo editor", f"{story}/{live.pk}/change/", "pat"),
        *(Place(f"part {part.title}", f"{story}/{live.pk}/part/{part.name}/", "chloe") for part in PARTS),
    ]


def furnish_house() -> list[Place]:
    """Talk on the desk, rules, shifts, people and what else is kept, with the lists of each and what is empty."""
    now = timezone.now()
    ed, rita = make_user("ed"), make_user("rita")
    make_user("chloe"), make_user("mo"), make_user("pat"), make_user("nobody")
    article = make_draft(rita, body=RICH, picture=make_image(), authors=[make_author()], source=make_source())
    first = noting.add(article, "@rita Who says so?", by=ed, field="body", quote="salt", is_must=True)
    noting.add(article, "Ola Brandt.", by=rita, parent=first)
    noting.resolve(noting.add(article, "Call the harbour.", by=ed), by=ed)
    link = sharing.make_link(article, by=ed, label="Harbour board")
    sharing.comment(link, "It was fourteen sailings.", name="O. Brandt", now=now)
    rule = StyleRule.objects.create(name="Rope", pattern="rope", reason="Say which.", suggestion="line")
    kept = handover.make(by=ed, text="Fog until noon.\n\nCall the harbour.", from_at=now - timedelta(hours=8))
    bulk.carry_out("urgency", {"urgency": 4}, [bulk.Picked(article.pk, article.revision_number)], by=ed)
    TagAlias.objects.create(tag=make_tag(), name="The vote")
    rights = RightsProfile.objects.create(name="Subscribers")
    item = send_wire_story()
    front = Front.objects.get_or_create(slug="home", defaults={"name": "Home"})[0]
    container = Container.objects.create(front=front, heading="Lead", position=99)
    Slot.objects.create(container=container, article=make_live().article)
    story = f"/desk/articles/article/{article.pk}"
    lists = {
        "articles": "handover stylerule bulkchange takedown", "auth": "user group", "authors": "author",
        "fronts": "front container slot", "images": "image", "sources": "source rightsprofile", "tags": "tagalias",
        "wire": "delivery",
    }  # fmt: skip
    forms = {
        "authors/author": make_author().pk, "auth/user": rita.pk, "fronts/front": front.pk,
        "fronts/container": container.pk, "images/image": article.picture_id, "sources/source": article.source_id,
        "sources/rightsprofile": rights.pk, "articles/section": article.section_id, "wire/delivery": item.delivery_id,
        "articles/stylerule": rule.pk, "articles/handover": kept.pk,
    }  # fmt: skip
    return [
        Place("notes", f"{story}/notes/", "ed"),
        Place("notes without words", f"{story}/notes/", "ed", add_no_note),
        Place("house style in a story", f"/desk/articles/stylerule/story/{article.pk}/", "rita"),
        Place("rehearsal of a rule", f"/desk/articles/stylerule/{rule.pk}/try/", "ed"),
        Place("new rule with errors", "/desk/articles/stylerule/add/", "ed", save_a_bad_rule),
        Place("new handover", "/desk/articles/handover/add/", "ed"),
        Place("kept handover", f"/desk/articles/handover/{kept.pk}/change/", "rita"),
        Place("calendar of a day", "/desk/calendar/?view=day", "ed"),
        Place("calendar of a day without anything", "/desk/calendar/?view=list&date=2150-01-01", "ed"),
        Place("no notifications", "/desk/notifications/", "pat"),
        Place("desk of nobody", "/desk/", "nobody"),
        Place("desk with nothing on it", "/desk/?q=zeppelin", "ed"),
        Place("stories without any", "/desk/articles/article/?q=zeppelin", "ed"),
        Place("password", "/desk/password_change/", "rita"),
        Place("one app", "/desk/articles/", "chloe"),
        *(
            Place(f"list of {model}", f"/desk/{app}/{model}/", "chloe")
            for app, models in lists.items()
            for model in models.split()
        ),
        *(Place(f"form of {name}", f"/desk/{name}/{number}/change/", "chloe") for name, number in forms.items()),
    ]


def send_wire_story() -> WireItem:
    """Take in an item with a picture, a note, an embargo and something to look at."""
    picture = {"type": "picture", "description_text": "Quay.", "renditions": {"original": {"href": "quay.jpg"}}}
    document = {
        "uri": "urn:meridian:1", "type": "text", "version": "1", "pubstatus": "usable", "urgency": 2,
        "headline": "Ferry leaves at dawn", "body_html": RICH, "ednote": "Picture follows.", "slugline": "FERRY/DAWN",
        "embargoed": (timezone.now() + timedelta(hours=3)).isoformat(), "associations": {"main": picture},
    }  # fmt: skip
    delivery, _ = receive(make_source(), json.dumps(document).encode(), name="dawn.json", now=timezone.now())
    attach(delivery, "quay.jpg", picture_bytes())
    [outcome] = ingest(delivery, now=timezone.now())
    assert outcome.id
    return WireItem.objects.get(pk=outcome.id)


def answer(page: Page) -> None:
    page.get_by_label("What you want to say").fill("It was fourteen sailings.")
    page.get_by_role("button", name="Send").click()
    page.get_by_text("Thank you").wait_for()


def lock_out(page: Page) -> None:
    """Send wrong passwords until the desk has had enough."""
    for _ in range(8):
        Client().post("/desk/login/", {"username": "rita", "password": "guess"})
    page.get_by_label("Username").fill("rita")
    page.get_by_label("Password").fill("guess")
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("heading", name="Too many wrong passwords").wait_for()


def publish_in_vain(page: Page) -> None:
    page.get_by_label("Standfirst:").fill("")
    page.get_by_role("button", name="Publish changes").click()
    page.locator("#refusal").wait_for()


def begin_correction(page: Page) -> None:
    page.get_by_label("Standfirst:").fill("Twelve passengers and a cargo of salt were on board when it left the quay.")
    page.get_by_role("radio", name="Correction").check()
    page.get_by_label("Text for readers").wait_for()


def open_everything(page: Page) -> None:
    page.locator("fieldset details, .side-part").evaluate_all("all => all.forEach((each) => { each.open = true; })")
    page.locator(".shown-title").wait_for()


def open_menu(page: Page) -> None:
    page.locator(".story-more summary").click()
    page.get_by_label("Note for the desk").wait_for()


def show_what_differs(page: Page) -> None:
    page.get_by_text("What differs").click()


def save_signed_out(page: Page) -> None:
    page.get_by_label("Headline:", exact=True).fill("Typed")
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("Nothing was saved yet").wait_for()


def save_with_errors(page: Page) -> None:
    open_group(page, "Placement")
    page.get_by_label("Tags:").fill("No such tag")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("No such tag: No such tag").wait_for()


def clash_over(article: Article) -> Callable[[Page], object]:
    """Return an act: save what another person changes while this one writes, and be asked."""

    def act(page: Page) -> None:
        theirs = Article.objects.get(pk=article.pk)
        changes = {"headline": "Theirs", "body": RICH.replace("<li>rope</li>", "<li>oil</li>"), "ednote": "Call."}
        drafting.save_draft(theirs, changes, by=make_user("ed"), base_revision=theirs.revision_number)
        page.get_by_label("Headline:", exact=True).fill("Mine")
        page.locator("[name=ednote]").evaluate("each => { each.value = 'Write.'; }")
        page.get_by_role("button", name="Save", exact=True).click()
        page.get_by_role("heading", name="Choose what to keep").wait_for()
        page.get_by_label("Write it anew").first.check()

    return act


def choose_two(page: Page) -> None:
    page.locator("input.action-select").first.check()
    page.locator("input.action-select").nth(1).check()
    page.get_by_label("Action:").select_option("change_selected")
    page.get_by_role("button", name="Go", exact=True).click()
    page.get_by_role("button", name="See what would happen").wait_for()


def choose_and_rehearse(page: Page) -> None:
    choose_two(page)
    page.get_by_label("Set urgency").check()
    page.get_by_label("Urgency:").fill("2")
    page.get_by_role("button", name="See what would happen").click()
    page.get_by_text("Nothing was changed yet.").wait_for()


def press_plan(page: Page) -> None:
    page.get_by_label("What will the story tell?").fill("Ferry")
    page.get_by_label("Deadline").fill("2020-01-01T10:00")
    page.get_by_role("button", name="Plan it", exact=True).click()
    page.get_by_text("That deadline has passed").wait_for()


def schedule_twice(page: Page) -> None:
    page.get_by_label("Publish at").fill("2030-10-27T01:30")
    page.get_by_role("button", name="Schedule").click()
    page.get_by_label("Which of the two times").wait_for()


def press_file(page: Page) -> None:
    page.get_by_label("Story").fill("/no/such/story/")
    page.get_by_role("button", name="File it").click()
    page.get_by_text("There is no story with this number").wait_for()


def look_for_a_name(page: Page) -> None:
    page.get_by_label("Replace a name").check()
    page.get_by_label("Name to replace").fill("salt")
    page.get_by_label("What stands there instead").fill("sugar")
    page.get_by_label("Reason for the decision").fill("Asked for.")
    page.get_by_role("button", name="Show every place").click()
    page.get_by_role("heading", name="would change").wait_for()


def press_the_button(page: Page) -> None:
    page.locator(".move-buttons button").click()
    page.locator(".errorlist").first.wait_for()


def add_no_note(page: Page) -> None:
    page.locator(".notes-write").evaluate("each => { each.noValidate = true; each.requestSubmit(); }")
    page.get_by_role("alert").wait_for()


def save_a_bad_rule(page: Page) -> None:
    page.get_by_label("Name:").fill("Everything")
    page.get_by_label("Pattern:").fill("x*")
    page.get_by_label("Regular expression").check()
    page.get_by_label("Reason:").fill("It is there.")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("matches an empty text").wait_for()
