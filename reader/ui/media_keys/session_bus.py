"""The D-Bus of the user's session, on which desktops, players and screen readers meet."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtDBus import QDBusConnection


def session_bus() -> QDBusConnection | None:
    """The bus of the user's session; None where there is none."""
    folder = os.environ.get("XDG_RUNTIME_DIR")
    # Asked for a bus where there is none, the library would start one.
    if "DBUS_SESSION_BUS_ADDRESS" in os.environ or (folder and Path(folder, "bus").exists()):
        bus = QDBusConnection.sessionBus()
        return bus if bus.isConnected() else None
    return None
