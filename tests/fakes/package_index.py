"""A package index on the loopback, with one project in it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@dataclass
class FakeIndex:
    """What the index serves: `wheel` under its true hash; `sent` is what really goes out."""

    wheel: bytes
    sent: bytes = b""
    html: bool = False
    status: int = 200
    announced: int | None = None
    address: str = ""
    asked: list[str] = field(default_factory=list)

    def page(self, path: str) -> tuple[str, bytes]:
        """Content type and content for `path`."""
        if path.endswith(".whl"):
            return "application/octet-stream", self.sent or self.wheel
        sha256 = hashlib.sha256(self.wheel).hexdigest()
        if self.html:
            link = f'<a href="../files/voice.whl#sha256={sha256}">voice.whl</a>'
            return "text/html", f"<html><body>{link}</body></html>".encode()
        files = [
            {"url": f"{self.address}files/other.tar.gz", "hashes": {"sha256": "0" * 64}},
            {"url": f"{self.address}files/voice.whl", "hashes": {"sha256": sha256}},
        ]
        return "application/vnd.pypi.simple.v1+json", json.dumps({"files": files}).encode()


@contextmanager
def serving(index: FakeIndex) -> Iterator[FakeIndex]:
    """Serve `index` at its `address` while the block runs."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            index.asked.append(self.path)
            kind, content = index.page(self.path)
            self.send_response(index.status)
            self.send_header("Content-Type", kind)
            length = len(content) if index.announced is None else index.announced
            self.send_header("Content-Length", str(length))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    index.address = f"http://127.0.0.1:{server.server_port}/simple/"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield index
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
