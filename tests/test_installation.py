"""``make install`` goes on without what only makes the voices better, and says so."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    shutil.which("make") is None or os.name == "nt", reason="there is no make here"
)

ROOT = Path(__file__).parents[1]
NO_WHEEL = (
    "error: No solution found when resolving dependencies\n"
    "  cause: Because paddlepaddle==3.3.1 has no wheels with a matching platform tag (e.g., "
    "`manylinux_2_28_aarch64`) and you require paddlepaddle==3.3.1, we can conclude that your "
    "requirements are unsatisfiable."
)
"""What uv says on a machine that Paddle is not published for."""

OFFLINE = "error: Request failed after 3 retries\n  cause: Connection refused"


class Checkout:
    """A checkout whose packages are installed, but for Paddle; its programs are stand-ins."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.marker = folder / ".venv" / "paddle"
        shutil.copytree(ROOT / "installer", folder / "installer")
        shutil.copy(ROOT / "Makefile", folder)
        (folder / "requirements").mkdir()
        for name in ("pyproject.toml", "requirements/locked.txt", "requirements/paddle.txt"):
            (folder / name).touch()
        (folder / ".venv" / "bin").mkdir(parents=True)
        (folder / ".venv" / "installed").touch()
        self.have("uv")
        self.have("tingshu")

    def have(self, program: str, says: str = "", *, fails_at: str = "*", status: int = 0) -> None:
        """Let `program` say something and end with `status` where `fails_at` is asked for."""
        file = self.folder / ".venv" / "bin" / program
        file.write_text(
            f"#!/bin/sh\ncase \"$*\" in {fails_at}) cat >&2 <<'END'\n{says}\nEND\n"
            f"exit {status};; esac\n"
        )
        file.chmod(0o755)

    def install(self) -> subprocess.CompletedProcess[str]:
        """What ``make install`` comes to."""
        return subprocess.run(
            ["make", "install"],
            cwd=self.folder,
            env={"PATH": os.environ["PATH"]},  # without what a make above hands down
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def test_paddle_is_installed_once(checkout: Checkout) -> None:
    assert checkout.install().returncode == 0
    assert checkout.marker.exists()
    assert "Installing Paddle" not in checkout.install().stdout


def test_a_machine_that_paddle_is_not_published_for_is_not_asked_again(checkout: Checkout) -> None:
    checkout.have("uv", NO_WHEEL, status=1)
    outcome = checkout.install()
    assert outcome.returncode == 0
    assert "There is no Paddle for this machine. Everything works without it." in outcome.stdout
    assert checkout.marker.exists()


def test_paddle_is_tried_again_where_it_could_not_be_installed(checkout: Checkout) -> None:
    checkout.have("uv", OFFLINE, status=2)
    outcome = checkout.install()
    assert outcome.returncode == 0
    assert "could not be installed; the next make install tries again" in outcome.stdout
    assert "no Paddle for this machine" not in outcome.stdout
    assert "Connection refused" in outcome.stderr
    assert not checkout.marker.exists()

    checkout.have("uv")
    assert checkout.install().returncode == 0
    assert checkout.marker.exists()


def test_a_voice_that_cannot_be_updated_does_not_stop_the_installation(checkout: Checkout) -> None:
    checkout.have("tingshu", "The network is down.", fails_at="'voices update mandarin'", status=1)
    outcome = checkout.install()
    assert outcome.returncode == 0
    assert "The network is down." in outcome.stderr
    assert "The Mandarin voice stays as it is." in outcome.stdout
