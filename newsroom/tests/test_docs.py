"""What the documents say is compared with the code, so that neither can change alone."""

import ast
import json
import re
from pathlib import Path

import pytest
from django.conf import settings

from articles.states import MOVES
from newsroom import checks, demo, roles

ROOT = Path(settings.BASE_DIR)
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
APPS = ("newsroom", "audit", "sources", "images", "authors", "tags", "articles", "wire", "fronts", "public")
IMPLIED = {"apps.py", "migrations/", "tests/"}  # said once for every app
DECISIONS = sorted(path.name for path in ROOT.glob("docs/decisions/*.md"))

READERS = {"text", "flag", "choice", "number", "words", "zone", "url", "secret_key", "database"}
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"```.*?```", re.DOTALL)
PATH = re.compile(
    r"`((?:[\w.-]+/)*[\w.-]+\.(?:py|json|css|js|txt|in|toml|md)|Makefile|(?:\.ci|bin)/[\w-]+|(?:[\w.-]+/)+)`"
)
VARIABLE_ROW = re.compile(r"^\| `([A-Z][A-Z_]+)` \|", re.MULTILINE)


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def names_asked(path):
    """Return the variables that a module reads: names given to newsroom.env's readers, and to os.environ itself."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and called(node) and node.args and isinstance(node.args[0], ast.Constant):
            found.add(node.args[0].value)
        if isinstance(node, ast.FunctionDef) and node.name in READERS:
            found |= {default.value for default in node.args.defaults if isinstance(default, ast.Constant)}
    return {name for name in found if isinstance(name, str) and re.fullmatch(r"[A-Z][A-Z_]+", name)}


def called(call):
    name = ast.unparse(call.func)
    return name.removeprefix("env.") in READERS or name == "os.environ.get"


def variables():
    modules = [ROOT / "newsroom/env.py", ROOT / "newsroom/settings.py", *ROOT.glob("newsroom/management/commands/*.py")]
    return set().union(*map(names_asked, modules))


def modules():
    """Return the modules that have a line in the architecture, as paths from the root."""
    for app in APPS:
        for path in (ROOT / app).rglob("*.py"):
            inside = path.relative_to(ROOT)
            is_implied = {"tests", "migrations", "pictures"} & set(inside.parts) or path.name == "apps.py"
            is_bare = path.name == "__init__.py" and inside.as_posix() != "wire/formats/__init__.py"
            if not is_implied and not is_bare:
                yield inside.as_posix()


def anchors(text):
    """Return the anchors of a page's headings, as forges make them."""
    headings = re.findall(r"^#+ (.+)$", CODE.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


class TestTheEnvironment:
    # Read by the scripts in bin/, for those who try the project's own tests
    FOR_SCRIPTS = {"PYTHON", "NEWSROOM_CHROMIUM", "NEWSROOM_TEST_COUNTS"}

    def test_the_names_are_found_in_the_code(self):
        assert {
            "PORT",
            "HOST",
            "DATABASE_URL",
            "NEWSROOM_SECRET_KEY",
            "NEWSROOM_ENV_FILE",
            "NEWSROOM_URL",
        } <= variables()

    def test_operations_has_an_entry_for_each_variable_and_no_other(self):
        described = VARIABLE_ROW.findall(read("docs/operations.md"))

        assert len(described) == len(set(described))
        assert set(described) == variables() | self.FOR_SCRIPTS

    def test_the_example_has_a_line_for_each_variable_and_no_other(self):
        named = set(re.findall(r"^#?([A-Z][A-Z_]+)=", read(".env.example"), re.MULTILINE))

        assert named == variables() - {"NEWSROOM_ENV_FILE"}

    def test_what_only_scripts_read_is_read_by_them(self):
        scripts = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "bin").iterdir())

        for name in self.FOR_SCRIPTS:
            assert name in scripts


class TestTheReadme:
    def test_every_role_has_its_row_with_a_login_that_the_demo_makes(self):
        people = {row["role"]: row["username"] for row in demo_people()}
        readme = read("README.md")

        for role in roles.ROLES:
            assert f"| {role.label} | `{people[role.name]}` |" in readme

    def test_it_tells_the_demo_password(self):
        assert f"`{demo.DEMO_PASSWORD}`" in read("README.md")

    def test_it_names_both_commands_which_can_be_run(self):
        for name in ("bin/run", "bin/test"):
            assert name in read("README.md")
            assert (ROOT / name).stat().st_mode & 0o100

    @pytest.mark.parametrize("page", ["README.md", "docs/architecture.md"])
    def test_every_decision_is_linked(self, page):
        targets = {target.rpartition("/")[2] for target in LINK.findall(read(page))}

        assert DECISIONS
        assert set(DECISIONS) <= targets


class TestTheArchitecture:
    def test_every_file_it_names_exists(self):
        named = set(PATH.findall(CODE.sub("", read("docs/architecture.md"))))

        assert len(named) > 100
        assert {name for name in named - IMPLIED if not (ROOT / name).exists()} == set()

    def test_every_module_has_a_line(self):
        text = read("docs/architecture.md")

        assert [name for name in sorted(modules()) if f"`{name}`" not in text] == []


class TestTheOtherPages:
    def test_the_guide_knows_every_button_by_its_label(self):
        guide = read("docs/editors-guide.md")

        assert [move.label for move in MOVES.values() if f"**{move.label}**" not in guide] == []

    def test_security_explains_every_check(self):
        numbers = set(re.findall(r"newsroom\.(E\d+)", Path(checks.__file__).read_text(encoding="utf-8")))
        numbers |= {f"E{number}" for number in (*range(101, 107), *range(120, 125))}

        assert {number for number in numbers if f"`newsroom.{number}`" not in read("SECURITY.md")} == set()

    def test_the_packages_page_has_every_package_we_ask_for(self):
        page = read("docs/decisions/0002-packages.md").lower()
        lines = [line for line in read("requirements.in").splitlines() if line and not line.startswith(("#", "-"))]
        wanted = {re.split(r"[\[~=<> ]", line.lower())[0] for line in lines}

        assert {name for name in wanted if not re.search(rf"^\| {name}\b", page, re.MULTILINE)} == set()

    @pytest.mark.parametrize("name", DECISIONS)
    def test_a_decision_says_its_drawback_and_the_way_out(self, name):
        text = read(f"docs/decisions/{name}")

        for part in ("**Context.**", "**Decision.**", "**Drawback.**", "**How to leave.**"):
            assert part in text

    @pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
    def test_its_links_lead_somewhere(self, page):
        text = CODE.sub("", page.read_text(encoding="utf-8"))

        assert [target for target in LINK.findall(text) if not resolves(page, target)] == []


def resolves(page, target):
    if re.match(r"(https?|mailto):", target):
        return True
    name, _, anchor = target.partition("#")
    file = (page.parent / name).resolve() if name else page
    return file.exists() and (not anchor or anchor in anchors(file.read_text(encoding="utf-8")))


def demo_people():
    return json.loads((Path(demo.__file__).parent / "people.json").read_text(encoding="utf-8"))
