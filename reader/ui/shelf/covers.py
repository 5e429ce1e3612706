"""Pictures of covers: read on a thread when a row is looked at, and only so many kept."""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

from reader.background import CancelToken, Task
from reader.ui.tasks import Courier

_KEPT = 200
"""Pictures in memory; some tens of kilobytes each."""

_WAITING = 40
"""Pictures that are waited for at most: who scrolls on does not need those passed by."""


class Covers(QObject):
    """Gives the covers that `file_of` knows; those of other sizes than `size` are scaled."""

    loaded = Signal(str)
    """The identifier of a book whose picture is there now."""

    def __init__(
        self, file_of: Callable[[str], Path | None], parent: QObject, *, ratio: float = 1.0
    ) -> None:
        super().__init__(parent)
        self._file_of = file_of
        self._ratio = ratio
        self._courier = Courier(self)
        self._pictures: OrderedDict[tuple[str, int], QPixmap | None] = OrderedDict()
        self._wanted: deque[tuple[str, QSize]] = deque(maxlen=_WAITING)
        self._lock = threading.Lock()
        self._task: Task[None] | None = None

    def picture(self, identifier: str, size: QSize) -> QPixmap | None:
        """The cover of a book, no larger than `size`; None where there is none, or none yet."""
        key = identifier, size.height()
        if key in self._pictures:
            self._pictures.move_to_end(key)
            return self._pictures[key]
        self._want(identifier, size)
        return None

    def forget(self) -> None:
        """Look again for all of them: books came, or the letters have another size."""
        self._pictures.clear()

    def _want(self, identifier: str, size: QSize) -> None:
        with self._lock:
            if (identifier, size) not in self._wanted:
                self._wanted.append((identifier, size))
        if self._task is None:
            self._task = self._courier.run(
                self._load, name="load covers", done=self._rest, failed=self._rest
            )

    def _rest(self, _result: object) -> None:
        self._task = None
        if self._wanted:
            self._want(*self._wanted[-1])

    def _keep(self, identifier: str, height: int, image: QImage) -> None:
        found = None if image.isNull() else QPixmap.fromImage(image)
        if found is not None:
            found.setDevicePixelRatio(self._ratio)
        self._pictures[identifier, height] = found
        while len(self._pictures) > _KEPT:
            self._pictures.popitem(last=False)
        if found is not None:
            self.loaded.emit(identifier)

    def _load(self, token: CancelToken) -> None:
        """On a thread: read what is wanted, the newest wish first, until nothing is."""
        keep = self._courier.wrap(self._keep)
        while not token.cancelled:
            with self._lock:
                if not self._wanted:
                    return
                identifier, size = self._wanted.pop()
            keep(identifier, size.height(), _read(self._file_of(identifier), size * self._ratio))


def _read(file: Path | None, room: QSize) -> QImage:
    """The picture in `file`, scaled into `room`; a null one where there is none."""
    if file is None:
        return QImage()
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
