"""Opens the window with a book, prints the time at which text could be read, and ends."""

from __future__ import annotations

import sys
import time
from pathlib import Path


def main() -> int:
    """Run the window on the book that the command line names."""
    from PySide6.QtWidgets import QApplication

    from reader.ui.app import run

    def ready() -> None:
        print(time.time(), flush=True)
        QApplication.quit()

    return run(Path(sys.argv[1]), play=False, on_ready=ready)


if __name__ == "__main__":
    sys.exit(main())
