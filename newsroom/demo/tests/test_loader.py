"""The demo newsroom: what a newcomer finds, and that loading it twice changes nothing. Pictures are drawn small."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from django.contrib.auth.models import User

from articles.models import Article, HistoryEntry, Note, Section, StyleRule, Version
from authors.models import Author
from fronts.models import Front
from images.models import Image
from newsroom import roles
from newsroom.demo import DEMO_PASSWORD, data
from newsroom.demo.loader import Demo
from sources.models import Source
from tags.models import Tag
from wire.models import Delivery, WireItem

pytestmark = pytest.mark.django_db


KEPT = (Article, HistoryEntry, Note, StyleRule, Image, Tag, Delivery, WireItem, User)


class TestLoading:
    """Loading takes seconds, so each test here loads once and asks much."""

    def test_gives_a_newcomer_a_newsroom_worth_trying(self):
        Demo(width_px=120).load()

        states = Counter((article.status, article.stage) for article in Article.objects.all())
        assert Article.objects.count() >= 60
        assert Version.objects.live().order_by().values("top_section").distinct().count() == 8
        assert Section.objects.filter(parent=None).count() == 8
        assert Author.objects.filter(portrait__isnull=False).count() == 12
        assert (Source.objects.count(), Tag.objects.filter(standing="approved").count()) == (3, 25)
        assert {"en", "de", "uk", "ar"} == set(Version.objects.live().order_by().values_list("language", flat=True))
        assert {status for status, _ in states} == {"draft", "published", "withdrawn", "killed", "spiked"}
        assert {stage for status, stage in states if status == "draft"} == {"writing", "in_review", "ready"}
        assert Article.objects.filter(publish_at__isnull=False).exists()
        assert Article.objects.filter(embargo_until__isnull=False).exists()
        assert Article.objects.exclude(hold_reason="").exists()
        assert Version.objects.live_notes().exists()
        assert not Image.objects.filter(credit="").exists()
        assert not Image.objects.filter(alt="").exists()
        assert all(image.has_terms for image in Image.objects.all())
        assert not Version.objects.live().filter(ai_use="").exclude(article__wire_uses__isnull=False).exists()
        assert not Version.objects.live().filter(body__iregex="lorem ipsum").exists()

        items = WireItem.objects.current()
        assert (Delivery.objects.count(), Delivery.objects.filter(outcome="taken_in").count()) == (20, 20)
        assert items.order_by().values("source").distinct().count() == 3
        assert items.filter(pubstatus="canceled").exists()
        assert items.filter(embargo_until__isnull=False).exists()
        assert WireItem.objects.filter(is_latest=False, pubstatus="usable").exists()
        assert any(item.pictures for item in items)
        assert all(re.fullmatch(r"[^{}]*", item.body) for item in items)

        assert Article.objects.filter(due_at__isnull=False, assignee=None).exists()
        assert Article.objects.filter(assignee__username="rita", notes__is_must=True).exists()
        assert StyleRule.objects.filter(is_active=True).count() == 7
        corrected = Version.objects.live_notes().first()
        assert corrected.body != corrected.article.versions.get(number=corrected.number - 1).body

        assert User.objects.count() == 6
        assert User.objects.get(username="rita").check_password(DEMO_PASSWORD)

    def test_again_adds_only_what_is_missing(self):
        Demo(width_px=120).load()
        before = [model.objects.count() for model in KEPT]
        Front.objects.all().delete()
        Article.objects.filter(status="draft").first().bylines.all().delete()

        assert data.is_wanted()
        Demo(width_px=120).load()

        assert not data.is_wanted()
        assert before == [model.objects.count() for model in KEPT]


class TestTheLogins:
    def test_are_shut_outside_a_trial(self, settings):
        settings.DEMO_LOGINS = False
        roles.sync()

        Demo().people()

        assert not User.objects.filter(is_active=True).exists()
        assert not any(user.has_usable_password() for user in User.objects.all())
