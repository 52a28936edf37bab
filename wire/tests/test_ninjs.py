import json
from datetime import UTC, datetime

import pytest

from wire.formats import ParsedRelation, ParseError, Profile, RefusedItem, ninjs
from wire.tests.making import DOCUMENTS, SAMPLES, STORY, needs_samples
from wire.tests.making import ninjs as document


def parse(payload):
    return ninjs.parse(payload, profile=Profile())


def one(**fields):
    [item] = parse(document(**fields))
    return item


@pytest.mark.parametrize("name", ["bridge.ninjs1.json", "bridge.ninjs2.json", "bridge.ninjs3.json"])
class TestTheSameStoryInEachVersionOfNinjs:
    def item(self, name):
        [item] = parse((DOCUMENTS / name).read_bytes())
        return item

    def test_identity_status_and_time(self, name):
        item = self.item(name)

        assert (item.guid, item.version, item.version_number) == ("urn:meridian:2026:bridge", "1", 1)
        assert (item.pubstatus, item.urgency, item.language) == ("usable", 3, "en")
        assert item.version_created_at == datetime(2026, 11, 20, 9, 15, tzinfo=UTC)
        assert item.warnings == ()

    def test_words(self, name):
        item = self.item(name)

        assert item.headline == "Bilorich bridge reopens after two years"
        assert item.standfirst == "Traffic crosses the river again, eight months late."
        assert item.body.count("<p>") == 2
        assert "<h2>Eight months late</h2>" in item.body
        assert "555" not in item.body
        assert (item.byline, item.dateline, item.slugline) == ("Tessa Rowe", "Bilorich", "BILORICH-BRIDGE")
        assert (item.ednote, item.usage_terms) == ("Pictures to follow.", "Members only.")
        assert (item.credit, item.copyright_holder) == ("Meridian Press", "Meridian Press")

    def test_names(self, name):
        found = [(part.name, part.kind, part.code) for part in self.item(name).names]

        assert found == [
            ("road transport", "topic", "medtop:20000349"),
            ("Ilya Vorn", "person", ""),
            ("Bilorich", "place", ""),
            ("Roads Board", "organisation", ""),
        ]

    def test_the_picture_in_its_best_size(self, name):
        [picture] = self.item(name).pictures

        assert picture.href == "bridge.jpg"
        assert picture.caption == "Lorries cross the bridge at Bilorich."
        assert (picture.byline, picture.credit) == ("Jon Hale", "Meridian Press")
        assert picture.usage_terms == "Single use."


class TestShapesOfDocuments:
    def test_a_list_is_read_in_order(self):
        items = parse(b"[" + document(uri="a") + b"," + document(uri="b") + b"]")

        assert [item.guid for item in items] == ["a", "b"]

    def test_a_wrapper_is_opened(self):
        items = parse(b'{"total": 1, "limit": 50, "item": [' + document() + b"]}")

        assert len(items) == 1

    def test_superdesk_sends_guid_and_null_associations(self):
        item = one(uri=None, guid="urn:superdesk:1", associations=None, priority=6, service=[{"code": "a"}])

        assert item.guid == "urn:superdesk:1"
        assert item.pictures == ()

    def test_null_among_associations_is_passed_over(self):
        assert one(associations={"featuremedia": None, "x": 3}).pictures == ()

    def test_utf16_with_a_mark_is_read(self):
        [item] = parse(document(headline="Зеленський").decode().encode("utf-16"))

        assert item.headline == "Зеленський"

    @pytest.mark.parametrize(
        ("payload", "code"),
        [
            (b"{", "not_json"),
            (b'{"uri": "x"', "not_json"),
            (b"3", "unknown_format"),
            (b'"words"', "unknown_format"),
            (b"null", "unknown_format"),
            (b"{}", "unknown_format"),
            (b'{"hello": 1}', "unknown_format"),
            (b"[]", "no_items"),
            (b'{"item": []}', "no_items"),
            (b'{"uri": NaN}', "not_json"),
            (b'{"uri": "\xff"}', "encoding"),
            (b"[" * 100_000, "too_deep"),
            (b'{"a":' * 50 + b"1" + b"}" * 50, "too_deep"),
            (b"[" + b"{}," * 210_000 + b"{}]", "too_many"),
            (b"[" + b"{}," * 2000 + b"{}]", "too_many"),
            (b'{"version": ' + b"9" * 5000 + b"}", "not_json"),
        ],
    )
    def test_what_cannot_be_read_is_refused_with_a_code_and_a_sentence(self, payload, code):
        with pytest.raises(ParseError) as refusal:
            parse(payload)

        assert refusal.value.code == code
        assert refusal.value.message.endswith(".")

    def test_a_backslash_too_many_is_read_over(self):
        [item] = parse('{"uri": "a", "headline": "\\“Yes\\” \\"no\\" \\\\ \\u00e5\\q"}'.encode())

        assert item.headline == '“Yes” "no" \\ åq'

    def test_a_bad_entry_stands_beside_good_ones(self):
        items = parse(b"[3, " + document() + b", {}]")

        assert [isinstance(item, RefusedItem) for item in items] == [True, False, True]


class TestHeadlines:
    def test_tags_and_entities_are_read_away(self):
        assert one(headline="<script>alert(1)</script>Fire &amp; <b>water</b>\u202e").headline == "Fire & water"

    def test_a_less_than_sign_is_no_tag(self):
        assert one(headline="Profit < 5 % at A & B").headline == "Profit < 5 % at A & B"

    @pytest.mark.parametrize("headline", [None, "", "  ", "<b></b>", "\u200b", [], {"a": 1}])
    def test_without_a_headline_the_first_words_stand_in_with_a_warning(self, headline):
        item = one(headline=headline)

        assert item.headline == "The ferry left Port Aldine at dawn."
        assert "No headline was sent" in item.warnings[0]

    def test_without_any_words_the_item_is_refused(self):
        refused = one(headline="", body_html=None)

        assert isinstance(refused, RefusedItem)
        assert refused.guid == "urn:meridian:1"
        assert "no headline" in refused.reason

    def test_a_kill_without_a_headline_is_still_a_kill(self):
        item = one(headline=None, body_html=None, pubstatus="canceled")

        assert (item.pubstatus, item.kind) == ("canceled", "kill")
        assert item.headline

    def test_a_lone_surrogate_does_not_survive(self):
        [item] = parse(b'{"uri": "a", "headline": "x \\ud800 y", "ednote": "\\udfff!"}')

        assert item.headline == "x y"
        assert item.ednote == "!"
        assert item.version.encode()


class TestBodies:
    def test_plain_text_gets_paragraphs_at_blank_lines(self):
        assert one(body_html=None, body_text="One & <two>\n\nThree").body == "<p>One &amp; &lt;two&gt;</p><p>Three</p>"

    def test_long_lines_are_paragraphs_of_their_own(self):
        line = "word " * 30

        assert one(body_html=None, body_text=f"{line}\n{line}").body.count("<p>") == 2

    def test_html_without_blocks_is_parted_at_double_breaks(self):
        assert (
            one(body_html="One<br><br/>Two <b>x</b>\n\nThree").body == "<p>One</p>\n<p>Two <b>x</b></p>\n<p>Three</p>"
        )

    def test_html_wins_over_text(self):
        assert one(body_text="plain").body == "<p>The ferry left Port Aldine at dawn.</p>"

    def test_other_flavours_are_read(self):
        assert one(body_html=None, body_richtext="<p>Rich</p>", body_text="plain").body == "<p>Rich</p>"

    def test_a_notebook_is_not_the_body(self):
        assert one(body_html=None, body_notepad="<p>Phone 555</p>", body_text="Public").body == "<p>Public</p>"


class TestVersionsAndStates:
    def test_a_number_is_a_version_too(self):
        assert (one(version=2).version, one(version=2.0).version) == ("2", "2")

    def test_without_a_version_its_time_stands_in(self):
        assert one(version=None, versioncreated="2026-11-20T09:15:00Z").version == "2026-11-20T09:15:00Z"

    def test_without_either_a_digest_stands_in_and_tells_texts_apart(self):
        first, again, other = one(version=None), one(version=None), one(version=None, headline="Other")

        assert first.version == again.version != other.version

    def test_kinds(self):
        assert [one().kind, one(version="2").kind, one(pubstatus="canceled").kind] == ["new", "update", "kill"]

    def test_a_missing_status_is_usable(self):
        assert one(pubstatus=None).pubstatus == "usable"

    @pytest.mark.parametrize("status", ["OPEN", "", {"x": 1}, True])
    def test_a_strange_status_is_unknown_and_says_so(self, status):
        item = one(pubstatus=status)

        assert item.pubstatus == "unknown"
        assert "unknown" in item.warnings[0]

    @pytest.mark.parametrize("key", ["embargoed", "embargoedUntil"])
    def test_an_embargo_is_read_under_both_names(self, key):
        assert one(**{key: "2026-11-25T06:00:00Z"}).embargo_until == datetime(2026, 11, 25, 6, tzinfo=UTC)

    def test_null_is_no_embargo(self):
        [item] = parse(json.dumps({"uri": "a", "headline": "x", "embargoed": None}).encode())

        assert not item.states_embargo

    @pytest.mark.parametrize("sent", [True, {"until": 1}, "soon"])
    def test_an_embargo_of_a_strange_kind_holds(self, sent):
        assert one(embargoed=sent).embargo_is_open

    def test_a_guid_without_measure_is_refused(self):
        assert isinstance(one(uri="x" * 501), RefusedItem)


@needs_samples
class TestTheSharedSample:
    def item(self, name):
        [item] = parse((SAMPLES / name).read_bytes())
        return item

    def test_the_first_version(self):
        item = self.item("exchange.ninjs.json")

        assert item.headline == "Ukraine seeking exchange of 1,200 prisoners with Russia"
        assert (item.version_number, item.dateline, item.urgency) == (1, "Kyiv", 3)
        assert item.body.count("<p>") == 10
        assert [name.name for name in item.names][:2] == ["armed conflict", "diplomacy"]
        assert item.pictures[0].href == "exchange.jpg"
        assert item.pictures[0].credit == "Reuters"

    def test_the_kill(self):
        item = self.item("exchange-kill.ninjs.json")

        assert (item.pubstatus, item.kind, item.version_number) == ("canceled", "kill", 3)


class TestWhatDialectsAdd:
    def test_superdesk_names_the_item_a_rewrite_comes_from(self):
        item = one(
            evolvedfrom="urn:meridian:0",
            priority=4,
            service=[{"name": "World", "code": "i"}],
            authors=[{"name": "Ida Moe", "role": "writer"}],
            ancestors=["urn:meridian:-1"],
            keywords=["ferry"],
        )

        assert (item.evolved_from, item.kind, item.priority) == ("urn:meridian:0", "update", 4)
        assert (item.byline, item.keywords) == ("Ida Moe", ("ferry", "World"))
        assert item.relations == (ParsedRelation("ancestor", "urn:meridian:-1"),)

    def test_tt_names_what_an_update_takes_the_place_of(self):
        item = one(
            replacing=["http://tt.example/1"],
            revisions=[{"uri": "http://tt.example/0", "slug": "ferry"}],
            originaltransmissionreference="abc",
        )

        assert (item.replaces, item.kind, item.story_key) == (("http://tt.example/1",), "update", "abc")
        assert item.relations == (ParsedRelation("revision", "http://tt.example/0"),)

    @pytest.mark.parametrize("wrapper", ["item", "items", "_items", "hits"])
    def test_wrappers(self, wrapper):
        [item] = parse(json.dumps({"total": 1, wrapper: [STORY]}).encode())

        assert item.guid == STORY["uri"]

    def test_numbers_in_an_object_and_in_a_list(self):
        assert one(altids={"short": "F1"}).alt_ids == (("short", "F1"),)
        assert one(altIds=[{"role": "short", "value": "F1"}]).alt_ids == (("short", "F1"),)


class TestEveryField:
    def test_times_rights_and_labels(self):
        item = one(
            firstcreated="2026-11-20T09:00:00Z",
            contentcreated="2026-11-19T09:00:00Z",
            expires="2026-12-01T00:00:00Z",
            copyrightnotice="© Meridian",
            genre=[{"name": "Current", "code": "x"}],
            title="Ferry",
            profile="text",
            type="composite",
        )

        assert item.first_created_at == datetime(2026, 11, 20, 9, tzinfo=UTC)
        assert item.content_created_at == datetime(2026, 11, 19, 9, tzinfo=UTC)
        assert item.expires_at == datetime(2026, 12, 1, tzinfo=UTC)
        assert (item.copyright_notice, item.genres, item.title) == ("© Meridian", ("Current",), "Ferry")
        assert (item.profile, item.item_type) == ("text", "composite")
        assert (item.version_sent, item.status_sent, item.embargo_sent) == ("1", "usable", None)

    def test_an_embargo_stands_as_it_was_sent(self):
        assert one(embargoedUntil="2026-11-25T06:00:00+01:00").embargo_sent == "2026-11-25T06:00:00+01:00"
        assert one(embargoed="").embargo_sent == ""

    def test_a_note_to_editors_may_say_what_it_is(self):
        assert one(ednote="CORRECTION: the ferry left at noon.").kind == "correction"
        assert one(pubstatus="canceled", ednote="CORRECTION: x").kind == "kill"

    def test_the_sources_own_signals(self):
        [item] = ninjs.parse(document(signal="x:9"), profile=Profile(signal_kinds={"x:9": "advisory"}))

        assert (item.kind, item.signals) == ("advisory", ("x:9",))

    def test_a_subject_without_a_name_has_its_code(self):
        item = one(subject=[{"code": "http://cv.iptc.org/newscodes/mediatopic/20000349", "relevance": 80}])

        assert (item.names[0].name, item.names[0].relevance) == ("medtop:20000349", 80)

    def test_a_picture_alone_needs_no_headline(self):
        item = one(type="picture", headline=None, body_html=None, renditions={"r": {"href": "a.jpg", "width": 9}})

        assert (item.item_type, item.headline_is_stand_in) == ("picture", True)
        assert item.pictures[0].renditions[0].width_px == 9

    def test_the_same_picture_twice_counts_once(self):
        picture = {"type": "picture", "uri": "urn:p", "renditions": {"original": {"href": "p.jpg"}}}

        item = one(associations={"featuremedia": picture, "editor_0": picture, "list": [picture], "more": None})

        assert len(item.pictures) == 1

    def test_a_text_that_hangs_on_it_is_a_relation(self):
        assert one(associations={"a": {"type": "text", "uri": "urn:b"}}).relations == (
            ParsedRelation("association", "urn:b"),
        )

    def test_a_body_of_nitf_is_read(self):
        nitf = "<nitf><body><body.head><byline>By Ida Moe</byline></body.head><body.content><p>One.</p><hl2>Two</hl2></body.content></body></nitf>"

        item = one(body_html=None, bodies=[{"contentType": "text/vnd.IPTC.NITF", "value": nitf}])

        assert item.body.replace("\n", "") == "<p>One.</p><h2>Two</h2>"
        assert item.byline == "By Ida Moe"


class TestWhatIsNotForPublication:
    @pytest.mark.parametrize(
        "notebook",
        [
            '<section class="np-nonpublic"><p>Phone 555</p></section>',
            "<p>Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt</p><p>Phone 555</p>",
            "<p>The following information is not for publication.</p><p>Phone 555</p>",
        ],
    )
    def test_a_notebook_at_the_end_of_the_text_is_parted_off(self, notebook):
        item = one(body_html=f"<p>For readers.</p>{notebook}")

        assert item.body == "<p>For readers.</p>"
        assert "Phone 555" in item.private_text

    def test_a_body_for_the_desk_goes_nowhere_else(self):
        item = one(body_notepad="<p>Phone 555</p>", bodies=[{"role": "nonpublic", "value": "Mail x@y"}])

        assert item.private_text == "Phone 555\n\nMail x@y"
        assert "555" not in item.body

    def test_whom_to_ask_is_a_contact(self):
        item = one(infosource=[{"name": "Harbour office", "contactinfo": [{"type": "phone", "value": "555"}]}])

        assert item.contacts == ("Harbour office: phone 555",)
