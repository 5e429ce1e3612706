"""Work done at once, in this process: nothing has to start first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from reader.cli.exporting.order import Order


class Here(Executor):
    """Does what it is given on the thread that gives it."""

    workers = 1

    def submit(
        self,
        fn: Callable[..., Any],
        /,
        *args: Any,  # noqa: ANN401
        **kwargs: Any,  # noqa: ANN401
    ) -> Future[Any]:
        """Do it now; the future is done when it is given back."""
        future: Future[Any] = Future()
        future.set_running_or_notify_cancel()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


@contextmanager
def here() -> Iterator[Executor]:
    """The present process."""
    yield Here()


def executor_for(order: Order, notify: Callable[[str], None]) -> AbstractContextManager[Executor]:
    """Who speaks for `order`: this process where only a little is wanted, at once. What a person
    should know meanwhile goes to `notify`.
    """
    from reader.export import cluster, executors

    if order.cluster is not None:
        return cluster.cluster_executor(order.cluster, patience=order.patience, notify=notify)
    if order.jobs is None and order.options.first_seconds is not None:
        return here()
    return executors.local_executor(order.jobs)
