from __future__ import annotations

import sys
import threading

from PySide6.QtCore import QThread
from shiboken6 import delete

from reader.errors import Cancelled
from reader.ui.tasks import Courier


def test_results_errors_and_cancellation_arrive_on_qts_thread(qtbot):
    courier = Courier()
    arrived = []

    def note(kind):
        def arrive(*values):
            arrived.append((kind, values, QThread.isMainThread()))

        return arrive

    def fail(_token):
        raise ValueError("no")

    def stop(_token):
        raise Cancelled

    for work in (lambda _token: 7, fail, stop):
        courier.run(
            work,
            name="test",
            done=note("done"),
            failed=note("failed"),
            cancelled=note("cancelled"),
        ).join()
    qtbot.waitUntil(lambda: len(arrived) == 3)
    assert [kind for kind, _, _ in arrived] == ["done", "failed", "cancelled"]
    assert arrived[0][1] == (7,)
    assert all(on_main for _, _, on_main in arrived)


def test_calls_come_in_the_order_they_were_posted(qtbot):
    courier = Courier()
    seen = []
    say = courier.wrap(seen.append)
    worker = threading.Thread(target=lambda: [say(number) for number in range(200)])
    worker.start()
    worker.join()
    assert seen == []
    qtbot.waitUntil(lambda: len(seen) == 200)
    assert seen == list(range(200))


def test_what_is_posted_to_a_closed_window_is_dropped(qtbot):
    courier = Courier()
    say = courier.wrap(lambda: None)
    delete(courier)
    say()


def test_signals_leave_the_constants_of_python_alone(qtbot):
    courier = Courier()
    before = sys.getrefcount(True)
    for _ in range(100):
        courier.post(str)
    assert sys.getrefcount(True) >= before
