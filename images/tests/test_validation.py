import io
import struct
import zlib

import pytest
from PIL import Image as Pillow

from images.validation import MAX_BYTES, BadImage, accept


def encoded(format, size=(64, 48), mode="RGB", **options):
    out = io.BytesIO()
    Pillow.new(mode, size, 90).save(out, format, **options)
    return out.getvalue()


def noisy_jpeg():
    out = io.BytesIO()
    Pillow.effect_noise((200, 150), 80).save(out, "JPEG")
    return out.getvalue()


def png_with_label(width, height):
    """Return a PNG that says it is large and holds next to nothing."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )


class TestWhatIsTakenIn:
    @pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
    def test_five_formats_by_their_content(self, format):
        payload = encoded(format)

        accepted = accept(payload)

        assert (accepted.format, accepted.width_px, accepted.height_px) == (format, 64, 48)
        assert accepted.payload == payload
        assert len(accepted.sha256) == 64

    @pytest.mark.parametrize(("orientation", "size"), [(1, (64, 48)), (3, (64, 48)), (6, (48, 64)), (8, (48, 64))])
    def test_the_size_is_that_of_the_picture_upright(self, orientation, size):
        exif = Pillow.Exif()
        exif[0x0112] = orientation

        accepted = accept(encoded("JPEG", exif=exif))

        assert (accepted.width_px, accepted.height_px) == size

    def test_of_an_animation_the_first_frame_counts(self):
        out = io.BytesIO()
        frames = [Pillow.new("P", (20, 10), shade) for shade in range(3)]
        frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])

        assert accept(out.getvalue()).width_px == 20

    @pytest.mark.parametrize("mode", ["L", "CMYK"])
    def test_other_colour_models(self, mode):
        assert accept(encoded("JPEG", mode=mode)).format == "JPEG"


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        ("payload", "words"),
        [
            (b"", "empty"),
            (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "SVG"),
            (b"<?xml version='1.0'?><!-- x --><svg/>", "SVG"),
            (b"\xef\xbb\xbf  <html><script>", "web page"),
            (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00", "HEIC"),
            (b"BM" + b"\x00" * 100, "no JPEG"),
            (b"%PDF-1.4", "no JPEG"),
            (b"II*\x00" + b"\x00" * 100, "no JPEG"),
            (b"\xff\xd8\xff", "damaged"),
            (b"\x89PNG\r\n\x1a\n", "damaged"),
            (b"GIF89a", "damaged"),
            (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "damaged"),
            (b"\x00\x00\x00\x20ftypavif" + b"\x00" * 60, "damaged"),
            (b"\xff\xd8\xff<script>alert(1)</script>", "damaged"),
        ],
    )
    def test_other_files_in_a_sentence(self, payload, words):
        with pytest.raises(BadImage, match=words) as refusal:
            accept(payload)

        assert str(refusal.value).endswith(".")

    @pytest.mark.parametrize("part", [0.3, 0.6, 0.95])
    def test_a_picture_that_is_cut_off(self, part):
        payload = noisy_jpeg()

        with pytest.raises(BadImage, match="cut off"):
            accept(payload[: int(len(payload) * part)])

    @pytest.mark.parametrize("format", ["PNG", "WEBP", "AVIF"])
    def test_in_other_formats_too(self, format):
        out = io.BytesIO()
        Pillow.effect_noise((100, 100), 80).convert("RGB").save(out, format)

        with pytest.raises(BadImage):
            accept(out.getvalue()[:-60])

    def test_a_file_too_large(self):
        with pytest.raises(BadImage, match="larger than 25 MB"):
            accept(b"\xff\xd8\xff" + b"x" * MAX_BYTES)

    @pytest.mark.parametrize("size", [(8000, 8000), (50_000, 50_000)])
    def test_a_bomb_by_its_label_before_it_is_decoded(self, size):
        with pytest.raises(BadImage, match="million pixels"):
            accept(png_with_label(*size))
