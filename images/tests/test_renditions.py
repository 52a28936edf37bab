import io
from datetime import UTC, datetime

import pytest
from PIL import Image as Pillow
from PIL import ImageCms

from images.intake import take_in
from images.models import Image, Rendition
from images.renditions import crop_box, make, make_missing
from images.validation import BadImage
from newsroom.testing.factories import picture_bytes

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def taken(picture, format="JPEG", **options):
    out = io.BytesIO()
    picture.save(out, format, **options)
    return take_in(out.getvalue(), filename="x")


def opened(rendition):
    with rendition.file.open() as file:
        picture = Pillow.open(io.BytesIO(file.read()))
        picture.load()
    return picture


def widths(image, mime, ratio=""):
    return list(image.renditions.filter(mime=mime, ratio=ratio).order_by("width_px").values_list("width_px", flat=True))


@pytest.mark.django_db
class TestSizes:
    def test_a_large_picture_gets_every_width_in_three_formats(self):
        image = taken(Pillow.new("RGB", (2000, 1000), "teal"))

        make(image, NOW)

        for mime in ("image/avif", "image/webp", "image/jpeg"):
            assert widths(image, mime) == [480, 800, 1200, 1600]
        assert set(image.renditions.filter(ratio="", width_px=800).values_list("height_px", flat=True)) == {400}

    def test_nothing_is_enlarged(self):
        image = taken(Pillow.new("RGB", (900, 500)))

        make(image, NOW)

        assert widths(image, "image/avif") == [480, 800]
        assert max(image.renditions.values_list("width_px", flat=True)) <= 900

    def test_a_small_picture_keeps_its_own_width(self):
        image = taken(Pillow.new("RGB", (100, 300)))

        make(image, NOW)

        assert widths(image, "image/webp") == [100]
        assert widths(image, "image/jpeg", "16:9") == [100]

    def test_crops_have_their_ratio(self):
        image = taken(Pillow.new("RGB", (2400, 1350)))

        make(image, NOW)

        sizes = {row.ratio: (row.width_px, row.height_px) for row in image.renditions.exclude(ratio="")}
        assert sizes == {"16:9": (1200, 675), "4:3": (1200, 900), "1:1": (1200, 1200)}

    def test_the_files_are_what_the_rows_say(self):
        image = taken(Pillow.new("RGB", (900, 600)))

        for rendition in make(image, NOW):
            picture = opened(rendition)
            assert picture.size == (rendition.width_px, rendition.height_px)
            assert Pillow.MIME[picture.format] == rendition.mime
            assert rendition.file.size == rendition.size_bytes

    @pytest.mark.parametrize("size", [(1, 1), (1, 4000), (4000, 1)])
    def test_extreme_shapes(self, size):
        image = taken(Pillow.new("RGB", size))

        assert make(image, NOW)


@pytest.mark.django_db
class TestWhatIsKept:
    def test_the_picture_is_upright_and_its_metadata_gone(self):
        picture = Pillow.new("RGB", (300, 100), "black")
        picture.paste("white", (0, 0, 100, 100))
        exif = Pillow.Exif()
        exif[0x0112] = 6
        exif[0x010F] = "Secret camera"
        image = taken(picture, exif=exif, quality=95)

        make(image, NOW)

        jpeg = opened(image.renditions.get(mime="image/jpeg", ratio=""))
        assert jpeg.size == (100, 300)
        assert jpeg.getpixel((50, 20))[0] > 200
        for rendition in image.renditions.all():
            assert not opened(rendition).getexif()
            assert b"Secret camera" not in rendition.file.open().read()

    def test_the_colour_profile_stays(self):
        profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
        image = taken(Pillow.new("RGB", (200, 100)), icc_profile=profile)

        make(image, NOW)

        assert all(opened(rendition).info.get("icc_profile") == profile for rendition in image.renditions.all())

    def test_transparency_becomes_white(self):
        image = taken(Pillow.new("RGBA", (100, 100), (0, 0, 0, 0)), "PNG")

        make(image, NOW)

        assert opened(image.renditions.get(mime="image/jpeg", ratio="")).getpixel((5, 5)) == (255, 255, 255)

    @pytest.mark.parametrize(
        ("mode", "format"),
        [("CMYK", "JPEG"), ("L", "JPEG"), ("P", "GIF"), ("LA", "PNG"), ("1", "PNG"), ("I;16", "PNG")],
    )
    def test_every_colour_model_becomes_rgb(self, mode, format):
        image = taken(Pillow.new(mode, (60, 40)), format)

        make(image, NOW)

        assert opened(image.renditions.get(mime="image/jpeg", ratio="")).mode == "RGB"

    def test_the_original_is_untouched(self):
        payload = picture_bytes(500, 300)
        image = take_in(payload, filename="x.jpg")

        make(image, NOW)

        assert Image.objects.get().file.read() == payload


class TestTheFocalPoint:
    @pytest.mark.parametrize(
        ("focus", "box"),
        [
            ((0.5, 0.5), (500, 0, 1500, 1000)),
            ((0.0, 0.5), (0, 0, 1000, 1000)),
            ((1.0, 0.5), (1000, 0, 2000, 1000)),
            ((0.3, 0.9), (100, 0, 1100, 1000)),
        ],
    )
    def test_a_crop_keeps_it_as_central_as_the_picture_allows(self, focus, box):
        assert crop_box((2000, 1000), ratio=1, focus=focus) == box

    @pytest.mark.django_db
    def test_moving_it_makes_other_crops(self):
        picture = Pillow.new("RGB", (400, 100), "black")
        picture.paste("white", (300, 0, 400, 100))
        image = taken(picture, quality=95)
        make(image, NOW)
        image.focal_x = 1.0

        make(image, NOW)

        square = image.renditions.get(ratio="1:1")
        assert opened(square).getpixel((50, 50))[0] > 200
        assert Rendition.objects.filter(ratio="1:1").count() == 1


@pytest.mark.django_db
class TestMakingWhatIsMissing:
    def test_each_picture_is_done_once(self):
        image = taken(Pillow.new("RGB", (100, 100)))

        assert [make_missing(NOW), make_missing(NOW)] == [1, 0]
        image.refresh_from_db()
        assert image.renditions_made_at == NOW
        assert image.renditions.count() == 6

    def test_a_bad_one_is_marked_and_does_not_stop_the_next(self, caplog):
        bad, good = take_in(picture_bytes(), filename="bad"), take_in(picture_bytes(), filename="good")
        with open(bad.file.path, "wb") as file:
            file.write(b"broken")

        assert make_missing(NOW) == 1

        bad.refresh_from_db()
        assert (bad.renditions_made_at, bad.renditions.count()) == (NOW, 0)
        assert good.renditions.count() == 6
        assert f"Picture {bad.pk}: no sizes could be made" in caplog.text

    def test_one_whose_file_is_gone_too(self):
        gone = take_in(picture_bytes(), filename="gone")
        gone.file.storage.delete(gone.file.name)

        assert make_missing(NOW) == 0
        assert make_missing(NOW) == 0

    def test_no_more_than_the_limit_at_once(self):
        for _ in range(3):
            take_in(picture_bytes(), filename="x")

        assert [make_missing(NOW, limit=2), make_missing(NOW, limit=2)] == [2, 1]

    def test_making_again_replaces_and_never_doubles(self):
        image = take_in(picture_bytes(), filename="x")
        make(image, NOW)
        make(image, NOW)

        assert image.renditions.count() == 6

    def test_a_file_that_cannot_be_decoded_is_a_bad_image(self):
        image = take_in(picture_bytes(), filename="x")
        with open(image.file.path, "r+b") as file:
            file.truncate(300)

        with pytest.raises(BadImage):
            make(image, NOW)
