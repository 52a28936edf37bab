"""Counts the queries and takes the time of requests, in this process and through the whole middleware."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median
from time import perf_counter, process_time

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

ROUNDS = 21


@dataclass(frozen=True, slots=True)
class Cost:
    """What one page costs: `work_ms` is the processor's time, `elapsed_ms` the clock's, both medians."""

    queries: int
    work_ms: float
    elapsed_ms: float
    size_bytes: int


def costs(client: Client, addresses: Mapping[str, str], *, rounds: int = ROUNDS) -> dict[str, Cost]:
    """Ask for each address once per round, so that a busy moment of the machine hits all of them alike."""
    queries = {name: _count_queries(client, address) for name, address in addresses.items()}
    work: dict[str, list[float]] = {name: [] for name in addresses}
    elapsed: dict[str, list[float]] = {name: [] for name in addresses}
    sizes: dict[str, int] = {}
    for _ in range(rounds):
        for name, address in addresses.items():
            clock, processor = perf_counter(), process_time()
            response = client.get(address)
            work[name].append((process_time() - processor) * 1000)
            elapsed[name].append((perf_counter() - clock) * 1000)
            sizes[name] = len(response.content)
    return {name: Cost(queries[name], median(work[name]), median(elapsed[name]), sizes[name]) for name in addresses}


def visitor() -> Client:
    """Return a client that asks as a browser does."""
    return Client(headers={"host": "localhost", "accept-encoding": "gzip, br"})


def _count_queries(client: Client, address: str) -> int:
    """Return the queries of a second visit, when templates are compiled. Raises ValueError when the page fails."""
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
    if response.status_code != 200:
        raise ValueError(f"{address} answers {response.status_code}; expected 200.")
    return len(queries)
