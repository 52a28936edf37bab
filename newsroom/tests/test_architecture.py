"""The rules of the house, read from the source itself. Each rule is tried on a violation first, then on the project.

A rule is a function from a module to the lines that break it. What a rule lets through is on a written list, with the
reason.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
APPS = "audit sources images authors tags articles wire fronts public newsroom".split()
LONGEST_FILE, LONGEST_FUNCTION = 300, 50

# Who may import whom; everybody may import newsroom.lib, and an app itself.
MAY_IMPORT = {
    "newsroom.lib": set(),
    "audit": set(),
    "sources": {"audit"},
    "images": {"audit", "sources"},
    "authors": {"audit", "sources", "images"},
    "tags": {"audit", "sources", "images", "authors"},
    "articles": {"audit", "sources", "images", "authors", "tags"},
    "wire": {"audit", "sources", "images", "authors", "tags", "articles"},
    "fronts": {"audit", "sources", "images", "authors", "tags", "articles"},
    "public": {"audit", "sources", "images", "authors", "tags", "articles", "fronts"},
    "newsroom": {*APPS} - {"newsroom"},
}
OWNS_STATE = {"articles/workflow.py"}
COMPOSES = {"articles/versions.py": "an unsaved version is past until workflow.stand() says otherwise"}
READS_MORE_VERSIONS = {
    "public/views/changes.py": "past versions of a live story, compared; what was undone or taken away is left out",
    "public/search.py": "the index follower must see stories that are no longer live, to drop them",
}
READS_ARTICLES = {
    "fronts/models.py": "a slot points to a story; whether readers see it is asked of live()",
    "public/desk.py": "the desk's places, behind its sign-in",
    "public/preview.py": "what is not public, for the desk and for who has a link",
    "public/surfaces.py": "where a story shows, for the desk",
    "public/views/surfaces.py": "its page, behind the desk's sign-in",
    "public/views/preview.py": "as above; every answer is private, no-store and noindex",
}
MARKS_SAFE = {
    "articles/comparing.py": "escaped words, and bodies cleaned in the same function, with ins and del around them",
    "articles/admin/panel.py": "the body, cleaned in the same expression",
    "public/search.py": "search snippets, escaped part by part",
    "public/structured_data.py": "JSON in a script element, every < > & escaped",
    "public/templatetags/public.py": "the body of a version, cleaned when it was frozen; the dateline is escaped",
    "wire/admin/inbox.py": "an item's body, cleaned in the same expression",
}
TEMPLATES_MARK_SAFE: dict[str, str] = {}
MAKES_REQUESTS = {
    "newsroom/lib/http.py": "the one door to the network",
    "newsroom/lib/http_pinned.py": "its connection to the address that was examined",
    "newsroom/management/commands/serve.py": "knocks at the site's own port on this machine, to learn that it answers",
}
CATCHES_EVERYTHING = {"newsroom/jobs.py": "one failing job never stops the next"}


@dataclass(frozen=True)
class Module:
    """One source file, by its path from the root."""

    path: str
    source: str

    @property
    def tree(self) -> ast.Module:
        return _parsed(self.source)

    @property
    def is_test(self) -> bool:
        return "/tests/" in f"/{self.path}" or self.path.startswith(("newsroom/testing/", "benchmarks/"))

    @property
    def package(self) -> str:
        """The layer this file belongs to."""
        return "newsroom.lib" if self.path.startswith("newsroom/lib/") else self.path.split("/")[0]


Rule = Callable[[Module], Iterator[str]]


@cache
def _parsed(source: str) -> ast.Module:
    return ast.parse(source)


@cache
def modules() -> tuple[Module, ...]:
    """Return every Python file of the project but migrations."""
    files = sorted(file for app in APPS for file in (ROOT / app).rglob("*.py") if "migrations" not in file.parts)
    return tuple(Module(file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8")) for file in files)


def broken(rule: Rule, *, but: dict[str, str] | set[str] = frozenset(), with_tests: bool = False) -> list[str]:
    """Return where the project breaks a rule, outside the files named in `but`."""
    return [
        f"{module.path}:{line}"
        for module in modules()
        if (with_tests or not module.is_test) and module.path not in but
        for line in rule(module)
    ]


def found(rule: Rule, source: str, path: str = "public/example.py") -> list[str]:
    """Return what a rule says of a made-up file."""
    return list(rule(Module(path, source)))


def imported(module: Module) -> Iterator[tuple[int, str]]:
    """Yield (line, full name) of everything a module imports, wherever the import stands."""
    package = module.path.removesuffix(".py").split("/")[:-1]
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from ((node.lineno, f"{base}.{name.name}") for name in node.names)


def chain(node: ast.AST) -> list[str]:
    """Return the dotted names of an expression from its root, calls left out: a.b().c gives a, b, c."""
    names: list[str] = []
    while True:
        if isinstance(node, ast.Attribute):
            names.append(node.attr)
            node = node.value
        elif isinstance(node, ast.Call):
            node = node.func
        elif isinstance(node, ast.Subscript):
            node = node.value
        else:
            return [*([node.id] if isinstance(node, ast.Name) else []), *reversed(names)]


# ---- the rules


def imports_upward(module: Module) -> Iterator[str]:
    allowed = MAY_IMPORT.get(module.package, set())
    for line, name in imported(module):
        top = name.split(".")[0]
        if (
            top not in APPS
            or name.startswith("newsroom.lib")
            or (top == module.package and module.package != "newsroom.lib")
        ):
            continue
        if top not in allowed:
            yield f"{line} imports {name}"


def imports_test_rooms(module: Module) -> Iterator[str]:
    for line, name in imported(module):
        if name.startswith(("newsroom.testing", "newsroom.tests")) or ".tests." in name:
            yield f"{line} imports {name}"


def imports_inside_functions(module: Module) -> Iterator[str]:
    for function in ast.walk(module.tree):
        if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            for node in ast.walk(function):
                if isinstance(node, (ast.Import, ast.ImportFrom)):
                    yield f"{node.lineno} imports inside a function"


def too_long_files(module: Module) -> Iterator[str]:
    count = len(module.source.splitlines())
    if count > LONGEST_FILE:
        yield f"1 has {count} lines"


def too_long_functions(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
            count = (node.end_lineno or first) - first + 1
            if count > LONGEST_FUNCTION:
                yield f"{first} {node.name} has {count} lines"


def assigns_state(module: Module) -> Iterator[str]:
    """Find states of stories set by hand. Tags and wire items have a standing of their own, in their own apps."""
    names = {"status", "stage"} if module.package in {"tags", "wire"} else {"status", "stage", "standing"}
    for node in ast.walk(module.tree):
        if isinstance(node, (ast.Assign, ast.AugAssign, ast.AnnAssign)):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in (part for whole in targets for part in ast.walk(whole)):
                if isinstance(target, ast.Attribute) and isinstance(target.ctx, ast.Store) and target.attr in names:
                    yield f"{node.lineno} assigns .{target.attr}"
        elif isinstance(node, ast.Call):
            yield from _state_passed_on(node, names)


WRITERS = {"update", "create", "get_or_create", "update_or_create", "bulk_create", "aupdate", "acreate"}


def _state_passed_on(call: ast.Call, names: set[str]) -> Iterator[str]:
    path = chain(call.func)
    if (
        path == ["setattr"]
        and len(call.args) > 1
        and isinstance(call.args[1], ast.Constant)
        and call.args[1].value in names
    ):
        yield f"{call.lineno} sets {call.args[1].value} by name"
    if not path or path[0] in {"Tag", "WireItem"}:
        return
    if (path[-1] in WRITERS and len(path) > 1) or path in (["Article"], ["Version"]):
        for keyword in call.keywords:
            if keyword.arg in names:
                yield f"{call.lineno} passes {keyword.arg} to {'.'.join(path)}"
    if path[-1] == "bulk_update":
        written = {part.value for part in ast.walk(call) if isinstance(part, ast.Constant)}
        yield from (f"{call.lineno} passes {name} to bulk_update" for name in sorted(names & written))


DOORS = {"live", "gone", "notes_of", "live_notes"}


def reads_versions_past_the_door(module: Module) -> Iterator[str]:
    if module.package not in {"public", "fronts"}:
        return
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Attribute):
            continue
        path = chain(node)
        if (path[:1] == ["Version"] and len(path) == 3 and path[1] == "objects" and path[2] not in DOORS) or (
            path[:1] == ["Version"] and len(path) == 2 and path[1] in {"_default_manager", "_base_manager"}
        ):
            yield f"{node.lineno} reads {'.'.join(path)}"
        elif node.attr == "versions" and path[:1] != ["articles"]:
            yield f"{node.lineno} reads versions from their other end"


def reads_working_copies(module: Module) -> Iterator[str]:
    if module.package not in {"public", "fronts"}:
        return
    for line, name in imported(module):
        if name.startswith("articles.") and name.split(".")[-1] in {
            "Article",
            "Revision",
            "article",
            "drafting",
            "publishing",
        }:
            yield f"{line} imports {name}"
        elif name in {"articles.models", "articles"}:
            yield f"{line} imports {name} whole"


SAFE = {"mark_safe", "SafeString", "SafeText", "SafeData", "format_html_join"}


def marks_safe(module: Module) -> Iterator[str]:
    """Find text declared to be HTML. An empty SafeString and a join whose pattern is a plain constant declare nothing."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and (path := chain(node.func)) and path[-1] in SAFE and node.args:
            constants = [isinstance(argument, ast.Constant) for argument in node.args]
            if path[-1] == "format_html_join" and all(constants[:2]):
                continue
            yield f"{node.lineno} calls {path[-1]}"
        elif isinstance(node, ast.Attribute) and node.attr in {"__html__", "autoescape"}:
            yield f"{node.lineno} uses {node.attr}"
        elif isinstance(node, ast.FunctionDef) and node.name == "__html__":
            yield f"{node.lineno} defines __html__"
        elif isinstance(node, ast.keyword) and node.arg in {"is_safe", "autoescape"}:
            yield f"{node.value.lineno} passes {node.arg}"


def catches_everything(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ExceptHandler):
            names = (
                {part.id for part in ast.walk(node.type) if isinstance(part, ast.Name)} if node.type else {"everything"}
            )
            if names & {"everything", "Exception", "BaseException"}:
                yield f"{node.lineno} catches everything"
        elif isinstance(node, ast.Call) and chain(node.func)[-1:] == ["suppress"]:
            names = {argument.id for argument in node.args if isinstance(argument, ast.Name)}
            if names & {"Exception", "BaseException"}:
                yield f"{node.lineno} suppresses everything"


def prints(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and chain(node.func) == ["print"]:
            yield f"{node.lineno} prints"


NETWORK = ("httpx", "requests", "urllib.request", "urllib3", "http.client", "aiohttp", "ftplib")


def makes_requests(module: Module) -> Iterator[str]:
    for line, name in imported(module):
        if any(name == library or name.startswith(f"{library}.") for library in NETWORK):
            yield f"{line} imports {name}"


PARSERS = {
    "fromstring", "fromstringlist", "XML", "HTML", "XMLID", "parse", "iterparse", "XMLParser", "HTMLParser", "XMLPullParser",
    "document_fromstring", "fragment_fromstring", "fragments_fromstring", "HtmlElement",
}  # fmt: skip
LIFTS = {"remove", "unmake"}


def lifts_rules(module: Module) -> Iterator[str]:
    """Find code that takes the append-only rules away; migrations are not read here, and may."""
    names = {name for _, name in imported(module)}
    if not any(name.startswith(("audit.append_only", "articles.append_only")) for name in names):
        return
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and (path := chain(node.func)) and path[-1] in LIFTS:
            yield f"{node.lineno} calls {path[-1]}"


UNSAFE_XML = (
    "xml.etree",
    "xml.dom",
    "xml.sax.expatreader",
    "xml.parsers",
    "xml.sax.parse",
    "xml.sax.make_parser",
    "html.parser",
    "bs4",
)


def parses_xml(module: Module) -> Iterator[str]:
    """Find parsers outside newsroom.lib, where they are set up not to follow entities or addresses."""
    if module.package == "newsroom.lib":
        return
    lxml_names = set()
    for line, name in imported(module):
        if name.startswith(UNSAFE_XML):
            yield f"{line} imports {name}"
        if name.startswith("lxml."):
            lxml_names.add(name.split(".")[-1])
            if name.split(".")[-1] in PARSERS:
                yield f"{line} imports {name}"
    for node in ast.walk(module.tree):
        path = chain(node) if isinstance(node, ast.Attribute) else []
        if len(path) > 1 and (path[0] in lxml_names or path[0] == "lxml") and path[-1] in PARSERS:
            yield f"{node.lineno} uses {'.'.join(path)}"


def says_nothing_of_itself(module: Module) -> Iterator[str]:
    """Find modules without a docstring; empty ones and Django's apps.py have nothing to say."""
    if module.tree.body and not module.path.endswith("/apps.py") and not ast.get_docstring(module.tree):
        yield "1 has no docstring"


# ---- each rule on a violation, and on what it must let through


VIOLATIONS: list[tuple[Rule, str, str]] = [
    (imports_upward, "import articles", "newsroom/lib/example.py"),
    (imports_upward, "from newsroom import settings", "newsroom/lib/example.py"),
    (imports_upward, "from newsroom import settings", "articles/example.py"),
    (imports_upward, "from newsroom.roles import ROLES", "articles/example.py"),
    (imports_upward, "from articles.models import Article", "tags/example.py"),
    (imports_upward, "from tags.models import Tag", "authors/example.py"),
    (imports_upward, "from sources.models import Source", "audit/example.py"),
    (imports_upward, "from public import search", "articles/example.py"),
    (imports_upward, "import public.search", "wire/example.py"),
    (imports_upward, "from wire.models import WireItem", "public/example.py"),
    (imports_upward, "from fronts.models import Front", "wire/example.py"),
    (imports_upward, "from wire.models import WireItem", "fronts/example.py"),
    (imports_upward, "def f():\n    from public import search", "articles/example.py"),
    (imports_test_rooms, "from newsroom.testing.factories import make_draft", "public/example.py"),
    (imports_test_rooms, "from articles.tests.refusals import NOW", "public/example.py"),
    (imports_inside_functions, "def f():\n    import os", "public/example.py"),
    (
        imports_inside_functions,
        "class A:\n    async def f(self):\n        if self:\n            from os import path",
        "public/example.py",
    ),
    (too_long_files, "x = 1\n" * 301, "public/example.py"),
    (too_long_functions, "def f():\n" + "    x = 1\n" * 50, "public/example.py"),
    (too_long_functions, "@property\n@cached\ndef f():\n" + "    x = 1\n" * 48, "public/example.py"),
    (assigns_state, "article.status = 'published'", "public/example.py"),
    (assigns_state, "a, story.stage = 1, 2", "articles/publishing.py"),
    (assigns_state, "self.article.standing: str = 'live'", "articles/example.py"),
    (assigns_state, "article.status += 'x'", "wire/example.py"),
    (assigns_state, "setattr(article, 'status', 'published')", "articles/example.py"),
    (assigns_state, "Article.objects.filter(pk=1).update(status='published')", "articles/example.py"),
    (assigns_state, "rows.update(stage='ready')", "wire/example.py"),
    (assigns_state, "Version.objects.create(standing='live')", "articles/example.py"),
    (assigns_state, "Article(status='published')", "newsroom/demo/example.py"),
    (assigns_state, "Article.objects.bulk_update(rows, ['status'])", "articles/example.py"),
    (reads_versions_past_the_door, "Version.objects.filter(pk=1)", "public/example.py"),
    (reads_versions_past_the_door, "Version.objects.all()", "fronts/example.py"),
    (reads_versions_past_the_door, "Version.objects.for_lists().get(pk=1)", "public/example.py"),
    (reads_versions_past_the_door, "Version._default_manager.get(pk=1)", "public/example.py"),
    (
        reads_versions_past_the_door,
        "get_object_or_404(Version.objects, pk=1) or author.versions.all()",
        "public/example.py",
    ),
    (reads_working_copies, "from articles.models import Article", "public/example.py"),
    (reads_working_copies, "from articles.models.article import Article", "public/example.py"),
    (reads_working_copies, "from articles import models", "public/example.py"),
    (reads_working_copies, "from articles import drafting", "public/example.py"),
    (marks_safe, "mark_safe(text)", "public/example.py"),
    (marks_safe, "safestring.mark_safe(text)", "public/example.py"),
    (marks_safe, "SafeString(text)", "public/example.py"),
    (marks_safe, "format_html_join(glue, '{}', rows)", "public/example.py"),
    (marks_safe, "format_html_join('', pattern, rows)", "public/example.py"),
    (marks_safe, "class A:\n    def __html__(self):\n        return 'x'", "public/example.py"),
    (marks_safe, "register.filter(f, is_safe=True)", "public/example.py"),
    (catches_everything, "try:\n    f()\nexcept Exception:\n    pass", "public/example.py"),
    (catches_everything, "try:\n    f()\nexcept (ValueError, BaseException) as error:\n    pass", "public/example.py"),
    (catches_everything, "try:\n    f()\nexcept:\n    pass", "public/example.py"),
    (catches_everything, "with contextlib.suppress(Exception):\n    f()", "public/example.py"),
    (prints, "print('x')", "public/example.py"),
    (makes_requests, "import httpx", "wire/example.py"),
    (makes_requests, "from urllib.request import urlopen", "wire/example.py"),
    (makes_requests, "import urllib.request", "wire/example.py"),
    (makes_requests, "from urllib import request", "wire/example.py"),
    (makes_requests, "import requests", "wire/example.py"),
    (parses_xml, "from lxml import etree\netree.fromstring(b'')", "wire/example.py"),
    (parses_xml, "from lxml.html import fromstring", "wire/example.py"),
    (parses_xml, "import lxml.etree\nlxml.etree.XMLParser()", "wire/example.py"),
    (parses_xml, "import xml.etree.ElementTree as ET", "wire/example.py"),
    (parses_xml, "from xml.dom import minidom", "wire/example.py"),
    (says_nothing_of_itself, "import os", "public/example.py"),
    (lifts_rules, "from articles.append_only import STORIES\nSTORIES.unmake(None, editor)", "articles/example.py"),
    (lifts_rules, "from audit.append_only import remove\nremove(connection, rules)", "newsroom/example.py"),
    (lifts_rules, "from audit import append_only\nappend_only.remove(connection, rules)", "newsroom/example.py"),
]
HARMLESS: list[tuple[Rule, str, str]] = [
    (imports_upward, "from newsroom.lib import text\nfrom tags.models import Tag\nimport os", "articles/example.py"),
    (imports_upward, "from fronts.models import Front\nfrom public import listing", "public/example.py"),
    (imports_upward, "from public import search\nfrom newsroom import env", "newsroom/example.py"),
    (imports_upward, "from newsroom.lib import text\nfrom . import html", "newsroom/lib/example.py"),
    (imports_inside_functions, "import os\nif TYPE_CHECKING:\n    import sys", "public/example.py"),
    (too_long_files, "x = 1\n" * 300, "public/example.py"),
    (too_long_functions, "def f():\n" + "    x = 1\n" * 49, "public/example.py"),
    (assigns_state, "tag.standing = 'approved'", "tags/example.py"),
    (assigns_state, "Tag.objects.create(standing='approved')", "newsroom/example.py"),
    (assigns_state, "if article.status == 'x': status = article.status", "articles/example.py"),
    (
        assigns_state,
        "Article.objects.filter(status='draft')\nsend(request, status=410)\nHttpResponse(status=500)",
        "public/example.py",
    ),
    (reads_versions_past_the_door, "Version.objects.live().filter(pk=1)\nVersion.objects.gone()", "public/example.py"),
    (reads_versions_past_the_door, "Version.objects.filter(pk=1)", "articles/example.py"),
    (
        reads_working_copies,
        "from articles.models import Version, Section\nfrom articles.models.version import Version",
        "public/example.py",
    ),
    (marks_safe, "SafeString()\nformat_html('<b>{}</b>', x)\nformat_html_join(', ', '{}', rows)", "public/example.py"),
    (catches_everything, "try:\n    f()\nexcept (ValueError, KeyError):\n    raise Exception", "public/example.py"),
    (prints, "canvas._print(x)\nself.stdout.write('x')", "public/example.py"),
    (makes_requests, "from urllib.parse import urlsplit\nfrom django.http import request", "public/example.py"),
    (parses_xml, "from lxml import etree\nx: etree._Element", "wire/example.py"),
    (parses_xml, "from xml.sax.saxutils import escape\nfrom newsroom.lib.xml import parse", "wire/example.py"),
    (lifts_rules, "names.remove(x)", "articles/example.py"),
    (lifts_rules, "from articles.append_only import STORIES\nSTORIES.keep()", "articles/example.py"),
    (says_nothing_of_itself, "", "public/__init__.py"),
    (says_nothing_of_itself, '"""Says."""\nimport os', "public/example.py"),
]


def _named(value: object) -> str | None:
    return value.__name__ if callable(value) else None


class TestTheRulesThemselves:
    @pytest.mark.parametrize("rule, source, path", VIOLATIONS, ids=_named)
    def test_a_violation_is_found(self, rule, source, path):
        assert found(rule, source, path)

    @pytest.mark.parametrize("rule, source, path", HARMLESS, ids=_named)
    def test_what_is_allowed_is_let_through(self, rule, source, path):
        assert found(rule, source, path) == []

    def test_every_rule_has_a_violation_to_find(self):
        assert {rule for rule, *_ in VIOLATIONS} >= {rule for rule, *_ in HARMLESS}

    def test_the_whole_project_is_read(self):
        packages = {module.path.split("/")[0] for module in modules()}

        assert packages == set(APPS)
        assert len(modules()) > 100


class TestTheProject:
    def test_imports_go_down_the_list_only(self):
        rooms = [module.path for module in modules() if module.path.startswith("newsroom/demo/")]

        assert broken(imports_upward, but=set(rooms)) == []

    def test_nothing_but_tests_imports_what_tests_need(self):
        assert broken(imports_test_rooms) == []

    def test_no_import_hides_in_a_function(self):
        assert broken(imports_inside_functions, with_tests=True) == []

    def test_no_file_has_more_than_300_lines(self):
        assert broken(too_long_files) == []

    def test_no_function_has_more_than_50_lines(self):
        assert broken(too_long_functions) == []

    def test_only_the_workflow_assigns_state(self):
        assert broken(assigns_state, but={*OWNS_STATE, *COMPOSES}) == []

    def test_what_composes_versions_makes_them_past(self):
        for path in COMPOSES:
            source = (ROOT / path).read_text(encoding="utf-8")
            assert source.count("standing=") == source.count("standing=Standing.PAST") == 1
            assert not [line for line in found(assigns_state, source, path) if "assigns" in line or "status" in line]

    def test_readers_pages_get_versions_through_the_door_only(self):
        assert broken(reads_versions_past_the_door, but=READS_MORE_VERSIONS) == []

    def test_readers_pages_never_touch_working_copies(self):
        assert broken(reads_working_copies, but=READS_ARTICLES) == []

    def test_only_listed_files_mark_html_safe(self):
        assert broken(marks_safe, but=MARKS_SAFE) == []

    def test_no_template_marks_html_safe(self):
        templates = [
            file for folder in (ROOT / "templates", *map(ROOT.joinpath, APPS)) for file in folder.rglob("*.html")
        ]
        unsafe = ("|safe", "| safe", "autoescape off", "safeseq")

        marked = {
            file.relative_to(ROOT).as_posix()
            for file in templates
            if any(word in file.read_text(encoding="utf-8") for word in unsafe)
        }
        assert marked - TEMPLATES_MARK_SAFE.keys() == set()

    def test_nothing_catches_every_error_but_the_job_loop(self):
        assert broken(catches_everything, but=CATCHES_EVERYTHING) == []

    def test_nothing_prints(self):
        commands = {module.path for module in modules() if "/management/commands/" in module.path}

        assert broken(prints, but=commands) == []

    def test_requests_leave_by_one_door(self):
        assert broken(makes_requests, but=MAKES_REQUESTS) == []

    def test_documents_are_parsed_in_one_place(self):
        assert broken(parses_xml) == []

    def test_nothing_but_tests_lifts_the_append_only_rules(self):
        assert broken(lifts_rules) == []

    def test_every_module_says_what_it_is_for(self):
        assert broken(says_nothing_of_itself) == []

    def test_every_exemption_is_still_needed(self):
        """A file that no longer breaks a rule leaves its list."""
        lists = [
            (assigns_state, COMPOSES), (reads_versions_past_the_door, READS_MORE_VERSIONS), (marks_safe, MARKS_SAFE),
            (makes_requests, MAKES_REQUESTS), (catches_everything, CATCHES_EVERYTHING), (reads_working_copies, READS_ARTICLES),
        ]  # fmt: skip
        by_path = {module.path: module for module in modules()}

        needless = [
            path for rule, exempt in lists for path in exempt if path not in by_path or not list(rule(by_path[path]))
        ]
        assert needless == []
