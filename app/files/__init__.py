"""Photos and recordings that people add to a sheet: looked into, cleaned, kept once under their content.

The rules of this package
- Nothing is believed: not the name, not the type a phone says. What the bytes are, they show; everything a picture does
  not need to be seen (place, camera, comments, whatever hangs behind its end) is cut out before it is kept.
- A file is named by the SHA-256 of what is kept. It is on the disk before anything refers to it.
"""

from app.files.kinds import cleaned
from app.files.store import FileStore, NoRoom, content_type, name_of

__all__ = ["FileStore", "NoRoom", "cleaned", "content_type", "name_of"]
