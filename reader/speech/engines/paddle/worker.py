"""The child process in which Paddle runs inference programs; see :mod:`programs`.

One thread, one request after another: ``("load", number, (model, parameters, reuse_memory))``
and ``("run", number, inputs)``. Each is answered by a pair: the problem, a sentence or empty,
and the outputs. A predictor belongs to one thread; ``Predictor.clone`` would give others that
share its weights, but each fills a oneDNN cache of its own.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.speech.engines.paddle.child import parent, sentence
from reader.speech.memory import give_back

_CACHED_SHAPES = 1
"""Input shapes for which oneDNN keeps its plans. Without a limit every new length of a
sentence adds to the memory for good; more than one is no faster.
"""

_RUNS_A_CLEANING = 32
"""Runs after which the heap's free pages go back to the system: it then stays level, while
doing so after each run would take a quarter more time.
"""


def serve() -> None:
    """Answer requests until the parent is gone."""
    channel = parent()
    programs: dict[int, _Program] = {}
    with suppress(EOFError):
        for count in itertools.count(1):
            wish, number, given = channel.receive()
            problem, outputs = "", None
            try:
                if wish == "load":
                    programs[number] = _Program(*given)
                else:
                    outputs = programs[number].run(given)
            except Exception as error:  # Paddle's errors share no base class of their own
                problem = sentence(error)
            channel.send((problem, outputs))
            if count % _RUNS_A_CLEANING == 0:
                give_back()


class _Program:
    """An inference program, in the fastest way that it bears."""

    def __init__(self, model: Path, parameters: Path, reuse_memory: bool) -> None:
        self._ways = _predictors(model, parameters, reuse_memory)
        self._predictor = next(self._ways)
        self._proven = False

    def run(self, inputs: Sequence[NDArray[Any]]) -> list[NDArray[Any]]:
        """The outputs, by position. Until it has run once, it may turn to a plainer way."""
        while not self._proven:
            try:
                outputs = _run(self._predictor, inputs)
            except Exception:
                plainer = next(self._ways, None)
                if plainer is None:
                    raise
                self._predictor = plainer
            else:
                self._proven = True
                return outputs
        return _run(self._predictor, inputs)


def _predictors(model: Path, parameters: Path, reuse_memory: bool) -> Iterator[Any]:
    """Predictors of the program, the fastest first; raises if not even the plainest opens.

    Paddle 3.3 can open no ``.json`` with reuse of memory, and cannot run some of them (Parallel
    WaveGAN) with oneDNN. What failed leaves its Config unusable: each way starts afresh.
    """
    import paddle
    from paddle import inference

    # Paddle's own handler asks for memory when the heap is broken, and waits for ever.
    paddle.disable_signal_handler()
    ways = [(False, True), (False, False)]
    if reuse_memory:
        ways.insert(0, (True, True))
    for reusing, one_dnn in ways:
        config = inference.Config(str(model), str(parameters))
        config.disable_glog_info()
        config.disable_gpu()
        config.set_cpu_math_library_num_threads(1)
        if reusing:
            config.enable_memory_optim()
        if one_dnn:
            config.set_mkldnn_cache_capacity(_CACHED_SHAPES)
        else:
            config.disable_mkldnn()
        try:
            predictor = inference.create_predictor(config)
        except Exception:
            if not one_dnn:
                raise
        else:
            yield predictor


def _run(predictor: Any, inputs: Sequence[NDArray[Any]]) -> list[NDArray[Any]]:  # noqa: ANN401
    names = predictor.get_input_names()
    if len(names) != len(inputs):
        raise ValueError(f"it takes {len(names)} inputs and was given {len(inputs)}")
    for name, given in zip(names, inputs, strict=True):
        predictor.get_input_handle(name).copy_from_cpu(np.ascontiguousarray(given))
    predictor.run()
    outputs = map(predictor.get_output_handle, predictor.get_output_names())
    return [output.copy_to_cpu() for output in outputs]


if __name__ == "__main__":
    serve()
