"""What an operator may set, read once from the environment; and the secrets, made at the first start.

| variable | meaning | if not set |
|---|---|---|
| `KOOTTAM_DATA` | folder of the database, the secrets and the files | `data` beside the program |
| `KOOTTAM_DATABASE` | SQLAlchemy address of another database | `koottam.db` in that folder |
| `KOOTTAM_HOST`, `KOOTTAM_PORT` | where the server listens; port 0 takes any free one | `127.0.0.1`, `8000` |
| `KOOTTAM_LAN` | print the address for phones on the same Wi-Fi, with a QR | no |
| `KOOTTAM_HTTPS` | phones come by https (through a proxy): cookies travel only so | no |
| `KOOTTAM_CLOCK` | tests only: file with seconds to add to the clock | no |
| `PSEUDO` | tests only: a made-up language shows what is not translated | no |

The rules of this file
- Nobody else reads these variables (but `app/clock.py`, which must stay free of everything).
- A secret is never logged, printed, or shown in a `repr`.
"""

import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

PORT = 8000  # macOS keeps 5000, Flask's usual one, for itself
SECRET_BYTES = 32  # 256 bits: as long as the hash that signs with it


@dataclass(frozen=True, slots=True)
class Secrets:
    """Random words that only this installation knows."""

    session_key: str = field(repr=False)  # signs cookies and form tokens
    pin_pepper: str = field(repr=False)  # mixed into six-digit PINs: a stolen database alone does not give them away


@dataclass(frozen=True, slots=True)
class Settings:
    """How this process was asked to run."""

    data: Path
    database_url: str
    secrets: Secrets
    host: str = "127.0.0.1"
    port: int = PORT
    lan: bool = False
    https: bool = False
    clock_file: Path | None = None
    pseudo: bool = False

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> "Settings":
        """The settings of this process; makes the data folder and its secrets if they are missing.

        `ValueError` with a sentence for the operator when a variable cannot be understood.
        """
        data = Path(environ.get("KOOTTAM_DATA") or ROOT / "data").resolve()
        data.mkdir(mode=0o700, parents=True, exist_ok=True)  # what people wrote is for its owner alone
        return cls(
            data=data,
            database_url=environ.get("KOOTTAM_DATABASE") or f"sqlite:///{data / 'koottam.db'}",
            secrets=_kept_secrets(data / "secrets.json"),
            host=environ.get("KOOTTAM_HOST") or "127.0.0.1",
            port=_port(environ.get("KOOTTAM_PORT") or str(PORT)),
            lan=bool(environ.get("KOOTTAM_LAN")),
            https=bool(environ.get("KOOTTAM_HTTPS")),
            clock_file=Path(environ["KOOTTAM_CLOCK"]) if environ.get("KOOTTAM_CLOCK") else None,
            pseudo=bool(environ.get("PSEUDO")),
        )


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65_535:  # the highest port there is
        raise ValueError(f"KOOTTAM_PORT is {text!r}; a port is a number from 0 to 65535.")
    return int(text)


def _kept_secrets(path: Path) -> Secrets:
    """The secrets in this file, readable by the owner only; what it lacks is made and added."""
    kept: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}
    missing = [name for name in Secrets.__dataclass_fields__ if name not in kept]
    if missing:
        kept |= {name: secrets.token_hex(SECRET_BYTES) for name in missing}
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            json.dump(kept, file, indent=2)
        draft.replace(path)  # whole or not at all: a full disk must not leave half a file of secrets
    return Secrets(**{name: kept[name] for name in Secrets.__dataclass_fields__})
