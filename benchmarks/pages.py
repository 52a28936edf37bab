"""What does a reader's page cost among 12 500 stories, without any page cache? Is page 500 as fast as page 1?"""

from __future__ import annotations

from benchmarks import archive
from benchmarks.report import Table, judged, machine
from benchmarks.timing import Cost, costs, visitor
from articles.models import Version

STORY_QUERIES = 6
LIST_QUERIES = 10
TRIVIAL = "robots.txt"
NOTE = (
    "Work is the processor's time for one request through the whole middleware, elapsed what the clock says (a busy "
    "machine shows there); medians of rounds that ask for every page in turn. There is no page cache."
)


def addresses() -> dict[str, str]:
    """Return the pages in the table's order. Picked so that each list is the longest of its kind."""
    story = Version.objects.live().filter(picture__isnull=False, section__parent__isnull=False)[0]
    big = f"/{archive.BIG_SECTION}/"
    tag, author, source = (_busiest(field) for field in ("tags", "authors", "source"))
    return {
        TRIVIAL: "/robots.txt",
        "Story": story.get_absolute_url(),
        "Front": "/",
        **{f"Section, page {number}": f"{big}?page={number}" for number in (1, 2, 250, 500)},
        "Sub-section": f"{big}north/",
        "Tag": f"/tags/{tag}/",
        "Tag, page 300": f"/tags/{tag}/?page=300",
        "Author": f"/authors/{author}/",
        "Source": f"/sources/{source}/",
        "Search, a rare word": "/search/?q=weigher",
        "Search, a common word": "/search/?q=said",
        "Search, nothing found": "/search/?q=xylophagous",
        "Corrections": "/corrections/",
        "Feed": "/feed.rss",
    }
