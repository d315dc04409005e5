"""A recording as phones make it: WebM, Ogg or MP4, known by its first bytes and by its parts. Pure.

Sources of the formats: RFC 8794 (EBML, the frame of WebM), RFC 3533 (Ogg), ISO/IEC 14496-12 (MP4). The sound itself is
not decoded here: browsers do that, apart from everything else.
"""

from app.errors import Rejected

LARGEST_BYTES = 500 * 1024  # a minute at 64 kbit/s; phones record with 24
WEBM, OGG = b"\x1a\x45\xdf\xa3", b"OggS"
MP4_BOXES = {b"ftyp", b"free", b"mdat", b"mfra", b"moof", b"moov", b"sidx", b"skip", b"styp", b"wide"}
HEAD_BYTES = 1024  # what stands before the first sound
MOVING = (b"V_VP", b"V_AV1", b"V_MPEG")  # tracks of pictures
EBML_FOLDERS = {0x18538067, 0x1F43B675}  # segment, cluster: their length is not known while one records
EBML_LEAVES = {
    0x1A45DFA3, 0x1549A966, 0x1654AE6B, 0x114D9B74, 0x1C53BB6B, 0xEC, 0xE7, 0xA3, 0xA0, 0xAB, 0xA7, 0xBF,
}  # fmt: skip # head, info, tracks, places of parts, void; time, blocks and their sizes


def ending(data: bytes) -> str | None:
    """ "webm", "ogg" or "m4a"; None for everything else."""
    if data[:4] == WEBM and b"webm" in data[:64]:
        return "webm"
    if data[:4] == OGG and b"OpusHead" in data[:64]:
        return "ogg"
    return "m4a" if data[4:8] == b"ftyp" else None


def cleaned(data: bytes) -> bytes:
    """The recording, if it is one from end to end. Raises `Rejected`: too-large, not-a-recording, not-whole."""
    if len(data) > LARGEST_BYTES:
        raise Rejected("too-large", "This recording is too long. Please say it more briefly.")
    match ending(data):
        case "ogg":
            _walk_pages(data)
        case "m4a":
            _walk_boxes(data)
        case "webm":
            if b"A_OPUS" not in data[:HEAD_BYTES] or any(name in data[:HEAD_BYTES] for name in MOVING):
                raise _no_recording()
            _walk_elements(data)
        case _:
            raise _no_recording()
    return data


def _walk_pages(data: bytes) -> None:
    """Ogg: page after page up to the last byte."""
    at = 0
    while at < len(data):
        if data[at : at + 4] != OGG:
            raise _no_recording()
        pieces = data[at + 27 : at + 27 + data[at + 26]] if at + 26 < len(data) else b""
        end = at + 27 + len(pieces) + sum(pieces)
        if at + 26 >= len(data) or len(pieces) != data[at + 26] or end > len(data):
            raise _not_whole()
        at = end


def _walk_boxes(data: bytes) -> None:
    """MP4: box after box up to the last byte, none that could hold a place or a name beside the sound."""
    at = 0
    while at < len(data):
        size, name = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        if name not in MP4_BOXES or size < 8:
            raise _no_recording()
        if at + size > len(data):
            raise _not_whole()
        at += size


def _walk_elements(data: bytes) -> None:
    """WebM: element after element up to the last byte; what holds others is entered, whatever length it tells."""
    at = 0
    while at < len(data):
        id, at = _number(data, at, keeps_mark=True)
        size, at = _number(data, at)
        if id in EBML_FOLDERS:
            continue
        if id not in EBML_LEAVES:
            raise _no_recording()
        if at + size > len(data):
            raise _not_whole()
        at += size


def _number(data: bytes, at: int, *, keeps_mark: bool = False) -> tuple[int, int]:
    """A number of EBML, whose first bits tell its length; and where what follows it begins."""
    if at >= len(data):
        raise _not_whole()
    length = 9 - data[at].bit_length()
    if length > 8:
        raise _no_recording()
    if at + length > len(data):
        raise _not_whole()
    number = int.from_bytes(data[at : at + length])
    return (number if keeps_mark else number & ((1 << 7 * length) - 1)), at + length


def _not_whole() -> Rejected:
    return Rejected("not-whole", "This recording did not arrive whole. It is sent again.")


def _no_recording() -> Rejected:
    return Rejected("not-a-recording", "This is not a recording that every phone can play. Please record it once more.")
