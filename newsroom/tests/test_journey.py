"""The whole life of one story, from wire bytes to 410, through the addresses and forms that people use, no browser.
Reads the sample story in ../shared and is skipped where that is absent."""

from __future__ import annotations

import io
import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from articles.models import Article, HistoryEntry, Version
from articles.models.version import VersionQuerySet
from articles.undoing import UNDO_SECONDS
from newsroom import jobs
from newsroom.testing.factories import make_author, make_section, make_source, make_user
from public import feeds, sitemaps
from wire.models import Delivery, WireItem

SAMPLES = Path(settings.BASE_DIR).parent / "shared" / "samples"
HEADLINE = "Ukraine seeking exchange of 1,200 prisoners with Russia"
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not SAMPLES.is_dir(), reason="reads ../shared/samples, which is not here"),
]


def ingest(*names: str) -> list[dict[str, object]]:
    out = io.StringIO()
    call_command("ingest", *[str(SAMPLES / name) for name in names], source="reuters", stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def signed_in(name: str) -> Client:
    client = Client()
    client.force_login(make_user(name), backend="django.contrib.auth.backends.ModelBackend")
    return client


def story_form(client: Client, article: Article, **changes: object) -> dict[str, object]:
    """Return what the story form would post, as it is shown, with changes."""
    form = client.get(f"/desk/articles/article/{article.pk}/change/").context["adminform"].form
    values = {}
    for bound in form:
        value = bound.value()
        if bound.name in {"authors", "tags", "source", "assignee"}:
            value = form.fields[bound.name].prepare_value(value)
        if value not in (None, False, ""):
            values[bound.html_name] = getattr(value, "pk", value)
    return {**values, **changes}


def save(client: Client, article: Article, **changes: object) -> None:
    response = client.post(f"/desk/articles/article/{article.pk}/change/", story_form(client, article, **changes))
    assert response.status_code == 302, response.context["adminform"].form.errors
    article.refresh_from_db()


def move(client: Client, article: Article, verb: str, **words: str) -> int:
    address = f"/desk/articles/article/{article.pk}/move/{verb}/"
    return client.post(address, {"seen_revision": article.revision_number, **words}).status_code


def test_a_wire_story_is_taken_edited_published_corrected_and_killed():
    source = make_source("reuters", name="Reuters", credit_line="Reuters")
    make_section("world")
    author = make_author("Rita Ferrier")
    wendy, rita, ed, reader = signed_in("wendy"), signed_in("rita"), signed_in("ed"), Client()

    # 1. From bytes to a wire item, once
    (line,) = ingest("exchange.ninjs.json")
    assert list(line) == ["file", "source", "format", "guid", "version", "outcome", "reason", "id"]
    assert (line["outcome"], line["source"], line["version"]) == ("created", "reuters", "1")
    assert bytes(Delivery.objects.get().payload) == (SAMPLES / "exchange.ninjs.json").read_bytes()
    (again,) = ingest("exchange.ninjs.json")
    assert (again["outcome"], WireItem.objects.count(), Delivery.objects.count()) == ("duplicate", 1, 1)

    # 2. A wire editor makes a story of it
    assert HEADLINE in wendy.get("/desk/wire/wireitem/").content.decode()
    made = wendy.post(f"/desk/wire/wireitem/{line['id']}/make-story/")
    article = Article.objects.get()
    assert made.headers["Location"].endswith(f"/desk/articles/article/{article.pk}/change/")
    assert (article.headline, article.dateline, article.source, article.credit_line) == (
        HEADLINE,
        "Kyiv",
        source,
        "Reuters",
    )
    assert article.standfirst.startswith("Ukraine is working to restart")
    assert "<h2>Istanbul agreements back in focus</h2>" in article.body
    assert (article.usage_terms, article.ednote) == (
        "For use by subscribers only.", "Moves an updated version when Moscow responds.",
    )  # fmt: skip
    assert (article.picture.caption, article.picture.credit) == (HEADLINE, "Reuters")
    assert {"Ukraine", "Russia", "Türkiye"} <= {tag.name for tag in article.tags.all()}
    side = wendy.get(f"/desk/articles/article/{article.pk}/change/").content.decode()
    assert f"/desk/wire/wireitem/{line['id']}/" in side

    # 3. A reporter edits and submits it, an editor sends it back, approves, publishes
    section = make_section("world")
    save(rita, article, section=section.pk, authors=[author.pk], picture_alt="Men in blankets stand beside a bus",
         headline=f"{HEADLINE}, Kyiv says")  # fmt: skip
    assert move(rita, article, "publish") == 403
    rita.post(f"/desk/articles/article/{article.pk}/change/", story_form(rita, article, _move="publish"))
    article.refresh_from_db()
    assert article.status == "draft"
    save(rita, article, _move="submit")
    assert article.stage == "in_review"
    assert rita.post(f"/desk/articles/article/{article.pk}/change/", {"headline": "Hijacked"}).status_code == 403
    assert move(ed, article, "send_back", note="Shorter headline, please.") == 302
    article.refresh_from_db()
    save(rita, article, headline=HEADLINE, _move="submit")
    assert move(ed, article, "approve") == 302
    article.refresh_from_db()
    assert move(ed, article, "publish") == 302

    # 4. A reader finds it everywhere it belongs
    version = Version.objects.live().get()
    address = version.get_absolute_url()
    assert address == f"/{timezone.localtime():%Y/%m/%d}/ukraine-seeking-exchange-of-1-200-prisoners-with-russia/"
    page = reader.get(address).content.decode()
    for words in expected_words():
        assert words in page, words
    for part in (
        "Men in blankets stand beside a bus",
        "Rita Ferrier",
        "Published",
        "datetime=",
        "<h2",
        "application/ld+json",
    ):
        assert part in page, part
    assert "Moves an updated version" not in page
    assert "For use by subscribers only" not in page
    places = ["/", "/world/", "/authors/rita-ferrier/", "/tags/ukraine/", "/sources/reuters/", "/search/?q=exchange"]
    jobs.tick()
    for place in places:
        assert address in reader.get(place).content.decode(), place
    for place in ("/feed.rss", "/news-sitemap.xml"):  # they hear of it when it cannot be undone
        assert address not in reader.get(place).content.decode(), place
    heard_at = version.published_at + timedelta(seconds=UNDO_SECONDS)
    assert feeds.newest(VersionQuerySet.all, heard_at) == sitemaps.newest(heard_at) == [version]

    # 5. Corrected, updated, withdrawn, republished, killed
    article.refresh_from_db()
    save(ed, article, standfirst=article.standfirst.replace("1,200", "1,200 captured"))
    assert move(ed, article, "correct", public_text="An earlier version named the wrong number.") == 302
    page = reader.get(address).content.decode()
    assert "An earlier version named the wrong number." in page
    assert "An earlier version named the wrong number." in reader.get("/corrections/").content.decode()
    article.refresh_from_db()
    save(ed, article, body=article.body + "<p>Moscow answered in the evening.</p>")
    assert "Moscow answered" not in reader.get(address).content.decode()
    assert move(ed, article, "update", weight="update") == 302
    assert "Moscow answered" in reader.get(address).content.decode()
    assert "Updated" in reader.get(address).content.decode()
    article.refresh_from_db()
    assert move(ed, article, "withdraw", note="Checking.", public_text="We are checking this story.") == 302
    gone = reader.get(address)
    assert (gone.status_code, "We are checking this story." in gone.content.decode()) == (410, True)
    article.refresh_from_db()
    assert move(ed, article, "republish") == 302
    assert reader.get(address).status_code == 200
    article.refresh_from_db()
    assert move(ed, article, "kill", note="Agency withdrew.", public_text="The agency has withdrawn this story.") == 302
    gone = reader.get(address)
    assert gone.status_code == 410
    assert "The agency has withdrawn this story." in gone.content.decode()
    assert HEADLINE not in gone.content.decode()
    jobs.tick()
    for place in [*places, "/feed.rss", "/news-sitemap.xml", "/corrections/"]:
        assert address not in reader.get(place).content.decode(), place

    # Every step is a row in the history: who, when, why
    steps = [(row.verb, row.by.username) for row in HistoryEntry.objects.order_by("id")]
    assert steps == [
        ("created", "wendy"), ("submit", "rita"), ("send_back", "ed"), ("submit", "rita"), ("approve", "ed"),
        ("publish", "ed"), ("correct", "ed"), ("update", "ed"), ("withdraw", "ed"), ("republish", "ed"), ("kill", "ed"),
    ]  # fmt: skip
    assert HistoryEntry.objects.get(verb="send_back").note == "Shorter headline, please."
    assert HistoryEntry.objects.get(verb="kill").public_text == "The agency has withdrawn this story."


def expected_words() -> list[str]:
    """Return every paragraph of exchange.txt that a reader must see, as HTML writes it."""
    text = (SAMPLES / "exchange.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip()]
