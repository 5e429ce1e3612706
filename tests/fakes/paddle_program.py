"""A tiny Paddle program, written by running this file in a process of its own.

It has two inputs and three outputs whose names are not in the order of the alphabet:
``zeta`` [b, n, 3] and ``alpha`` [b, n, 2] give alpha + (the sum of zeta) [b, n, 2], that
smoothed over three neighbours [b, 2, n], and the sum of all of zeta.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

needs_paddle = pytest.mark.skipif(
    importlib.util.find_spec("paddle") is None,
    reason="Paddle is not installed. Run: pip install paddlepaddle",
)


def write_program(folder: Path) -> tuple[Path, Path]:
    """Write the program into `folder`; its model and its parameters."""
    command = [sys.executable, __file__, str(folder / "tiny")]
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    subprocess.run(command, check=True, capture_output=True, env=environment)
    return folder / "tiny.json", folder / "tiny.pdiparams"


def main(target: str) -> None:
    import paddle
    from paddle.static import InputSpec

    class Tiny(paddle.nn.Layer):
        def __init__(self):
            super().__init__()
            ones = paddle.nn.initializer.Constant(1.0)
            self.sum = paddle.nn.Linear(3, 2, weight_attr=ones)
            self.smooth = paddle.nn.Conv1D(2, 2, 3, padding=1, weight_attr=ones)

        def forward(self, zeta, alpha):
            total = self.sum(zeta) + alpha
            return total, self.smooth(total.transpose([0, 2, 1])), zeta.sum()

    zeta = InputSpec([None, None, 3], "float32", "zeta")
    alpha = InputSpec([None, None, 2], "float32", "alpha")
    paddle.jit.save(Tiny(), target, input_spec=[zeta, alpha])


if __name__ == "__main__":
    main(sys.argv[1])
