"""Writes the voice's networks as Paddle inference programs, in a process of its own."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from reader.background import CancelToken, Task
from reader.errors import VoicePackError
from reader.messages import message
from reader.speech.engines.mandarin.tensors import Weights
from reader.speech.engines.paddle.child import Channel, Child, parent, sentence
from reader.speech.engines.paddle.programs import installed_version

ENCODER, DECODER, VOCODER = "encoder", "decoder", "vocoder"

_NOTE = "paddle.json"
"""Tells which Paddle wrote the programs, and the size of the hidden states."""

_LOOK = 0.1
"""Seconds between two looks at the wish to stop."""


def export(
    models: Mapping[str, Weights],
    folder: Path,
    progress: Callable[[float], None],
    cancel: CancelToken,
) -> None:
    """Write the programs of the ``encoder``, ``decoder`` and ``vocoder``, given their weights,
    into `folder`; those of an earlier export are replaced when all are written.

    `progress` is called with 0 to 1. Takes some ten seconds. Raises
    :class:`~reader.errors.VoicePackError` if Paddle cannot do it.
    """
    progress(0.0)
    with (
        tempfile.TemporaryDirectory(dir=folder) as scratch,
        closing(Child("reader.speech.engines.mandarin.paddle_export")) as child,
    ):
        with suppress(EOFError):  # an ended child is told of below
            child.send((dict(models), scratch))
        for count in range(1, len(models) + 1):
            problem = _next(child, cancel)
            if problem:
                raise VoicePackError(
                    message("Mandarin voice"),
                    message(
                        "Its programs for Paddle could not be written ({problem}).", problem=problem
                    ),
                    message("The voice speaks without Paddle too."),
                )
            progress(count / len(models))
        size = int(models[ENCODER]["phones"].values.shape[1])
        note = json.dumps({"version": installed_version(), "size": size})
        Path(scratch, _NOTE).write_text(note, "utf-8")
        for file in sorted(Path(scratch).iterdir(), key=lambda file: file.name == _NOTE):
            file.replace(folder / file.name)


def is_exported(folder: Path) -> bool:
    """Whether `folder` holds programs written by the Paddle that is installed.

    Programs of one release need not load in another.
    """
    version = installed_version()
    return bool(version) and exported(folder).get("version") == version


def exported(folder: Path) -> dict[str, Any]:
    """``version`` of the Paddle that wrote the programs in `folder` and ``size`` of the hidden
    states; empty if there are none.
    """
    try:
        note: dict[str, Any] = json.loads((folder / _NOTE).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return note


def _next(child: Child, cancel: CancelToken) -> str:
    """The child's next word: a problem, or nothing when a program has been written."""
    answer: Task[str] = Task(lambda _token: child.receive(), name="paddle export")
    while not answer.join(_LOOK):
        if cancel.cancelled:
            child.close()
    cancel.check()
    try:
        return answer.result()
    except EOFError:
        return "the process of Paddle ended in the midst of it"


def _write(channel: Channel) -> None:
    """In the child: write each program and answer with the problem, empty if there is none."""
    models, folder = channel.receive()
    for name, weights in models.items():
        problem = ""
        try:
            _save(name, weights, Path(folder, name))
        except Exception as error:  # Paddle's errors share no base class of their own
            problem = sentence(error)
        channel.send(problem)


def _save(name: str, weights: Weights, target: Path) -> None:
    import paddle  # type: ignore[import-not-found,unused-ignore]
    from paddle.static import InputSpec  # type: ignore[import-not-found,unused-ignore]

    from reader.speech.engines.mandarin.paddle_acoustic import Decoder, Encoder
    from reader.speech.engines.mandarin.paddle_vocoder import Vocoder

    def given(name: str, *shape: int | None, kind: str = "float32") -> Any:  # noqa: ANN401
        return InputSpec(list(shape), kind, name)

    if name == ENCODER:
        size = weights["phones"].values.shape[1]
        numbers = given("numbers", None, None, kind="int64")
        network, inputs = Encoder(weights), [numbers, given("positions", None, size)]
    elif name == DECODER:
        size = weights["mel.weight"].values.shape[0]
        network, inputs = (
            Decoder(weights),
            [
                given("hidden", None, None, size),
                given("f0", None, None),
                given("energy", None, None),
                given("owner", None, None, kind="int64"),
                given("positions", None, size),
            ],
        )
    else:
        bands = weights["first.weight"].values.shape[1]
        network, inputs = Vocoder(weights), [given("mel", None, None, bands)]
    network.eval()
    paddle.jit.save(network, str(target), input_spec=inputs)


if __name__ == "__main__":
    with suppress(EOFError):
        _write(parent())
