"""A photo as phones send it: read segment by segment, and written again with nothing but the picture. Pure.

Source of the format: ITU-T T.81, annex B. A picture is kept as it was pressed; no pixel is touched.
"""

from app.errors import Rejected

LARGEST_BYTES = 200 * 1024  # what a line of 200 kbit/s brings in 8 seconds; phones press a photo until it fits
LONGEST_SIDE = 1_280  # pixels: a page of a cash book can be read, and memory stays small (`static/js/shared/photo.js`)

START, END, SCAN = 0xD8, 0xD9, 0xDA
FRAMES = {0xC0, 0xC1, 0xC2}  # baseline, extended, progressive: what browsers draw and write
KEPT = FRAMES | {0xC4, 0xDB, 0xDD}  # and tables: Huffman, quantisation, restart interval


def cleaned(data: bytes) -> bytes:
    """The picture without anything else. Raises `Rejected`: too-large, not-a-photo, not-whole."""
    if len(data) > LARGEST_BYTES:
        raise Rejected("too-large", "This photo is too large. Please take it once more.")
    if data[:2] != bytes([0xFF, START]):
        raise _no_photo()
    kept, at, has_frame = [data[:2]], 2, False
    while True:
        marker, at = _marker(data, at)
        if marker == END:
            break
        if marker < 0xC0 or 0xD0 <= marker <= START:
            raise _no_photo()
        segment, at = _segment(data, at)
        if marker in FRAMES:
            if has_frame or not _frame_is_small(segment):
                raise _no_photo()
            has_frame = True
        if marker in KEPT:
            kept.append(bytes([0xFF, marker]) + segment)
        elif marker == SCAN:
            if not has_frame:
                raise _no_photo()
            end = _end_of_scan(data, at)
            kept.append(bytes([0xFF, marker]) + segment + data[at:end])
            at = end
    if kept[-1][1] != SCAN:
        raise _no_photo()
    return b"".join([*kept, bytes([0xFF, END])])


def _marker(data: bytes, at: int) -> tuple[int, int]:
    """The marker at this place, and where what follows it begins. Fill bytes before it are passed over."""
    if at < len(data) and data[at] != 0xFF:
        raise _no_photo()
    while at < len(data) and data[at] == 0xFF:
        at += 1
    if at >= len(data):
        raise Rejected("not-whole", "This photo did not arrive whole. It is sent again.")
    return data[at], at + 1


def _segment(data: bytes, at: int) -> tuple[bytes, int]:
    """The bytes of a segment with its length, and where the next one begins."""
    length = int.from_bytes(data[at : at + 2])
    if at + length > len(data) or at + 2 > len(data):
        raise Rejected("not-whole", "This photo did not arrive whole. It is sent again.")
    if length < 2:
        raise _no_photo()
    return data[at : at + length], at + length


def _frame_is_small(segment: bytes) -> bool:
    """Sides between one pixel and the longest; 8 bits for each colour, grey or three colours."""
    if len(segment) < 8:
        return False
    height, width = int.from_bytes(segment[3:5]), int.from_bytes(segment[5:7])
    sides = 0 < height <= LONGEST_SIDE and 0 < width <= LONGEST_SIDE
    return segment[2] == 8 and sides and segment[7] in (1, 3) and len(segment) == 8 + 3 * segment[7]


def _end_of_scan(data: bytes, at: int) -> int:
    """Where the pressed pixels end: at the next marker that is neither a stuffed byte nor a restart."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            raise Rejected("not-whole", "This photo did not arrive whole. It is sent again.")
        if data[at + 1] not in (0x00, 0xFF) and not 0xD0 <= data[at + 1] <= 0xD7:
            return at
        at += 2 if data[at + 1] != 0xFF else 1


def _no_photo() -> Rejected:
    return Rejected("not-a-photo", "This is not a photo that every phone can show. Please take it once more.")
