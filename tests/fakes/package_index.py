"""A Python package index, an npm registry and a plain server on the loopback, all in one."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from urllib.parse import unquote


@dataclass
class FakeIndex:
    """Serves `files` below ``files/`` and lists them all in every project's page.

    `sent` is what really goes out in place of a file; `page` replaces every page. The next
    file breaks off after `breaks_after` bytes, once. `ranges` is whether parts can be asked
    for. `asked` tells the paths of all requests, `parts` the Range of those for files.
    No file goes out before `gate` is set.
    """

    files: dict[str, bytes]
    sent: dict[str, bytes] = field(default_factory=dict)
    html: bool = False
    page: bytes | None = None
    status: int = 200
    breaks_after: int | None = None
    ranges: bool = True
    address: str = ""
    asked: list[str] = field(default_factory=list)
    parts: list[str | None] = field(default_factory=list)
    gate: Event = field(default_factory=Event)
    reached: Event = field(default_factory=Event)

    def listing(self, path: str) -> tuple[str, bytes]:
        """Content type and content of a project's page."""
        if self.page is not None:
            return "application/json", self.page
        if path.startswith("/npm/"):
            versions = {
                str(number): {"dist": {"tarball": f"https://registry.npmjs.org/files/{file}"}}
                for number, file in enumerate(["other-1.tgz", *self.files])
            }
            return "application/json", json.dumps({"versions": versions}).encode()
        hashes = {file: hashlib.sha256(each).hexdigest() for file, each in self.files.items()}
        if self.html:
            links = (
                f'<a href="../../files/{file}#sha256={sha256}">{file}</a>'
                for file, sha256 in hashes.items()
            )
            return "text/html", f"<html><body>{''.join(links)}</body></html>".encode()
        files = [
            {"url": f"{self.address}files/{file}", "hashes": {"sha256": sha256}}
            for file, sha256 in {"other.tar.gz": "0" * 64, **hashes}.items()
        ]
        return "application/vnd.pypi.simple.v1+json", json.dumps({"files": files}).encode()

    def content(self, path: str) -> bytes:
        """What goes out for a file; nothing is known of the registry's own path."""
        file = unquote(path.rpartition("/")[2])
        return self.sent.get(file, self.files.get(file, b""))


@contextmanager
def serving(index: FakeIndex) -> Iterator[FakeIndex]:
    """Serve `index` at its `address` while the block runs."""
    index.gate.set()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            index.asked.append(self.path)
            if "/files/" not in self.path:
                self._page()
                return
            index.parts.append(self.headers.get("Range"))
            index.reached.set()
            index.gate.wait(20)
            self._file(index.content(self.path))

        def _page(self) -> None:
            kind, content = index.listing(self.path)
            self._head(index.status, len(content), kind)
            self.wfile.write(content)

        def _file(self, content: bytes) -> None:
            part = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range") or "")
            begin = int(part[1]) if part and index.ranges else 0
            if begin and begin >= len(content):
                self._head(416, 0)
                return
            self._head(206 if begin else index.status, len(content) - begin)
            end, index.breaks_after = index.breaks_after, None
            self.wfile.write(content[begin:end])

        def _head(self, status: int, length: int, kind: str = "application/octet-stream") -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(length))
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    index.address = f"http://127.0.0.1:{server.server_port}/"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield index
    finally:
        index.gate.set()
        server.shutdown()
        server.server_close()
        thread.join()
