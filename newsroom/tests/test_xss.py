"""Every payload of newsroom.testing.payloads through every text that people, agencies or addresses bring: no script
runs, nothing foreign stands in the page, and what is not markup stays readable. First by parsing, then in Chromium."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from html import escape
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import etree
from lxml import html as lxml_html

from articles import drafting, publishing, richtext
from articles.models import Article, Section, Version
from authors.models import Author
from images.models import Image
from newsroom.lib.html import escape_to_paragraphs, text_of
from newsroom.lib.text import clean_line, normalised_key, without_unprintable
from newsroom.testing.browser import login
from newsroom.testing.factories import make_image, make_section, make_source, make_user
from newsroom.testing.payloads import payloads, plain_texts
from newsroom.testing.rules import lift_rules
from public import search, structured_data
from public.templatetags.public import safe_body
from sources.models import Source
from tags.models import Tag
from wire import ingest, receiving
from wire.models import WireItem

PAYLOADS = payloads()
TEXTS = plain_texts()
# What goes into the plain fields, by id: the attacks, and the texts that only look like one
WORDS = {one.id: one.html for one in PAYLOADS} | {one.id: one.text for one in TEXTS}
IDS = list(WORDS)
CHUNK = 20
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
BODY_TAGS = set(richtext.BODY.tags)
BODY_ATTRIBUTES = {
    name for rules in richtext.BODY.tags.values() for name, rule in rules.items() if rule != "made" and name[0] != "."
} | {"class"}  # fmt: skip
CLASSES = {"blockquote": "pull", "figure": "wide", "aside": "fact-box"}
ADDRESS = re.compile(
    r"^[\s\x00-\x20\u00a0\ufeff\u3000]*(?:javascript|vbscript|data|blob|feed|view-source)\s*:", re.IGNORECASE
)
HEADLINE_LIMIT = 110
STORY_LIMITS = {
    "headline": HEADLINE_LIMIT, "standfirst": 400, "kicker": 40, "summary": 300, "dateline": 80, "credit_line": 120,
    "picture_caption": 2000, "picture_alt": 400, "how_reported": 2000, "seo_title": 120, "social_headline": 120,
}  # fmt: skip
DESK_LIMITS = {**STORY_LIMITS, "headline": 200, "slugline": 120, "usage_terms": 2000, "ednote": 2000}


def chunks(size: int = CHUNK) -> list[list[str]]:
    return [IDS[start : start + size] for start in range(0, len(IDS), size)]


def body_of(name: str) -> str:
    """Return a payload as it would be typed or sent as a story's text, with words around it."""
    if name.startswith("text-"):
        return f"<p>Opens {name}.</p>{escape_to_paragraphs(WORDS[name])}"
    return f"<p>Opens {name}.</p>{WORDS[name]}"


def cleaned_body_of(name: str) -> str:
    return richtext.clean_body(body_of(name))


def faults_of(markup: str) -> list[str]:
    """Return what stands in a body, read by a parser, that its vocabulary does not know."""
    found = []
    for element in lxml_html.fragment_fromstring(markup, create_parent="main").iterdescendants():
        if not isinstance(element.tag, str) or element.tag not in BODY_TAGS:
            found.append(f"<{element.tag}>")
            continue
        for name, value in element.attrib.items():
            if name not in BODY_ATTRIBUTES:
                found.append(f"{element.tag}[{name}]")
            if name == "href" and (ADDRESS.match(value) or value.replace("\\", "/").strip().startswith("//")):
                found.append(f"{element.tag}[{name}={value}]")
            if name == "class" and value != CLASSES.get(element.tag):
                found.append(f"class={value}")
    return found


class TestTheList:
    def test_is_long_and_has_no_payload_twice(self):
        assert len(PAYLOADS) >= 170
        assert len(TEXTS) >= 25
        assert len({one.html for one in PAYLOADS}) == len(PAYLOADS)
        assert len(WORDS) == len(PAYLOADS) + len(TEXTS)


class TestTheSanitiser:
    @pytest.mark.parametrize("payload", PAYLOADS, ids=lambda payload: payload.id)
    def test_leaves_nothing_but_the_vocabulary(self, payload):
        cleaned = richtext.clean_body(payload.html)

        assert faults_of(cleaned) == []
        assert richtext.clean_body(cleaned) == cleaned
        assert payload.text in text_of(cleaned)

    def test_leaves_nothing_of_all_of_them_together_in_any_order(self):
        everything = [payload.html for payload in PAYLOADS]
        for order in (everything, everything[::-1], sorted(everything), sorted(everything, key=len)):
            for start in range(0, len(order), CHUNK):
                assert faults_of(richtext.clean_body("".join(order[start : start + CHUNK]))) == []

    def test_leaves_nothing_of_a_payload_that_was_cut_off_anywhere(self):
        for payload in PAYLOADS:
            for end in range(1, min(len(payload.html), 160), 7):
                assert faults_of(richtext.clean_body(payload.html[:end] + "</p><p>After.</p>")) == []

    def test_says_so_when_a_text_is_nested_too_deep(self):
        with pytest.raises(richtext.BodyError):
            richtext.clean_body("<blockquote>" * 5000 + "<script>__xss=1</script>")

    @pytest.mark.parametrize("plain", TEXTS, ids=lambda plain: plain.id)
    def test_keeps_every_sign_of_a_text_that_is_no_markup(self, plain):
        cleaned = richtext.clean_body(escape_to_paragraphs(plain.text))

        assert lxml_html.fragment_fromstring(cleaned, create_parent="div").text_content() == plain.text
        assert text_of(cleaned) == " ".join(plain.text.split())


class TestStructuredData:
    @pytest.mark.parametrize("name", IDS)
    def test_holds_the_words_and_never_ends_its_element(self, name):
        words = WORDS[name]

        markup = str(structured_data.dump([{"@type": "Thing", "name": words, words: [words, {"x": words}]}]))

        page = lxml_html.fromstring(
            f'<main><script type="application/ld+json">{markup}</script><p id="after">After.</p></main>'
        )
        thing = json.loads(page.find(".//script").text)["@graph"][0]
        assert thing["name"] == words
        assert thing[words] == [words, {"x": words}]
        assert [element.tag for element in page.iterdescendants()] == ["script", "p"]
        assert not set("<>&\u2028\u2029") & set(markup)


class TestSubHeads:
    def test_get_an_address_of_letters_digits_and_hyphens(self):
        for name in IDS:
            body = richtext.clean_body(f"<h2>{WORDS[name]}</h2><p>Text.</p>")

            found = lxml_html.fragment_fromstring(str(safe_body(body)), create_parent="main")

            for heading in found.iter("h2"):
                assert re.fullmatch(r"part-[a-z0-9-]+", heading.get("id")), name


@pytest.mark.django_db
class TestPlainFieldsOnPages:
    """One story, its frozen version rewritten with each payload below the verbs, so that the page's own escaping is
    tried alone."""

    @pytest.fixture
    def version(self):
        return make_story("text-01", make_image(), make_user("ed"))

    @pytest.mark.parametrize("part", range(0, len(IDS), 40))
    def test_show_the_words_as_they_are(self, client, version, part):
        address = version.get_absolute_url()
        for name in IDS[part : part + 40]:
            words = without_unprintable(WORDS[name])
            lift_rules()
            Version.objects.filter(pk=version.pk).update(
                **{field: words[:limit] for field, limit in STORY_LIMITS.items()}, picture_credit=words[:200],
                bylines=[{"name": words, "slug": "mira-halloran"}],
                tag_names=[{"name": words, "slug": "elections", "kind": "topic", "wikidata": ""}],
            )  # fmt: skip
            Section.objects.filter(pk=version.section_id).update(name=words[:60])

            page = read(client.get(address).content)

            assert foreign(page) == [], name
            headline = words[:HEADLINE_LIMIT]
            assert same(page.find(".//h1").text_content(), headline), name
            assert same(page.find_class("story-standfirst")[0].text_content(), words[:400]), name
            assert same(page.find_class("credit")[0].text_content().split(": ", 1)[1], words[:200]), name
            assert same(page.xpath("//a[@class='tag']")[0].text_content(), words), name
            assert same(page.xpath("//a[@rel='author']")[0].text_content(), words), name
            assert same(page.xpath("//p[@class='kicker']/a")[0].text_content(), words[:60]), name
            assert page.xpath("//main//img/@alt")[0] == reread(words[:400]), name
            assert same(page.find("head/title").text, f"{words[:120]} – The Courier"), name
            assert page.xpath("//meta[@property='og:title']/@content") == [reread(words[:120])], name
            assert page.xpath("//meta[@name='description']/@content") == [reread(words[:300])], name
            article = json.loads(page.xpath("//script[@type='application/ld+json']/text()")[0])["@graph"][0]
            assert article["headline"] == headline, name
            assert article["backstory"] == words, name

    def test_of_the_search_box_come_back_as_they_are(self, client, version):
        for name in IDS:
            page = read(client.get("/search/", {"q": WORDS[name]}).content)

            assert foreign(page) == [], name
            assert page.xpath("//input[@name='q']/@value") == [clean_line(WORDS[name])[:200].strip()], name

    def test_of_other_parameters_never_come_back(self, client, version):
        for names in chunks(10):
            words = " ".join(WORDS[name] for name in names)

            page = client.get("/search/", {"q": "ferry", "section": words, "kind": words, "since": words, "x": words})

            assert foreign(read(page.content)) == [], names
            assert b"__xss" not in page.content, names

    def test_of_an_address_that_is_nowhere_come_back_as_plain_words(self, client, version):
        for names in chunks(10):
            words = " ".join(WORDS[name] for name in names)

            page = client.get(f"/{quote(words, safe='')}/{quote(words)}")

            assert page.status_code == 404, names
            assert foreign(read(page.content)) == [], names


@pytest.mark.django_db
class TestPicturesInsideTheText:
    """The words that stand beside a picture in a body, each made of each payload and read back from page and feed."""

    @pytest.mark.parametrize("part", range(0, len(IDS), 40))
    def test_have_words_that_are_shown_as_they_are(self, client, part):
        image = make_image()
        figure = f'<p>Before.</p><figure data-image="{image.pk}"><img alt=""><figcaption>x</figcaption></figure>'
        version = make_story("text-01", image, make_user("ed"), now=timezone.now() - timedelta(hours=1), body=figure)
        for name in IDS[part : part + 40]:
            words = without_unprintable(WORDS[name])
            held = richtext.figures(version.body)[0]
            body = replace(held, alt=words, caption=escape(words)).html
            lift_rules()
            Version.objects.filter(pk=version.pk).update(
                body=f"<p>Before.</p>{body}", body_pictures=[{"id": image.pk, "credit": words}]
            )

            page = read(client.get(version.get_absolute_url()).content)
            item = etree.fromstring(client.get("/feed.rss").content).find("channel/item")

            assert foreign(page) == [], name
            [shown] = page.find_class("story-figure")
            assert shown.xpath(".//img/@alt") == [" ".join(words.split())], name
            assert same(shown.find("figcaption").text_content(), f"{words} Picture: {words}"), name
            assert faults_of_feed(item) == [], name
            [img] = lxml_html.fromstring(item.findtext(CONTENT)).iter("img")
            assert img.get("src") == f"http://localhost:8000{image.file.url}", name


def read(content: bytes) -> Any:
    return lxml_html.document_fromstring(content.decode())


def reread(words: str) -> str:
    """Return a text as an HTML parser hands it back: line ends are one character."""
    return words.replace("\r\n", "\n").replace("\r", "\n")


def same(shown: str | None, words: str) -> bool:
    """Compare as a reader does, to whom all white space is one space."""
    return " ".join((shown or "").split()) == " ".join(words.split())


def foreign(page: Any) -> list[str]:
    """Return what no template of ours writes into a readers' page."""
    found = []
    for element in page.iter(etree.Element):
        if element.tag not in READER_TAGS:
            found.append(f"<{element.tag}>")
        for name, value in element.attrib.items():
            if name.startswith("on") or name in {"style", "srcdoc", "formaction", "ping", "background", "http-equiv"}:
                found.append(f"{element.tag}[{name}]")
            if name in {"href", "src", "action", "cite", "data", "poster"} and ADDRESS.match(value):
                found.append(f"{element.tag}[{name}={value}]")
        if element.tag == "script" and not (
            element.get("src", "").startswith("/static/") or element.get("type") == "application/ld+json"
        ):
            found.append("inline script")
    return found


# Every element that the readers' templates and the body's vocabulary write
TEMPLATE_TAGS = (
    "html head meta title link script body a header main footer nav section article aside div span p h1 h2 h3 time bdi "
    "figure figcaption picture source img svg path circle ul ol li dl dt dd form label input button fieldset legend "
    "details summary strong mark"
)
READER_TAGS = BODY_TAGS | set(TEMPLATE_TAGS.split())


# In Chromium ---------------------------------------------------------------------------------------------------------

# Says on the console, where the fixtures listen, that a script ran
ALARM = """
(() => {
  const alarm = (what) => console.error(`A script ran: ${what}`);
  for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = () => alarm(name);
  Object.defineProperty(window, "__xss", { set: () => alarm("__xss"), get: () => undefined });
  document.addEventListener("securitypolicyviolation", (event) =>
    console.error(`A policy was broken: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
})();
"""

# Returns what no template of ours writes; `document` may be one that DOMParser read. `tags` empty allows every element
# that is harmless in itself, for the desk
AUDIT = r"""
([tags, document]) => {
  const found = [];
  const urls = ["href", "src", "action", "formaction", "xlink:href", "data", "poster", "background", "cite", "ping", "srcset"];
  const never = ["object", "embed", "applet", "base", "frame", "frameset", "portal", "math", "template", "noembed", "noframes",
    "plaintext", "xmp", "listing", "marquee", "audio", "video", "isindex", "keygen", "bgsound", "foreignobject", "animate", "set"];
  const bad = /^[\s\u0000-\u0020\u00a0\ufeff\u3000]*(javascript|vbscript|data|blob|feed|view-source)\s*:/i;
  const isOurs = (address) => {
    const url = address && URL.canParse(address, location.origin) && new URL(address, location.origin);
    return url && url.origin === location.origin && /^\/(static|desk\/jsi18n)\//.test(url.pathname);
  };
  for (const element of document.querySelectorAll("*")) {
    const name = element.localName;
    const ours = element.closest("svg.icon, .cke, .cke_dialog, .cke_panel");
    const html = element.namespaceURI === "http://www.w3.org/1999/xhtml";
    if (never.includes(name) || (name.includes("-") && html)) found.push(`<${name}>`);
    if (!html && !ours && !element.closest("#toggle-nav-sidebar, .theme-toggle, #nav-sidebar, svg.base-svgs, a.related-widget-wrapper-link"))
      found.push(`foreign <${name}>`);
    if (tags.length && html && !tags.includes(name)) found.push(`<${name}>`);
    if (name === "iframe" && !ours) found.push("<iframe>");
    if (name === "use" && !(element.getAttribute("href") ?? element.getAttribute("xlink:href") ?? "").startsWith("#")) found.push("<use>");
    if (name === "meta" && element.httpEquiv) found.push("meta http-equiv");
    if (name === "script" && !element.nonce && !element.getAttribute("nonce") && element.type !== "application/ld+json" &&
        element.type !== "application/json" && !isOurs(element.getAttribute("src"))) found.push(`script ${element.outerHTML.slice(0, 99)}`);
    for (const attribute of element.attributes) {
      if (/^on/i.test(attribute.name)) found.push(`${name}[${attribute.name}]`);
      if (tags.length && ["style", "srcdoc", "formaction", "ping"].includes(attribute.name)) found.push(`${name}[${attribute.name}]`);
      if (urls.includes(attribute.name) && bad.test(attribute.value) && !ours) found.push(`${name}[${attribute.name}=${attribute.value}]`);
    }
  }
  return [...new Set(found)];
}
"""
READ_PAGE = """
(tags) => {
  const audit = AUDIT_HERE;
  const prose = document.querySelector(".prose");
  const again = prose && new DOMParser().parseFromString(`<div>${prose.innerHTML}</div>`, "text/html").body.firstChild;
  return {
    found: audit([tags, document]),
    mutated: prose ? again.innerHTML !== prose.innerHTML : false,
    foreignProse: again ? audit([tags, again]) : [],
    headline: document.querySelector("h1")?.innerText ?? "",
    text: document.querySelector("main")?.innerText ?? "",
    title: document.title,
  };
}
""".replace("AUDIT_HERE", AUDIT.strip())
# Fetches addresses one after the other and audits each as Chromium's own parser reads it, without running it
FETCH_AND_READ = """
async ([tags, addresses]) => {
  const audit = AUDIT_HERE;
  const parsed = (text) => new DOMParser().parseFromString(text, "text/html");
  const found = {};
  for (const address of addresses) {
    const answer = await fetch(address);
    const page = parsed(await answer.text());
    const bad = audit([tags, page]);
    const prose = page.querySelector(".prose");
    const again = prose && parsed(`<div>${prose.innerHTML}</div>`).body.firstChild;
    if (prose && again.innerHTML !== prose.innerHTML) bad.push("changes when it is read a second time");
    if (prose) bad.push(...audit([tags, again]));
    if (bad.length || answer.status >= 500) found[address] = [answer.status, ...bad];
  }
  return found;
}
""".replace("AUDIT_HERE", AUDIT.strip())


def people_and_places() -> dict[str, dict[str, Any]]:
    """Make an author, a tag, a section, a source and a picture of each payload; the first of each chunk holds the
    payloads of its whole chunk in its long fields."""
    long = {names[0]: "\n".join(without_unprintable(WORDS[name]) for name in names) for names in chunks()}
    file = make_image()
    stored: dict[str, dict[str, Any]] = {"author": {}, "tag": {}, "section": {}, "source": {}, "picture": {}}
    for number, name in enumerate(IDS):
        words = without_unprintable(WORDS[name])
        text = long.get(name, words)
        stored["author"][name] = Author(
            name=words[:120], slug=name, role=words[:120], location=words[:120], bio=text, languages=words[:120],
            areas=words[:200], disclosure=text,
        )  # fmt: skip
        stored["tag"][name] = Tag(
            name=f"{words} {number}"[-100:], slug=name, key=name, standing="approved", description=text
        )
        stored["section"][name] = Section(name=words[:60], slug=name, description=words[:200], is_listed=False)
        stored["source"][name] = Source(
            name=f"{words[:110]} {number}", slug=name, credit_line=words[:120], description=text
        )
        stored["picture"][name] = Image(
            file=file.file.name, sha256=f"{number:064x}", width_px=320, height_px=200, size_bytes=1, title=words[:200],
            caption=text, alt=words[:400], credit=words[:200], creator=words[:200], copyright_notice=words[:300],
        )  # fmt: skip
    for model, kind in ((Author, "author"), (Tag, "tag"), (Section, "section"), (Source, "source")):
        model.objects.bulk_create(stored[kind].values())
    # bulk_create would measure each file; the digests are enough
    for picture in stored["picture"].values():
        picture.save()
    return stored


def make_story(name: str, picture: Image | None, by: Any, *, now: datetime | None = None, **linked: Any) -> Version:
    """Publish a story that has the payload in every field, by the verbs."""
    fields = {field: WORDS[name][:limit] for field, limit in STORY_LIMITS.items()}
    changes = {
        **fields, "body": body_of(name), "slug": name, "kind": "brief", "picture": picture, "section": make_section(),
        **linked,
    }  # fmt: skip
    changes.setdefault("source", make_source())
    if "authors" not in changes:
        changes["authors"] = [Author.objects.get_or_create(slug="mira-halloran", defaults={"name": "Mira"})[0]]
        changes["tags"] = [Tag.objects.get_or_create(slug="elections", defaults={"name": "Elections"})[0]]
    return publishing.publish(drafting.create_draft(changes, by=by, now=now), by=by, now=now)


def make_crowded_story(names: list[str], by: Any) -> Version:
    """Publish a story that holds the payloads of a chunk in its body, each cleaned for itself, and in its long fields."""
    words = "\n".join(WORDS[name] for name in names)
    changes = {
        "headline": f"All of {names[0]}", "standfirst": clean_line(words)[:400], "kind": "brief", "section": make_section(),
        "body": "".join(map(cleaned_body_of, names)), "slug": f"all-of-{names[0]}",
        "picture": make_image(), "picture_caption": words, "how_reported": words,
    }  # fmt: skip
    return publishing.publish(drafting.create_draft(changes, by=by), by=by)


@pytest.fixture
def window(context: Callable[..., Any], troubles: Any) -> Any:
    """A page that tells when any script of a payload runs or is stopped only by the policy."""
    window = context().new_page()
    window.add_init_script(ALARM)
    window.on("dialog", lambda dialog: (troubles.found.append(f"A dialog opened: {dialog.message}"), dialog.dismiss()))
    return window


@pytest.fixture
def site(window: Any) -> SimpleNamespace:
    """A story live per payload, all of it made of the payload: its section, tag, author, source and picture too."""
    ed = make_user("ed")
    stored = people_and_places()
    crowd = {
        names[0]: Author.objects.create(name=f"Crowd {names[0]}", slug=f"crowd-{names[0]}") for names in chunks(30)
    }
    together = Tag.objects.create(name="Together", slug="together")
    leader, live = next(iter(crowd.values())), {}
    for name in IDS:
        leader = crowd.get(name, leader)
        live[name] = make_story(
            name, stored["picture"][name], ed, section=stored["section"][name], source=stored["source"][name],
            authors=[stored["author"][name], leader], tags=[stored["tag"][name], together],
        )  # fmt: skip
    return SimpleNamespace(live=live, crowd=list(crowd.values()), ed=ed)


def visit(window: Any, address: str) -> dict[str, Any]:
    """Open a readers' page and return what it shows; foreign things fail here."""
    window.goto(address, wait_until="load")
    shown: dict[str, Any] = window.evaluate(READ_PAGE, sorted(READER_TAGS))
    assert shown["found"] == [], address
    assert shown["foreignProse"] == [], address
    assert not shown["mutated"], f"{address}: the text changes when it is read a second time"
    return shown


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
class TestReadersPagesInChromium:
    def test_every_page_shows_the_words_and_runs_none_of_them(self, window, site):
        """Every address is read by Chromium's parser; those that hold many payloads, and the texts, are opened."""
        self._stories(window, site)
        self._lists(window, site)
        self._addresses(window)
        self._feeds(window, site)
        self._notices(window, site)

    def _stories(self, window, site):
        for names in chunks(30):
            version = make_crowded_story(names, site.ed)
            shown = visit(window, version.get_absolute_url())
            for name in names:
                assert f"Opens {name}." in shown["text"]
        addresses = [version.get_absolute_url() for version in site.live.values()]
        assert window.evaluate(FETCH_AND_READ, [sorted(READER_TAGS), addresses]) == {}
        for name in (one.id for one in TEXTS):
            shown = visit(window, site.live[name].get_absolute_url())
            assert same(shown["headline"], WORDS[name])
            assert " ".join(shown["text"].split()).count(" ".join(WORDS[name].split())) >= 4, name

    def _lists(self, window, site):
        """Lists hold twenty stories a page; the long texts of authors, tags and sources stand on their own pages."""
        firsts = [names[0] for names in chunks()]
        own = [
            path
            for name in firsts
            for path in (f"/tags/{name}/", f"/authors/{name}/", f"/sources/{name}/", f"/{name}/")
        ]
        assert window.evaluate(FETCH_AND_READ, [sorted(READER_TAGS), own]) == {}
        for path in own[::7]:
            visit(window, path)
        for number in range(1, -(-len(IDS) // 20) + 1):
            visit(window, f"/tags/together/?page={number}")
        search.follow(timezone.now())
        assert "Opens" in visit(window, "/search/?q=opens")["text"]
        Section.objects.update(is_listed=True)
        visit(window, "/")
        Section.objects.update(is_listed=False)

    def _addresses(self, window):
        for names in chunks(60):
            joined = " ".join(WORDS[name] for name in names)[:180]
            visit(window, f"/search/?{urlencode({'q': joined, 'section': joined, 'kind': joined, 'since': joined})}")
            visit(window, f"/{quote(joined, safe='')}/")

    def _feeds(self, window, site):
        told = set()
        for author in site.crowd:
            feed = etree.fromstring(window.request.get(f"/authors/{author.slug}/feed.rss").body())
            for item in feed.iterfind("channel/item"):
                told.add(item.findtext("title"))
                assert faults_of_feed(item) == []
        assert told == {without_unprintable(version.headline) for version in site.live.values()}
        for address in ("/feed.rss", "/break-01/feed.rss", "/tags/json-01/feed.rss", "/sources/comment-01/feed.rss"):
            etree.fromstring(window.request.get(address).body())
        for address in ("/sitemap.xml", "/news-sitemap.xml"):
            etree.fromstring(window.request.get(address).body())

    def _notices(self, window, site):
        """Public words of corrections, clarifications, withdrawals and kills, many payloads in each.

        Browsers keep a page for a minute, so each visit asks for an address of its own.
        """
        for number, names in enumerate(chunks(60)):
            version = site.live[names[0]]
            article = Article.objects.get(pk=version.article_id)
            words = "\n".join(WORDS[name] for name in names)
            publishing.correct(article, by=site.ed, note=words, public_text=words)
            publishing.clarify(article, by=site.ed, note=words, public_text=words)
            visit(window, f"{version.get_absolute_url()}?corrected")
            visit(window, f"/corrections/?{number}")
            last = (publishing.kill, publishing.withdraw)[number % 2]
            last(article, by=site.ed, note=words, public_text=words)
            shown = visit(window, f"{version.get_absolute_url()}?gone")
            assert " ".join(clean_line(words).split()) in " ".join(shown["text"].split())
        etree.fromstring(window.request.get("/corrections/feed.rss").body())


# The dateline, sub-heads, and a picture inside the text: its file, its size, its credit
WRITTEN_BY_FEEDS = {"<span>", "h2[id]", "img[src]", "img[width]", "img[height]", "<bdi>"}


def faults_of_feed(item: Any) -> list[str]:
    """Return what a feed reader would get that the body's vocabulary does not know."""
    encoded = item.findtext(CONTENT) or ""
    inner = encoded.replace(
        '<div class="table-scroll" role="region" tabindex="0" aria-label="Table"><table>', "<table>"
    )
    return [fault for fault in faults_of(inner) if fault not in WRITTEN_BY_FEEDS]


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
class TestTheDeskInChromium:
    def test_story_forms_with_the_editor_show_the_words_and_run_none_of_them(self, window, live_server):
        ed = make_user("ed")
        login(window, live_server, "ed")
        drafts = [self._draft(names, ed) for names in chunks(30)]
        for article in drafts:
            window.goto(reverse("admin:articles_article_change", args=[article.pk]))
            window.evaluate(EDITOR_IS_READY)

            assert window.evaluate(AUDIT_PAGE) == [], article.pk
            for field in DESK_LIMITS:
                assert same(window.locator(f"#id_{field}").input_value(), getattr(article, field)), field
            cleaned = richtext.clean_body(window.evaluate("CKEDITOR.instances.id_body.getData()"))
            assert same(text_of(cleaned), text_of(article.body))

    def _draft(self, names: list[str], by: Any) -> Article:
        """Make a draft with the payloads of a chunk joined in its fields, each cleaned for itself in its body."""
        joined = " ".join(WORDS[name] for name in names)
        turned = [" ".join(WORDS[name] for name in names[turn:]) for turn in range(len(DESK_LIMITS))]
        changes = {
            field: clean_line(turned[turn % len(names)] or joined)[:limit] for turn, (field, limit) in enumerate(DESK_LIMITS.items())
        }  # fmt: skip
        body = "".join(map(cleaned_body_of, names))
        article = drafting.create_draft({**changes, "body": body, "section": make_section()}, by=by)
        drafting.submit(article, by=by)
        drafting.send_back(article, by=by, note=joined[:2000])
        return article

    def test_the_editor_runs_nothing_of_what_is_pasted_into_it(self, window, live_server, troubles):
        """Every payload as it is, as data, by insertion and by paste, into the running editor.

        The editor reads what it is given before it filters it; all that may come of that is the attempt to load a
        picture, which the policy stops.
        """
        troubles.expect("Unsafe attempt to load URL data:image/svg+xml", "img-src", "another host: javascript:")
        troubles.expect(
            "another host: http://attacker.invalid/x"
        )  # the srcset of figure-03, stopped by img-src as well
        troubles.expect("429 (Too Many Requests)")  # nobody gets so many receipts in a minute
        ed = make_user("ed")
        login(window, live_server, "ed")
        window.goto(reverse("admin:articles_article_add"))
        window.evaluate(EDITOR_IS_READY)

        for names in chunks(60):
            data = window.evaluate(PASTE, [WORDS[name] for name in names])
            for name, (html, live) in zip(names, data, strict=True):
                assert live == [], name
                assert faults_of(richtext.clean_body(html)) == [], name
        assert not Article.objects.filter(created_by=ed).exists()

    def test_lists_moves_versions_and_history_run_none_of_them(self, window, live_server):
        ed = make_user("ed")
        chloe = make_user("chloe")
        login(window, live_server, "chloe")
        people_and_places()
        for name in IDS:
            drafting.create_draft({"headline": WORDS[name][:200], "slugline": WORDS[name][:120]}, by=ed)
        article = Article.objects.get(pk=make_story("break-01", make_image(), ed).article_id)
        for names in chunks(60):
            words = "\n".join(WORDS[name] for name in names)[:6000]
            first = names[0]
            base = article.revision_number
            changes = {
                "headline": WORDS[first][:110] or "x",
                "standfirst": clean_line(words)[:400],
                "body": body_of(first),
            }
            drafting.save_draft(article, changes, by=ed, base_revision=base)
            publishing.correct(article, by=ed, note=words, public_text=words)
        drafting.hold(article, by=chloe, note=clean_line(words)[:300])
        number = article.versions.count()
        own = [reverse(f"admin:articles_article_{name}", args=[article.pk]) for name in ("change", "history")]
        compare = [reverse("admin:articles_article_compare", args=[article.pk, at, at + 1]) for at in range(1, number)]
        moves = [
            reverse("admin:articles_article_move", args=[article.pk, verb]) for verb in ("kill", "release", "update")
        ]
        lists = [f"/desk/articles/article/?p={page}" for page in range(1, -(-len(IDS) // 50) + 1)]
        others = [
            f"/desk/{path}/"
            for path in ("tags/tag", "authors/author", "sources/source", "images/image", "articles/section")
        ]
        log = [f"/desk/articles/historyentry/?p={page}" for page in (1, 2)]
        hostile = [f"/desk/articles/article/?q={quote(WORDS[name])}" for names in chunks(40) for name in names[:1]]
        for address in ("/desk/", *own, *compare, *moves, *lists, *others, *log, *hostile):
            response = window.goto(address)
            assert response.status == 200, address
            assert window.evaluate(AUDIT_PAGE) == [], address
        for model in (Author, Tag, Source, Image, Section):
            label = model._meta.label_lower.replace(".", "_")
            rows = model.objects.order_by("pk").values_list("pk", flat=True)[::60][:4]
            pages = [reverse(f"admin:{label}_{page}", args=[pk]) for pk in rows for page in ("change", "history")]
            assert window.evaluate(FETCH_AND_READ, [[], pages]) == {}

    def test_the_wire_shows_the_words_and_runs_none_of_them(self, window, live_server):
        make_user("wendy")
        login(window, live_server, "wendy")
        source = make_source()
        crowded = [
            ninjs(f"all-of-{names[0]}", " ".join(WORDS[name] for name in names), "".join(map(cleaned_body_of, names)))
            for names in chunks()
        ]
        payload = json.dumps([*(ninjs(name, WORDS[name], body_of(name)) for name in IDS), *crowded]).encode()
        delivery, _ = receiving.receive(
            source, payload, name="</title><script>__xss=1</script>.json", now=timezone.now()
        )
        outcomes = ingest.ingest(delivery, now=timezone.now())
        assert {str(outcome.outcome) for outcome in outcomes} == {"created"}

        for number in range(1, -(-len(IDS) // 50) + 1):
            window.goto(f"/desk/wire/wireitem/?p={number}")
            assert window.evaluate(AUDIT_PAGE) == []
        items = {item.guid.removeprefix("tag:"): item.pk for item in WireItem.objects.all()}
        details = {name: reverse("admin:wire_wireitem_change", args=[pk]) for name, pk in items.items()}
        for name in (*(f"all-of-{names[0]}" for names in chunks()), *(one.id for one in TEXTS)):
            window.goto(details[name])
            assert window.evaluate(AUDIT_PAGE) == [], name
            if name.startswith("text-"):
                shown = " ".join(window.locator(".wire-body").inner_text().split())
                assert shown == f"Opens {name}. {' '.join(WORDS[name].split())}"
        for address in (
            reverse("admin:wire_delivery_changelist"),
            reverse("admin:wire_delivery_change", args=[delivery.pk]),
        ):
            window.goto(address)
            assert window.evaluate(AUDIT_PAGE) == [], address

        window.goto(details["handler-01"])
        window.get_by_role("button", name="Make story").first.click()
        window.wait_for_url("**/change/")
        window.evaluate(EDITOR_IS_READY)
        assert window.evaluate(AUDIT_PAGE) == []


def ninjs(name: str, words: str, body: str) -> dict[str, Any]:
    """Return a ninjs item whose every text is `words`."""
    return {
        "uri": f"tag:{name}", "version": "1", "type": "text", "pubstatus": "usable", "headline": f"{words} {name}",
        "slugline": words, "description_text": words, "body_html": body, "byline": words, "located": words,
        "copyrightholder": words, "usageterms": words, "ednote": words, "creditline": words,
        "subject": [{"name": words[:90], "code": words}], "person": [{"name": words[:90]}], "place": [{"name": words[:90]}],
        "associations": {"main": {
            "uri": words[:90], "type": "picture", "description_text": words, "byline": words, "creditline": words,
            "body_text": words, "renditions": {"original": {"href": words[:90], "mimetype": "image/jpeg"}},
        }},
    }  # fmt: skip


EDITOR_IS_READY = """
() => new Promise((resolve) => {
  const editor = CKEDITOR.instances.id_body;
  if (editor.status === "ready") resolve();
  else editor.on("instanceReady", () => resolve());
})
"""
AUDIT_PAGE = f"() => ({AUDIT.strip()})([[], document])"
# CKEditor's own insertion stumbles (TypeError) over some broken markup; what counts is what ran and what stays
PASTE = """
async (texts) => {
  const editor = CKEDITOR.instances.id_body;
  const data = [];
  const dataTransfer = () => new CKEDITOR.plugins.clipboard.dataTransfer();
  const ways = [
    (text) => editor.insertHtml(text),
    (text) => editor.fire("paste", { type: "html", dataValue: text, method: "paste", dataTransfer: dataTransfer() }),
  ];
  for (const text of texts) {
    await new Promise((resolve) => editor.setData(text, { callback: resolve }));
    for (const insert of ways) {
      try { insert(text); } catch (error) { if (!(error instanceof TypeError)) throw error; }
    }
    const live = [...editor.document.$.body.querySelectorAll("*")].filter((element) =>
      ["script", "object", "embed", "iframe"].includes(element.localName) || [...element.attributes].some(({ name }) => /^on/i.test(name)));
    data.push([editor.getData(), live.map((element) => element.outerHTML)]);
  }
  return data;
}
"""


class TestTheKeysOfTags:
    def test_do_not_collide_for_the_names_above(self):
        """The world above stores tags with keys of its own making; their real keys only need to exist."""
        assert all(normalised_key(f"{WORDS[name]} 1") for name in IDS)
