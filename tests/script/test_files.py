"""Scripts in files, and drafts that outlive a crash."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.errors import MarkupError
from reader.script.files import Draft, read_script, write_script


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "chapter.ssml"
    write_script(path, "<speak>灯\u2028还亮着 😀</speak>\n")
    assert read_script(path) == "<speak>灯\u2028还亮着 😀</speak>\n"
    assert [each.name for each in tmp_path.iterdir()] == ["chapter.ssml"]


def test_files_of_other_systems_are_read(tmp_path: Path) -> None:
    path = tmp_path / "chapter.ssml"
    path.write_bytes(b"\xef\xbb\xbf<speak>\r\n</speak>\r\n")
    assert read_script(path) == "<speak>\n</speak>\n"


@pytest.mark.parametrize(
    ("content", "reason"), [(b"\xff\xfe<", "not UTF-8"), (b" " * 16_000_001, "larger than")]
)
def test_what_is_no_script_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "chapter.ssml"
    path.write_bytes(content)
    with pytest.raises(MarkupError, match=reason) as raised:
        read_script(path)
    assert raised.value.remedy


def test_a_file_that_is_not_there_and_a_folder_that_is_not_either(tmp_path: Path) -> None:
    with pytest.raises(MarkupError, match="cannot be read"):
        read_script(tmp_path / "chapter.ssml")
    with pytest.raises(MarkupError, match="cannot be written"):
        write_script(tmp_path / "nowhere" / "chapter.ssml", "<speak/>")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(MarkupError, match="not a file"):
        read_script(tmp_path / "pipe")


def test_a_draft_is_found_again_until_it_is_discarded(tmp_path: Path) -> None:
    draft = Draft("a book", 3, tmp_path / "drafts")
    assert draft.text() is None
    draft.keep("<speak>One.")
    draft.keep("<speak>One. Two.")
    assert Draft("a book", 3, tmp_path / "drafts").text() == "<speak>One. Two."
    assert Draft("a book", 4, tmp_path / "drafts").text() is None
    assert Draft("another", 3, tmp_path / "drafts").text() is None
    draft.discard()
    draft.discard()
    assert draft.text() is None


def test_a_draft_that_cannot_be_written_is_let_go(tmp_path: Path) -> None:
    (tmp_path / "drafts").write_text("in the way")
    draft = Draft("a book", 3, tmp_path / "drafts")
    draft.keep("<speak>One.")
    assert draft.text() is None


def test_a_draft_with_half_a_character_is_let_go(tmp_path: Path) -> None:
    draft = Draft("a book", 3, tmp_path)
    draft.keep("\ud800")
    assert draft.text() is None
    assert list(tmp_path.iterdir()) == []
