"""What is kept of a photo and of a recording: the picture, the sound, and nothing else; once, and whole on the disk."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from app.errors import Rejected
from app.files import FileStore, NoRoom, cleaned, content_type, name_of
from app.files.jpeg import LARGEST_BYTES, LONGEST_SIDE

HERE = Path(__file__).parent
PHOTO, WEBM, MP4 = ((HERE / name).read_bytes() for name in ("page.jpg", "word.webm", "word.m4a"))
# A browser wrote these: 64 x 48 pixels; two thirds of a second from a microphone.

END = b"\xff\xd9"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)


def segment(marker: int, words: bytes) -> bytes:
    return bytes([0xFF, marker]) + (len(words) + 2).to_bytes(2) + words


def with_segment(marker: int, words: bytes) -> bytes:
    """The photo, with this segment right after its beginning."""
    return PHOTO[:2] + segment(marker, words) + PHOTO[2:]


def with_size(width: int, height: int) -> bytes:
    at = PHOTO.index(b"\xff\xc0") + 5
    return PHOTO[:at] + height.to_bytes(2) + width.to_bytes(2) + PHOTO[at + 4 :]


def zipped(words: bytes) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("run.js", words)
    return file.getvalue()


def ogg(*bodies: bytes) -> bytes:
    """Pages of Ogg around these bodies, as RFC 3533 has them; the sums over the pages are left out."""
    return b"".join(b"OggS" + bytes(22) + bytes([1, len(body)]) + body for body in bodies)


OGG = ogg(b"OpusHead" + bytes(11), b"OpusTags" + bytes(8), bytes(40))


def refusal(data: bytes) -> str:
    with pytest.raises(Rejected) as refused:
        cleaned(data)
    return refused.value.code


# Photos


def test_a_photo_of_a_browser_is_kept_as_a_photo() -> None:
    content, ending = cleaned(PHOTO)
    assert ending == "jpg"
    assert (content[:2], content[-2:]) == (b"\xff\xd8", END)
    assert cleaned(content) == (content, "jpg"), "what is clean stays as it is"


@pytest.mark.parametrize("marker", [0xE0, 0xE1, 0xE2, 0xED, 0xEE, 0xEF, 0xFE])
def test_place_camera_and_comments_are_cut_out(marker: int) -> None:
    hidden = with_segment(marker, b"Exif\0\0GPS 9.4981 N 76.3388 E" + SVG)
    assert cleaned(hidden) == cleaned(PHOTO)


def test_what_hangs_behind_the_end_is_cut_off() -> None:
    for tail in (SVG, zipped(b"alert(1)"), PHOTO, b"\0" * 1000):
        assert cleaned(PHOTO + tail) == cleaned(PHOTO)


def test_the_pixels_are_not_touched() -> None:
    content, _ = cleaned(with_segment(0xE1, b"Exif"))
    assert content[content.index(b"\xff\xda") :] == PHOTO[PHOTO.index(b"\xff\xda") :]


NO_PHOTOS = [
    *(b"", b"x", SVG, PNG, b"GIF89a" + bytes(50), b"%PDF-1.7", b"<!doctype html>", PHOTO[1:], b"\xff\xd8" + END),
    *(b"\xff\xd8" + SVG, b"\xff\xd8\xff\xe0\0\0" + bytes(9), zipped(PHOTO), SVG + PHOTO),
]


@pytest.mark.parametrize("data", NO_PHOTOS, ids=range(len(NO_PHOTOS)))
def test_what_is_no_photo_is_refused_whatever_it_is_called(data: bytes) -> None:
    assert refusal(data) == "not-a-photo"


def test_a_photo_that_breaks_off_anywhere_is_not_kept() -> None:
    for length in range(2, len(PHOTO)):
        if PHOTO[length - 2 : length] != END:
            assert refusal(PHOTO[:length]) in ("not-whole", "not-a-photo"), length
    assert refusal(PHOTO[:-2]) == refusal(PHOTO[:-1]) == refusal(PHOTO[:500]) == "not-whole"


def test_a_photo_larger_than_phones_make_it_is_refused() -> None:
    assert cleaned(with_size(LONGEST_SIDE, 1))[1] == "jpg"
    for size in ((LONGEST_SIDE + 1, 5), (5, 65_535), (0, 5), (5, 0)):
        assert refusal(with_size(*size)) == "not-a-photo"
    assert refusal(PHOTO + bytes(LARGEST_BYTES)) == "too-large"


def test_a_second_picture_in_the_first_is_refused() -> None:
    at = PHOTO.index(b"\xff\xc0")
    frame = PHOTO[at : at + 4 + 15]
    assert refusal(PHOTO[:at] + frame + PHOTO[at:]) == "not-a-photo"


# Recordings


@pytest.mark.parametrize(("data", "ending"), [(WEBM, "webm"), (MP4, "m4a"), (OGG, "ogg")], ids=["webm", "mp4", "ogg"])
def test_a_recording_is_known_by_its_bytes(data: bytes, ending: str) -> None:
    assert cleaned(data) == (data, ending)


@pytest.mark.parametrize("data", [WEBM, MP4, OGG], ids=["webm", "mp4", "ogg"])
def test_a_recording_with_something_behind_it_or_without_its_end_is_refused(data: bytes) -> None:
    for tail in (SVG, zipped(b"alert(1)"), PHOTO):
        assert refusal(data + tail) in ("not-a-recording", "not-whole")
    for length in (5, 40, len(data) // 2, len(data) - 1):
        assert refusal(data[:length]) in ("not-a-recording", "not-a-photo", "not-whole")
    assert refusal(data[:40] + bytes(500 * 1024)) == "too-large"


def test_a_film_is_no_recording() -> None:
    assert refusal(WEBM.replace(b"A_OPUS", b"V_VP90")) == "not-a-recording"
    assert refusal(WEBM.replace(b"A_OPUS", b"A_OPUS" + b"V_VP9")) == "not-a-recording"


@pytest.mark.parametrize("cut", [lambda data: data[::-1], lambda data: bytes(len(data)), lambda data: data * 2])
def test_no_bytes_whatsoever_are_taken_for_what_they_are_not(cut: Callable[[bytes], bytes]) -> None:
    for data in (PHOTO, OGG, b"\0\0\0\x08ftyp" + SVG, b"\x1a\x45\xdf\xa3webm" + SVG):
        try:
            content, ending = cleaned(cut(data))
        except Rejected:
            continue
        assert (data, ending, content) in [(PHOTO, "jpg", cleaned(PHOTO)[0]), (OGG, "ogg", OGG * 2)]


# The folder


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    return FileStore(tmp_path / "files", least_free_bytes=0)


def test_a_file_is_kept_once_under_its_content(store: FileStore, tmp_path: Path) -> None:
    name = name_of(PHOTO, "jpg")
    assert store.path(name) is None
    store.put(name, PHOTO)
    store.put(name, PHOTO)
    found = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert found == [store.path(name)]
    assert found[0].read_bytes() == PHOTO
    assert (found[0].stat().st_mode & 0o777, content_type(name)) == (0o600, "image/jpeg")


@pytest.mark.parametrize("name", ["../koottam.db", "secrets.json", "a" * 64, "a" * 64 + ".svg", "A" * 64 + ".jpg", ""])
def test_only_names_of_our_own_are_looked_for(store: FileStore, tmp_path: Path, name: str) -> None:
    (tmp_path / "koottam.db").write_text("")
    assert store.path(name) is None


def test_with_little_room_left_a_file_is_not_taken_and_nothing_is_left_behind(tmp_path: Path) -> None:
    store = FileStore(tmp_path / "files", least_free_bytes=1 << 60)
    with pytest.raises(NoRoom):
        store.put(name_of(PHOTO, "jpg"), PHOTO)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
