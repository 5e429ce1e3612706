"""A private sound card that plays to nobody and is recorded: PulseAudio's null sink."""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

RATE = 48_000
"""Frames a second of the recording (16-bit mono)."""

_ASOUND = """</usr/share/alsa/alsa.conf>
pcm.!default { type pulse hint { show on description "Recorded null sink" } }
ctl.!default { type pulse }
"""


def missing():
    """The programs that are needed and not there."""
    return [each for each in ("pulseaudio", "pactl", "parec") if shutil.which(each) is None]


@contextlib.contextmanager
def recorded_sink(recording: Path):
    """Make a null sink this process's sound card, and record it raw into `recording`.

    Enter before PortAudio is loaded. Without ``norewinds`` the sink would swallow the first
    0.2 s of every stream. Where it is allowed the sound server runs at the high priority that
    it has on every desktop; else it measures the machine's load rather than the reader.
    """
    folder = Path(tempfile.mkdtemp(prefix="sink-"))
    environment = {
        "PULSE_SERVER": f"unix:{folder}/native",
        "PULSE_SINK": "speakers",
        "PULSE_COOKIE": str(folder / "cookie"),
        "ALSA_CONFIG_PATH": str(folder / "asound.conf"),
    }
    alone = {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
    (folder / "asound.conf").write_text(_ASOUND, "utf-8")
    with contextlib.ExitStack() as stack:
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        server = stack.enter_context(_running(_server(folder), os.environ | alone))
        _wait(lambda: _told("pactl", "info", environment=environment), server)
        stack.enter_context(_environment(environment))
        with recording.open("wb") as out:
            recorder = stack.enter_context(_running(_recorder(), os.environ, stdout=out))
            _wait(
                lambda: "parec" in _told("pactl", "list", "source-outputs", environment={}),
                recorder,
            )
            yield


def _server(folder):
    return [
        "pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1",
        "--disable-shm=yes", "--realtime=yes", "--high-priority=yes", "--log-target=stderr",
        f"--load=module-native-protocol-unix auth-anonymous=1 socket={folder}/native",
        f"--load=module-null-sink sink_name=speakers rate={RATE} channels=2 norewinds=1",
    ]  # fmt: skip


def _recorder():
    return [
        "parec", "--device=speakers.monitor", "--raw", "--format=s16le", f"--rate={RATE}",
        "--channels=1", "--latency-msec=200",
    ]  # fmt: skip


@contextlib.contextmanager
def _running(command, environment, stdout=subprocess.DEVNULL):
    process = subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextlib.contextmanager
def _environment(changes):
    before = {name: os.environ.get(name) for name in changes}
    os.environ.update(changes)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _told(*command, environment):
    done = subprocess.run(
        command, env=os.environ | environment, capture_output=True, text=True, check=False
    )
    return done.stdout if done.returncode == 0 else ""


def _wait(condition, process, seconds=15.0):
    end = time.monotonic() + seconds
    while not condition():
        if process.poll() is not None or time.monotonic() > end:
            raise RuntimeError(f"{process.args[0]} did not start")
        time.sleep(0.05)
