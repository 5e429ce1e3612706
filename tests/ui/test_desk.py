"""The desk gives way to another device or voice while the window goes on answering."""

from __future__ import annotations

import threading

from reader.playback.player import Player


def test_another_device_does_not_wait_on_the_window_for_a_voice_that_cannot_be_interrupted(
    make_scene, monkeypatch
):
    scene = make_scene().open()
    lets_go = threading.Event()
    close = Player.close

    def slow(player, *timeout):
        assert lets_go.wait(10)
        return close(player, *timeout)

    monkeypatch.setattr(Player, "close", slow)
    scene.desk.play()
    scene.desk.renew_output()
    assert not scene.session.attached
    assert scene.session.playing
    assert len(scene.sound.outputs) == 1
    lets_go.set()
    scene.qtbot.waitUntil(lambda: scene.session.attached)
    old, new = scene.sound.outputs
    assert old.closed == 1
    scene.qtbot.waitUntil(lambda: new.started == 1)
