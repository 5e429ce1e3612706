"""Parts spoken by the workers of a Dask cluster, on as many machines as it has.

On every machine Tingshu must be installed in the same version, with the voices that are used::

    dask scheduler
    dask worker --nthreads 1 --nworkers 4 tcp://THE-SCHEDULER:8786

A worker speaks one part at a time, so a process a core is what makes it fast. One that is lost
loses nothing: the scheduler has another do its parts.
"""

from __future__ import annotations

import logging
import pickle
import platform
import threading
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any

from reader import __version__
from reader.background import CancelToken, Task
from reader.errors import ExportError, TingshuError
from reader.export.presence import Presence
from reader.messages import message

_Client = Any
"""A :class:`distributed.Client`; the package does not tell its types."""

_PATIENCE = 5.0
"""Seconds in which the scheduler must answer, and then one worker be there."""

_LOOK = 1.0
"""Seconds between two looks whether workers are there."""

_PARTING = 2.0
"""Seconds for the last of these looks."""


@contextmanager
def cluster_executor(
    address: str,
    *,
    patience: float = 60.0,
    notify: Callable[[str], None] = lambda _: None,
) -> Iterator[Executor]:
    """The workers of the Dask cluster whose scheduler is at `address`, such as
    ``tcp://192.168.1.5:8786`` or ``192.168.1.5:8786``.

    When all of them go, `notify` is told, on another thread; what is to be done then waits
    `patience` seconds for one to come. Raises :class:`~reader.errors.ExportError` where there is
    no such cluster, or one whose workers have no Tingshu or another version of it.
    """
    client = _connected(address)
    try:
        _check(client, address)
        executor = ClusterWorkers(client, address, Presence(patience, notify))
        try:
            yield executor
        finally:
            executor.shutdown(wait=False)
    finally:
        client.close()


class ClusterWorkers(Executor):
    """A cluster as an executor; errors tell on which worker they happened."""

    def __init__(self, client: _Client, address: str, presence: Presence) -> None:
        self._client = client
        self._address = address
        self._presence = presence
        self._executor = client.get_executor(pure=False)
        self._lock = threading.Lock()
        self._asked: dict[Future[Any], Future[Any]] = {}
        self._watch = Task(self._watch_over, name="cluster's workers")

    @property
    def workers(self) -> int:
        """How many workers there are now."""
        return len(self._client.scheduler_info().get("workers", ()))

    def submit(
        self,
        fn: Callable[..., Any],
        /,
        *args: Any,  # noqa: ANN401
        **kwargs: Any,  # noqa: ANN401
    ) -> Future[Any]:
        """Have ``fn(*args, **kwargs)`` done by a worker.

        Beside what that raises, the future raises :class:`~reader.errors.ExportError` where the
        cluster cannot do it; so does this where the cluster is gone or has no workers any more.
        """
        if self._client.status != "running":  # it would wait for a scheduler that may never come
            raise _lost()
        if self._presence.given_up:
            raise _deserted(self._address)
        # As bytes: the cluster would look into every list for work of its own.
        request = pickle.dumps((fn, args, kwargs))
        try:
            theirs = self._executor.submit(_done_there, request)
        except Exception as error:  # its client closes when the scheduler is gone
            raise _lost() from error
        return self._explained(theirs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more work; without `wait` what is being done is given up."""
        self._watch.cancel()
        self._watch.join(_PARTING)
        with suppress(Exception):  # where the cluster is gone, there is nothing to give up
            self._executor.shutdown(wait=wait and not cancel_futures)

    def _explained(self, theirs: Future[Any]) -> Future[Any]:
        """What becomes of `theirs`, errors of the cluster itself in words for the user."""
        ours: Future[Any] = Future()
        with self._lock:
            self._asked[ours] = theirs
        ours.add_done_callback(self._forget)
        theirs.add_done_callback(partial(self._pass_on, ours))
        return ours

    def _forget(self, ours: Future[Any]) -> None:
        """Nobody waits for `ours` any more."""
        theirs = self._taken(ours)
        if theirs is not None:
            theirs.cancel()

    def _taken(self, ours: Future[Any]) -> Future[Any] | None:
        """What was asked of the cluster for `ours`, once."""
        with self._lock:
            return self._asked.pop(ours, None)

    def _pass_on(self, ours: Future[Any], theirs: Future[Any]) -> None:
        if self._taken(ours) is not None and ours.set_running_or_notify_cancel():
            _settle(ours, theirs)

    def _watch_over(self, token: CancelToken) -> None:
        """Let nobody wait for ever for workers that have gone."""
        while not token.wait(_LOOK):
            if self._client.status == "running":
                self._presence.look(self.workers, is_waiting=bool(self._asked))
            if self._presence.given_up:
                self._give_up()

    def _give_up(self) -> None:
        for ours in tuple(self._asked):
            theirs = self._taken(ours)
            if theirs is not None and ours.set_running_or_notify_cancel():
                theirs.cancel()
                ours.set_exception(_deserted(self._address))


def _settle(ours: Future[Any], theirs: Future[Any]) -> None:
    """Have `ours` end as `theirs` has ended."""
    if theirs.cancelled():
        ours.set_exception(_lost())
        return
    error = theirs.exception()
    if error is None:
        ours.set_result(theirs.result())
    elif isinstance(error, TingshuError):
        ours.set_exception(error)
    else:
        ours.set_exception(_failure(error))


def _lost() -> ExportError:
    return ExportError(
        message("The cluster"),
        message("The connection to it was lost."),
        message("See that its scheduler runs, then export again: it goes on."),
    )


def _deserted(address: str) -> ExportError:
    return ExportError(
        message("The cluster"),
        message("Its workers have gone, and no other one came."),
        message("Start some with: dask worker {address}", address=address),
    )


def _failure(error: BaseException) -> ExportError:
    if type(error).__name__ == "KilledWorker":
        return ExportError(
            message("The cluster"),
            message("Several workers ended at the same sentences."),
            message("See that they have enough memory, then export again: it goes on."),
        )
    return ExportError(
        message("The cluster"), message("A worker failed ({error}).", error=repr(error))
    )


def _done_there(request: bytes) -> Any:  # noqa: ANN401
    """Runs on a worker."""
    try:
        fn, args, kwargs = pickle.loads(request)
        return fn(*args, **kwargs)
    except TingshuError as error:
        from distributed import get_worker

        error.subject = message(
            "{subject}, worker {worker} on {machine}",
            subject=error.subject,
            worker=get_worker().name,
            machine=platform.node(),
        )
        error.args = (error.subject, error.reason, error.remedy)
        raise


def _connected(address: str) -> _Client:
    try:
        import dask

        dask.config.set({"logging": {"distributed": "critical"}})
        from distributed import Client
    except ImportError as error:
        raise ExportError(
            message("The cluster"),
            message("What speaks to Dask clusters is not installed."),
            message('Run: pip install "tingshu[cluster]"'),
        ) from error
    _silence()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # versions are checked below
            client: _Client = Client
            return client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ExportError(
            address,
            message("There is no Dask scheduler that answers at this address."),
            message("Start one with “dask scheduler”, which tells its address."),
        ) from error


def _silence() -> None:
    """What the cluster logs stays off the terminal; what went wrong is told by our errors."""
    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] == "distributed":
            logger = logging.getLogger(name)
            logger.handlers[:] = [logging.NullHandler()]
            logger.propagate = name != "distributed"


def _check(client: _Client, address: str) -> None:
    """Raise where no worker can do what is to be done."""
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError as error:
        raise ExportError(
            address,
            message("The cluster has no workers."),
            message("Start some with: dask worker {address}", address=address),
        ) from error
    for worker, version in client.run(_version, on_error="return").items():
        if version == _version():
            continue
        if isinstance(version, tuple):
            reason = message("It has version {version} of Tingshu.", version=version[0])
        else:
            reason = message("Tingshu cannot be found there ({error}).", error=repr(version))
        raise ExportError(
            message("The worker {worker}", worker=worker),
            reason,
            message("Install version {version} there.", version=__version__),
        )


def _version() -> tuple[str]:
    """What must be the same everywhere."""
    return (__version__,)
