"""What do the desk's screens cost among 12 500 stories and 300 drafts?"""

from __future__ import annotations

from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.models import Article
from benchmarks import archive
from benchmarks.report import Table, judged, machine
from benchmarks.timing import costs, visitor

BOARD_QUERIES, LIST_QUERIES, FORM_QUERIES = 20, 12, 25  # our own limits: none of them may grow with the rows


def sign_in(name: str) -> tuple[Client, User]:
    """Return a client that is signed in as somebody of the demo, and who that is."""
    User.objects.filter(username=name).update(is_active=True)
    user, client = User.objects.get(username=name), visitor()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client, user


def measure() -> list[Table]:
    stories = reverse("admin:articles_article_changelist")
    draft = Article.objects.filter(status="draft", stage="in_review").order_by("id")[0]
    screens = {
        "Board": (reverse("admin:index"), BOARD_QUERIES),
        "Stories": (stories, LIST_QUERIES),
        "Stories, page 200": (f"{stories}?p=200", LIST_QUERIES),
        "Stories, live ones": (f"{stories}?status__exact=published", LIST_QUERIES),
        "Stories, a word in them": (f"{stories}?q=tariff", LIST_QUERIES),
        "Stories, by headline": (f"{stories}?o=2", LIST_QUERIES),
        "A draft": (reverse("admin:articles_article_change", args=[draft.pk]), FORM_QUERIES),
    }
    found = costs(sign_in("ed")[0], {name: address for name, (address, _) in screens.items()})
    table = Table("The desk", ["Screen", "Queries", "Work, ms", "Elapsed, ms"], "Measured as the readers' pages are.")
    for name, cost in found.items():
        queries = judged(cost.queries, screens[name][1], digits=0)
        table.add(name, queries, f"{cost.work_ms:.1f}", f"{cost.elapsed_ms:.1f}")
    return [table]


if __name__ == "__main__":
    archive.new()
    print(*measure(), machine(), sep="\n\n")
