"""What an operator may set, and the secrets that are made once."""

import stat
from pathlib import Path

import pytest

from app.settings import Settings


def settings(folder: Path, **environ: str) -> Settings:
    return Settings.from_environment({"KOOTTAM_DATA": str(folder / "data")} | environ)


def test_nothing_needs_to_be_set(tmp_path: Path) -> None:
    made = settings(tmp_path)
    assert (made.host, made.port, made.lan, made.https, made.pseudo) == ("127.0.0.1", 8000, False, False, False)
    assert made.database_url == f"sqlite:///{tmp_path / 'data' / 'koottam.db'}"


def test_secrets_are_made_once_and_only_the_owner_can_read_them(tmp_path: Path) -> None:
    first, second = settings(tmp_path), settings(tmp_path)
    assert first.secrets == second.secrets
    assert len({first.secrets.session_key, first.secrets.pin_pepper}) == 2
    assert stat.S_IMODE((tmp_path / "data" / "secrets.json").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700


def test_two_installations_have_different_secrets(tmp_path: Path) -> None:
    assert settings(tmp_path / "a").secrets != settings(tmp_path / "b").secrets


def test_a_secret_of_a_newer_version_is_added_and_the_others_stay(tmp_path: Path) -> None:
    kept = settings(tmp_path).secrets
    (tmp_path / "data" / "secrets.json").write_text(f'{{"pin_pepper": "{kept.pin_pepper}"}}')
    added = settings(tmp_path).secrets
    assert added.pin_pepper == kept.pin_pepper
    assert added.session_key not in ("", kept.session_key)
    assert settings(tmp_path).secrets == added


def test_no_secret_is_shown(tmp_path: Path) -> None:
    made = settings(tmp_path)
    assert made.secrets.session_key not in repr(made)
    assert made.secrets.pin_pepper not in repr(made)


@pytest.mark.parametrize("port", ["eighty", "-1", "65536"])
def test_a_port_is_a_number_that_exists(tmp_path: Path, port: str) -> None:
    with pytest.raises(ValueError, match="a port is a number from 0 to 65535"):
        settings(tmp_path, KOOTTAM_PORT=port)
