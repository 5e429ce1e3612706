"""One window for all: a program that is started a second time hands its book to the first.

The first holds a lock and listens on a local socket of the user's own, named after the folder of
the settings: who keeps those elsewhere (``TINGSHU_HOME``) has another program. What is said there
is one line of JSON, answered by another.
"""

from __future__ import annotations

import hashlib
import json
import os
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from reader import paths

_PATIENCE = 2000
"""Milliseconds that the first program has to listen in; one that hangs is let be."""

_STARTING = 10_000
"""Milliseconds that it has to answer in: it may just be starting itself."""

_LONGEST = 65536
"""Bytes of a request at most: a path is shorter."""

_ANSWER = b"here\n"


def hand_over(book: Path | None, *, play: bool) -> bool:
    """Have the window that is open already come to the front and open `book`.

    False if there is no such window, or none that answers.
    """
    socket = QLocalSocket()
    socket.connectToServer(_address())
    if not socket.waitForConnected(_PATIENCE):
        return False
    request = {
        "book": os.fspath(book.absolute()) if book is not None else None,
        "play": play,
        "activation": os.environ.get("XDG_ACTIVATION_TOKEN", ""),
    }
    socket.write(json.dumps(request).encode("ascii") + b"\n")
    if not socket.waitForBytesWritten(_PATIENCE):
        return False
    return socket.waitForReadyRead(_STARTING) and bytes(socket.readAll().data()) == _ANSWER


class Reception(QObject):
    """Receives what later starts of the program ask for; there is one, whatever many starts."""

    asked = Signal(object, bool)
    """A path or None, and whether it is to be read aloud at once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = QLockFile(str(paths.data_folder() / "window.lock"))
        self._lock.setStaleLockTime(0)  # a program that lives keeps it, however long
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._receive)

    def open(self) -> bool:
        """Be there for later starts; False if an earlier one is already."""
        locked = self._lock.tryLock(0)
        # Where nothing can be written, nobody is held back.
        if not locked and self._lock.error() is QLockFile.LockError.LockFailedError:
            return False
        QLocalServer.removeServer(_address())  # of a program that crashed
        self._server.listen(_address())
        return True

    def close(self) -> None:
        """Receive nobody any more."""
        self._server.close()
        self._lock.unlock()

    def _receive(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(partial(self._read, socket))
            socket.disconnected.connect(socket.deleteLater)
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _LONGEST:
                socket.abort()
            return
        try:
            request = json.loads(bytes(socket.readLine().data()))
            book, play = request["book"], bool(request["play"])
            activation = str(request.get("activation", ""))
            path = Path(book) if book is not None else None
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            socket.abort()
            return
        socket.write(_ANSWER)
        socket.flush()
        if activation:  # without it Wayland lets no window come to the front by itself
            os.environ["XDG_ACTIVATION_TOKEN"] = activation
        self.asked.emit(path, play)


def _address() -> str:
    own = hashlib.sha256(os.fsencode(paths.settings_folder())).hexdigest()[:16]
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    return os.path.join(folder, f"tingshu-{own}") if os.path.isdir(folder) else f"tingshu-{own}"
