import hashlib
from datetime import timedelta

import pytest

from newsroom.testing.factories import make_source
from wire.formats import MAX_BYTES
from wire.models import Delivery
from wire.receiving import attach, receive
from wire.tests.making import NOW

pytestmark = pytest.mark.django_db


class TestReceiving:
    def test_bytes_are_kept_as_they_came(self):
        _, created = receive(make_source(), b"\x00\xff{", name="a.json", now=NOW)

        stored = Delivery.objects.get()
        assert created
        assert bytes(stored.payload) == b"\x00\xff{"
        assert stored.sha256 == hashlib.sha256(b"\x00\xff{").hexdigest()
        assert (stored.size_bytes, stored.outcome, stored.received_at) == (3, "received", NOW)

    def test_the_same_bytes_are_one_row_whatever_their_name(self):
        first, _ = receive(make_source(), b"{}", name="a.json", now=NOW)

        second, created = receive(make_source(), b"{}", name="b.json", now=NOW + timedelta(hours=1))

        assert (second.pk, created) == (first.pk, False)
        assert Delivery.objects.get().name == "a.json"

    def test_the_same_bytes_of_another_source_are_another_row(self):
        receive(make_source("meridian"), b"{}", name="a", now=NOW)
        receive(make_source("tidewire"), b"{}", name="a", now=NOW)

        assert Delivery.objects.count() == 2

    def test_of_a_document_too_large_the_beginning_is_kept_as_rejected(self):
        delivery, _ = receive(make_source(), b"x" * (MAX_BYTES + 1), name="big", now=NOW)

        assert len(delivery.payload) == MAX_BYTES
        assert delivery.size_bytes == MAX_BYTES + 1
        assert delivery.outcome == "rejected"
        assert "Only its first 5 MB were kept" in delivery.problem

    def test_a_file_name_that_is_no_utf8_is_stored_readably(self):
        delivery, _ = receive(make_source(), b"{}", name=b"caf\xe9\n.json".decode("utf-8", "surrogateescape"), now=NOW)

        assert delivery.name == "caf? .json"

    def test_of_two_attachments_with_one_name_the_first_stays(self):
        delivery, _ = receive(make_source(), b"{}", name="a", now=NOW)
        attach(delivery, "x.jpg", b"1")

        again = attach(delivery, "x.jpg", b"2")

        assert bytes(again.payload) == b"1"
        assert delivery.attachments.count() == 1
