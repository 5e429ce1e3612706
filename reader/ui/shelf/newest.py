"""News from a thread, of which only the newest counts: no more are under way than are shown."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from reader.ui.tasks import Courier

News = TypeVar("News")


class Newest(Generic[News]):
    """Called on any thread with news; `show` is called with the newest on Qt's thread."""

    def __init__(self, courier: Courier, show: Callable[[News], object]) -> None:
        self._courier = courier
        self._show = show
        self._lock = threading.Lock()
        self._waiting: list[News] = []

    def __call__(self, news: News) -> None:
        """Have `news` shown, unless newer ones come before."""
        with self._lock:
            under_way = bool(self._waiting)
            self._waiting = [news]
        if not under_way:
            self._courier.post(self._deliver)

    def _deliver(self) -> None:
        with self._lock:
            news, self._waiting = self._waiting, []
        self._show(news[0])
