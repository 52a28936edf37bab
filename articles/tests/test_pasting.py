"""The receipt of a paste and of a save: what was kept, lost and removed, in words a writer reads in passing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.core.cache import cache
from django.urls import reverse

from articles import attribution, drafting, pasting, readiness
from articles.admin.pasting import PER_MINUTE
from articles.models import Article, Revision
from articles.richtext import BodyError, clean_body
from articles.tests.refusals import NOW
from newsroom.lib.outline import outline
from newsroom.testing.factories import make_draft, make_image, make_user

pytestmark = pytest.mark.django_db
CLIPBOARDS = Path(__file__).with_name("clipboards")


def told(pasted: str, inserted: str | None = None) -> str:
    return pasting.receipt_of_paste(pasted, pasted if inserted is None else inserted).sentence


class TestWhatWasKept:
    def test_is_told_in_numbers(self):
        text = (
            "<h2>a</h2><p>b <b>c</b> <i>d</i> <a href='https://example.org/'>e</a> <a href='/x/'>f</a></p><ul><li>g</li></ul>"
            "<table><tr><td>h</td></tr></table><p>Ann Lee said:</p><blockquote>i</blockquote><p>j:</p><blockquote>k</blockquote>"
        )

        assert told(text) == (
            "Kept 2 quotes, 1 sub-head, 1 list, 1 table, 2 links, 2 passages in bold or italics. Nothing was removed."
        )

    def test_counts_pictures_of_our_library_only(self):
        ours = f'<figure data-image="{make_image().pk}"><img src="/media/x.jpg" alt="a"></figure>'
        foreign = '<figure data-image="9999999"><img src="/media/x.jpg" alt="a"></figure>'

        assert told(ours + foreign) == "Kept 1 picture of ours. Nothing was removed."

    def test_is_what_the_sanitiser_keeps_of_what_was_put_in(self):
        assert told("<p>a <u>b</u></p>", "<p>a <u>b</u> <b>c</b></p>") == (
            "Kept 1 passage in bold or italics. Removed 1 underlining."
        )


class TestWhatWasRemoved:
    @pytest.mark.parametrize(
        "pasted, sentence",
        [
            ('<font face="Arial">a</font><p style="font-family: Arial, sans-serif">b</p>', "1 font"),
            (
                "<p style=\"font-family:'Times New Roman',serif\">a<span style='FONT-FAMILY: Arial'>b</span></p>",
                "2 fonts",
            ),
            ('<p style="font-size:11pt">a<span style="font-size: 14px">b</span></p>', "2 sizes of type"),
            ('<p style="color: red">a<span style="color:windowtext">b</span></p>', "1 colour"),
            ("<p><u>a</u> <u> </u></p>", "1 underlining"),
            (
                '<p>a<img src="https://example.org/a.jpg"><img src="data:image/png;base64,x"></p>',
                "2 pictures from elsewhere",
            ),
            ('<p>a<img src="https://example.org/a.gif" width="1" height="1"></p>', "1 tracking pixel"),
            ('<p>a<img src="https://example.org/a.gif" style="display:none"></p>', "1 tracking pixel"),
            ("<p>a</p><iframe src='https://example.org/'></iframe><object></object>", "2 embedded frames"),
            ("<p>a</p><video src='x'></video>", "1 film or sound"),
            ("<p>a</p><script>x()</script>", "1 script"),
            ("<p>a</p><form><input></form>", "1 form"),
            ("<p>a<del>b</del></p>", "1 deleted passage"),
            (
                "<p>a<span style='display:none;mso-hide:all'>b</span><span style='display:none'> </span></p>",
                "1 hidden passage",
            ),
            (
                "<p>a</p><div style='mso-element:comment-list'><div style='mso-element:comment'>b</div></div>",
                "1 comment",
            ),
            (
                "<p>a <a href='javascript:x'>b</a> <a href='file:///c:/x'>c</a> <a href='#d'>e</a></p>",
                "2 links that nobody else can follow",
            ),
        ],
        ids=str,
    )
    def test_is_told_by_its_name(self, pasted, sentence):
        assert told(pasted, "<p>a</p>") == f"Removed {sentence}."

    def test_is_nothing_for_plain_paragraphs(self):
        assert told("<p>a</p><p>b</p>") == "Nothing was removed."


class TestWhatWasLost:
    @pytest.mark.parametrize(
        "pasted",
        [
            "<blockquote>a</blockquote>",
            "<p class=MsoQuote>a</p><p class=MsoQuote>b</p>",
            "<p class=MsoIntenseQuote>a</p>",
            '<div class="gmail_quote">a</div>',
            '<div class="gmail_quote"><div class="gmail_attr">x:</div><blockquote class="gmail_quote">a</blockquote></div>',
            "<div style='border:none;border-left:solid blue 1.5pt;padding:0in'>a</div>",
            '<blockquote><p class="MsoQuote">a</p></blockquote>',
        ],
    )
    def test_a_quotation_in_any_disguise_is_missed_when_it_is_gone(self, pasted):
        receipt = pasting.receipt_of_paste(pasted, "<p>a</p>")

        assert receipt.is_loss
        assert receipt.sentence == "Lost 1 quote: compare with the original. Nothing was removed."

    @pytest.mark.parametrize(
        "pasted",
        [
            "<blockquote> </blockquote>",
            "<div style='border:none;border-top:solid #E1E1E1 1.0pt'>a</div>",
            "<div style='border-left:none'>a</div>",
            "<p class=unquoted>a</p>",
            "<p><a name='x'></a><a href='https://example.org/'><img></a>a</p>",
        ],
    )
    def test_nothing_is_missed_that_was_not_there(self, pasted):
        assert not pasting.receipt_of_paste(pasted, "<p>a</p>").is_loss

    def test_is_told_first(self):
        pasted = "<h1>a</h1><ul><li>b</li></ul><table><tr><td>c</td></tr></table><a href='https://example.org/'>d</a>"

        assert told(pasted, "<h2>a</h2><p><u>b</u></p>").startswith(
            "Lost 1 list, 1 table, 1 link: compare with the original. Kept 1 sub-head."
        )


class TestAttribution:
    @pytest.mark.parametrize(
        "body",
        [
            "<blockquote><p>a</p><cite>Ann Lee</cite></blockquote>",
            "<blockquote><p>a</p><p>— Ann Lee</p></blockquote>",
            "<p>The minister:</p><blockquote><p>a</p></blockquote>",
            "<p>Ann Lee said she would stay.</p><blockquote><p>a</p></blockquote>",
            "<blockquote><p>a</p></blockquote><p>Ann Lee wrote to us.</p>",
            "<blockquote><p>a</p></blockquote><p>– Ann Lee, minister</p>",
            "<blockquote><p>From: Ann Lee</p><p>a</p></blockquote>",
            "<blockquote><p>On 3 Nov 2026 Ann Lee wrote:</p><p>a</p></blockquote>",
            "<p>Das erklärte Ann Lee.</p><blockquote><p>a</p></blockquote>",
            '<blockquote class="pull"><p>a</p></blockquote>',
            "<p>a</p>",
        ],
    )
    def test_a_quotation_beside_a_name_is_attributed(self, body):
        assert attribution.nameless(outline(clean_body(body)).blocks) == []

    @pytest.mark.parametrize(
        "body, count",
        [
            ("<blockquote><p>a</p></blockquote>", 1),
            ("<p>Rain fell.</p><blockquote><p>Nothing moved.</p></blockquote><p>Snow fell.</p>", 1),
            ("<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote>", 1),
            ("<blockquote><p>a</p></blockquote><blockquote><p>b</p></blockquote>", 2),
            ("<p>It went as aforesaid.</p><blockquote><p>a</p></blockquote>", 1),
        ],
    )
    def test_one_that_names_nobody_is_counted(self, body, count):
        assert len(attribution.nameless(outline(clean_body(body)).blocks)) == count

    def test_is_told_with_the_receipt_and_before_publishing(self):
        body = "<blockquote><p>a</p></blockquote><p>b</p><blockquote><p>c</p></blockquote>"

        article = make_draft(body=body)

        assert told(body).endswith("2 quotes have no attribution.")
        asked = [each.sentence for each in readiness.problems(article, now=NOW) if each.code == "quote_without_speaker"]
        assert asked == ["Say who is quoted: “a”", "Say who is quoted: “c”"]


class TestSize:
    def test_a_clipboard_too_large_to_examine_is_refused_with_advice(self):
        with pytest.raises(BodyError, match=r"paste it in parts\."):
            pasting.receipt_of_paste("x" * 1_000_001, "x")

    @pytest.mark.parametrize(
        "pasted",
        ["", " ", "<", "<?xml version='1.0' encoding='utf-8'?><p>a</p>", "\ud800\x00", "<p>" * 5000, "<b>" * 300_000],
    )
    def test_anything_can_be_read(self, pasted):
        assert told(pasted, "<p>a</p>")


@pytest.mark.django_db
class TestSaving:
    def save(self, client, body):
        client.force_login(make_user("rita"))
        page = client.post(
            "/desk/articles/article/add/",
            {"headline": "x", "body": body, "kind": "news", "language": "en", "urgency": "5"},
            follow=True,
        )
        return [str(message) for message in page.context["messages"]]

    def test_says_what_a_body_cannot_hold(self, client):
        body = '<p>a<img src="https://example.org/x.jpg"></p><script>x</script><figure data-image="9999999"><img alt=""></figure>'

        found = self.save(client, body)

        assert (
            "Not saved, because a body cannot hold it: 1 picture from elsewhere, 1 script, 1 picture that is not in our library."
            in found
        )
        assert Article.objects.get().body == "<p>a</p>"

    def test_says_nothing_when_all_was_kept(self, client):
        image = make_image()
        body = (
            f'Loose <b>text</b><h1>a</h1><figure class="wide" data-image="{image.pk}"><img alt="x" src="{image.file.url}">'
            '<figcaption>b</figcaption></figure><p>c <del>d</del></p><a href="/x/">e</a>'
        )

        found = self.save(client, body)

        assert found == ["Saved, revision 1."]

    def test_keeps_with_the_revision_what_was_taken_out(self):
        image, ed = make_image(), make_user("ed")
        figure = f'<figure data-image="{image.pk}"><img alt="x" src="/media/x.jpg"></figure>'
        article = make_draft(body="<p>a</p>")

        drafting.save_draft(article, {"body": f"<p>b</p>{figure}"}, by=ed, base_revision=1)
        drafting.save_draft(
            article, {"body": "<p style='x'>c<img src='x'></p><script>x</script>"}, by=ed, base_revision=2
        )
        drafting.save_draft(article, {"headline": "d", "body": "<p>c<u></u></p>"}, by=ed, base_revision=3)

        assert list(Revision.objects.order_by("number").values_list("receipt", flat=True)) == [
            {}, {}, {"tags": {"img": 1, "script": 1}, "attributes": {"style": 1}}, {},
        ]  # fmt: skip

    def test_says_nothing_when_nothing_was_written(self):
        assert pasting.sentence_of_save("") == ""


@pytest.mark.django_db
class TestTheView:
    address = "/desk/articles/article/receipt/"

    def ask(self, client, **values):
        return client.post(self.address, values)

    def test_answers_with_the_receipt(self, client):
        client.force_login(make_user("rita"))

        answer = self.ask(client, pasted="<blockquote>a</blockquote><u>b</u>", inserted="<p>a</p>")

        assert json.loads(answer.content) == {
            "sentence": "Lost 1 quote: compare with the original. Removed 1 underlining.", "is_loss": True,
        }  # fmt: skip

    def test_stores_nothing(self, client):
        client.force_login(make_user("rita"))

        assert reverse("admin:articles_article_receipt") == self.address
        assert client.get(self.address).status_code == 405
        assert not Article.objects.exists()

    def test_refuses_what_is_too_large(self, client):
        client.force_login(make_user("rita"))

        answer = self.ask(client, pasted="x" * 1_000_001, inserted="x")

        assert answer.status_code == 413
        assert json.loads(answer.content)["sentence"].endswith("paste it in parts.")

    @pytest.mark.parametrize(
        "name, status", [("rita", 200), ("ed", 200), ("chloe", 200), ("wendy", 200), ("mo", 403), ("pat", 403)]
    )
    def test_is_for_those_who_write_stories(self, client, name, status):
        client.force_login(make_user(name))

        assert self.ask(client, pasted="a", inserted="a").status_code == status

    def test_asks_for_the_token_of_the_form(self, client):
        client.handler.enforce_csrf_checks = True
        client.force_login(make_user("rita"))

        assert self.ask(client, pasted="a", inserted="a").status_code == 403

    def test_examines_sixty_pastes_a_minute_for_each_person(self, client):
        cache.clear()
        client.force_login(make_user("rita"))
        for _ in range(PER_MINUTE):
            assert self.ask(client, pasted="a", inserted="a").status_code == 200

        assert self.ask(client, pasted="a", inserted="a").status_code == 429
        client.force_login(make_user("ed"))
        assert self.ask(client, pasted="a", inserted="a").status_code == 200
        cache.clear()
