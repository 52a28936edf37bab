"""What does a reader's page cost among 12 500 stories, without any page cache? Is page 500 as fast as page 1?"""

from __future__ import annotations

from django.db.models import Count

from articles.models import Version
from authors.models import Author
from benchmarks import archive
from benchmarks.report import Table, judged, machine
from benchmarks.timing import Cost, costs, visitor
from sources.models import Source
from tags.models import Tag

STORY_QUERIES = 6
LIST_QUERIES = 10
TRIVIAL = "robots.txt, as a measure"
NOTE = (
    "Work is the processor's time for one request through all middleware, elapsed is what the clock says and shows how "
    "busy the machine was; both are medians of rounds that ask for every page in turn. There is no page cache."
)


def addresses() -> dict[str, str]:
    """Return the pages in the table's order; each list is the longest of its kind."""
    story = Version.objects.live().filter(picture__isnull=False, section__parent__isnull=False)[0]
    big = f"/{archive.BIG_SECTION}/"
    tag = Tag.objects.annotate(count=Count("version_tags")).order_by("-count")[0].get_absolute_url()
    author = Author.objects.annotate(count=Count("version_authors")).order_by("-count")[0]
    source = Source.objects.get(pk=Version.objects.live().exclude(source=None)[0].source_id)
    return {
        TRIVIAL: "/robots.txt",
        "Story": story.get_absolute_url(),
        "Front": "/",
        **{f"Section, page {number}": f"{big}?page={number}" for number in (1, 2, 250, 500)},
        "Sub-section": f"{big}north/",
        "Tag on every second story": tag,
        "Tag on every second story, page 300": f"{tag}?page=300",
        "Author": author.get_absolute_url(),
        "Source": source.get_absolute_url(),
        "Search, a rare word": "/search/?q=weigher",
        "Search, the commonest word": "/search/?q=said",
        "Search, nothing found": "/search/?q=xylophagous",
        "Corrections": "/corrections/",
        "Feed": "/feed.rss",
        "Sitemap": "/sitemap.xml",
    }


def measure() -> list[Table]:
    found = costs(visitor(), addresses())
    table = Table("Readers' pages", ["Page", "Queries", "Work, ms", "Elapsed, ms", "Sent, KB"], NOTE)
    for name, cost in found.items():
        limit = STORY_QUERIES if name == "Story" else LIST_QUERIES
        queries = judged(cost.queries, limit, digits=0)
        table.add(name, queries, f"{cost.work_ms:.1f}", f"{cost.elapsed_ms:.1f}", f"{cost.size_bytes / 1024:.1f}")
    return [table, _ratios(found)]


def _ratios(found: dict[str, Cost]) -> Table:
    """Compare within one run, which says more than milliseconds of one machine."""
    table = Table("Ratios", ["Question", "Work", "Elapsed"])
    pairs = [
        ("Section, page 500 to page 1", "Section, page 500", "Section, page 1"),
        ("Section, page 250 to page 1", "Section, page 250", "Section, page 1"),
        ("Tag, page 300 to page 1", "Tag on every second story, page 300", "Tag on every second story"),
        ("Story to robots.txt", "Story", TRIVIAL),
        ("Front to robots.txt", "Front", TRIVIAL),
    ]
    for question, one, other in pairs:
        a, b = found[one], found[other]
        table.add(question, f"{a.work_ms / b.work_ms:.2f}", f"{a.elapsed_ms / b.elapsed_ms:.2f}")
    return table


if __name__ == "__main__":
    archive.new()
    print(*measure(), machine(), sep="\n\n")
