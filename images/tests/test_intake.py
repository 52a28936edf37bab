import io

import pytest
from PIL import Image as Pillow

from images.intake import take_in
from images.models import Image
from images.validation import BadImage
from newsroom.testing.factories import make_source, make_user, picture_bytes

pytestmark = pytest.mark.django_db


class TestANewPicture:
    def test_it_is_kept_as_it_came_under_its_digest(self):
        payload = picture_bytes(320, 200)

        image = take_in(
            payload, filename="../Ferry at dawn.PNG", by=make_user("pat"), caption="Ferry", source=make_source()
        )

        stored = Image.objects.get(pk=image.pk)
        assert stored.file.read() == payload
        assert stored.file.name == f"pictures/{stored.sha256[:2]}/{stored.sha256}.jpg"
        assert (stored.width_px, stored.height_px, stored.size_bytes) == (320, 200, len(payload))
        assert (stored.title, stored.caption, stored.uploaded_by.username) == ("../Ferry at dawn.PNG", "Ferry", "pat")
        assert stored.renditions_made_at is None

    def test_one_lying_on_its_side_has_its_upright_size(self):
        exif, out = Pillow.Exif(), io.BytesIO()
        exif[0x0112] = 6
        Pillow.new("RGB", (100, 50)).save(out, "JPEG", exif=exif)

        image = take_in(out.getvalue(), filename="x.jpg")
        image.save()

        image = Image.objects.get()
        assert (image.width_px, image.height_px) == (50, 100)


class TestKnownBytes:
    def test_they_are_the_picture_we_have_as_it_is(self):
        payload = picture_bytes()
        first = take_in(payload, filename="a.jpg", caption="Ours")

        second = take_in(payload, filename="b.jpg", caption="Another")

        assert second == first
        assert Image.objects.get().caption == "Ours"


class TestNoPicture:
    def test_it_is_refused_and_nothing_is_stored(self, settings):
        with pytest.raises(BadImage):
            take_in(b"<svg/>", filename="x.jpg")

        assert not Image.objects.exists()
