import pytest

from images.validation import MAX_BYTES
from newsroom.testing.factories import picture_bytes
from wire.companions import CompanionError, from_folder, is_bare_name
from wire.models import Attachment
from wire.tests.making import make_item


def with_picture(href):
    return {"associations": {"main": {"type": "picture", "renditions": {"original": {"href": href}}}}}


class TestNames:
    @pytest.mark.parametrize("name", ["bridge.jpg", "a b (1).PNG", "Kyiv_2025-11-16.webp", "été.jpeg"])
    def test_plain_names_of_files(self, name):
        assert is_bare_name(name)

    @pytest.mark.parametrize(
        "name",
        ["", ".", "..", "../x.jpg", "/etc/x.jpg", "a/b.jpg", "a\\b.jpg", ".hidden.jpg", "x.jpg\n", "x\x00.jpg", "http://x/y.jpg",
         "file:x.jpg", "x", "%2e%2e%2fx.jpg", "~x.jpg", "-x.jpg", "x" * 300 + ".jpg"],
    )  # fmt: skip
    def test_everything_else_is_none(self, name):
        assert not is_bare_name(name)


class TestReadingBesideADocument:
    def test_a_file_of_the_same_folder_is_read(self, tmp_path):
        (tmp_path / "x.jpg").write_bytes(b"bytes")

        assert from_folder(tmp_path)("x.jpg") == b"bytes"

    def test_a_link_that_stays_in_the_folder_is_followed(self, tmp_path):
        (tmp_path / "x.jpg").write_bytes(b"bytes")
        (tmp_path / "y.jpg").symlink_to("x.jpg")

        assert from_folder(tmp_path)("y.jpg") == b"bytes"

    @pytest.mark.parametrize("name", ["link.jpg", "circle.jpg", "folder.jpg", "missing.jpg", "../out.jpg", "large.jpg"])
    def test_what_leaves_it_or_is_no_sane_file_is_refused(self, tmp_path, name):
        inside = tmp_path / "in"
        (inside / "folder.jpg").mkdir(parents=True)
        (tmp_path / "out.jpg").write_bytes(b"secret")
        (inside / "link.jpg").symlink_to(tmp_path / "out.jpg")
        (inside / "circle.jpg").symlink_to(inside / "circle.jpg")
        with (inside / "large.jpg").open("wb") as file:
            file.truncate(MAX_BYTES + 1)

        with pytest.raises(CompanionError):
            from_folder(inside)(name)


@pytest.mark.django_db
class TestPicturesOfAnItem:
    def test_the_file_is_kept_beside_the_delivery(self, tmp_path):
        payload = picture_bytes()
        (tmp_path / "x.jpg").write_bytes(payload)

        item = make_item(companions=from_folder(tmp_path), **with_picture("x.jpg"))

        assert bytes(Attachment.objects.get(delivery=item.delivery).payload) == payload
        assert item.pictures[0]["file"] == "x.jpg"
        assert item.warnings == []

    @pytest.mark.parametrize("content", [b"<svg onload='x()'/>", b"<html>", picture_bytes()[:200], b""])
    def test_what_is_no_picture_is_left_out_with_a_warning(self, tmp_path, content):
        (tmp_path / "x.jpg").write_bytes(content)

        item = make_item(companions=from_folder(tmp_path), **with_picture("x.jpg"))

        assert not Attachment.objects.exists()
        assert item.warnings[0].startswith("The picture x.jpg was not taken in:")

    def test_a_missing_file_is_a_warning_and_the_text_is_taken_in(self, tmp_path):
        item = make_item(companions=from_folder(tmp_path), **with_picture("x.jpg"))

        assert "there is no such file" in item.warnings[0]
