"""What a file is, told by its own bytes: a photo or a recording. Pure."""

from app.files import jpeg, sound

LARGEST_BYTES = max(jpeg.LARGEST_BYTES, sound.LARGEST_BYTES)


def cleaned(data: bytes) -> tuple[bytes, str]:
    """What is kept of it, and the ending of its name. Raises `Rejected`, as `jpeg` and `sound` say."""
    heard = sound.ending(data)
    return (sound.cleaned(data), heard) if heard else (jpeg.cleaned(data), "jpg")
