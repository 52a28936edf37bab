"""A name that was replaced on request is no longer to be found in what changed."""

from __future__ import annotations

import pytest

from articles import publishing, takedowns
from articles.models import Version
from newsroom.testing.factories import make_live, make_user

pytestmark = pytest.mark.django_db


def test_versions_with_the_name_are_left_out_of_what_changed(client):
    article = make_live(standfirst="John Smith was there.").article
    publishing.correct(article, by=make_user("ed"), public_text="He was there at noon.")
    request = takedowns.file(article, by=make_user("ed"), asked_by="J.", request="I was acquitted.")
    takedowns.decide(
        request, "anonymise", by=make_user("chloe"), reason="Acquitted.", base=takedowns.base_of(request, article),
        name_before="John Smith", name_after="A man", public_text="A name was removed.",
    )  # fmt: skip

    page = client.get(f"{Version.objects.live().get().get_absolute_url()}changes/")

    assert page.status_code == 200
    assert "John Smith" not in page.content.decode()
