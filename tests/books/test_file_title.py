"""Books that are called as their file is, whatever bytes its name is made of."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.books.file_title import title_of
from reader.books.registry import read_book
from tests.books import making

NOT_UNICODE = pytest.mark.skipif(os.name == "nt", reason="Windows file names are always Unicode")


def named(folder: Path, name: bytes) -> Path:
    return Path(os.fsdecode(os.fsencode(folder) + b"/" + name))


@NOT_UNICODE
@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("红楼梦.txt".encode(), "红楼梦"),
        ("红楼梦.上.txt".encode("gbk"), "红楼梦.上"),
        (b"caf\xe9", "caf\ufffd"),
        (b"\xff\xfe.epub", "\ufffd\ufffd"),
    ],
)
def test_a_name_is_read_as_what_it_most_likely_is(tmp_path, name, title):
    assert title_of(named(tmp_path, name)) == title


@NOT_UNICODE
def test_books_with_old_chinese_file_names_have_a_title(tmp_path, monkeypatch):
    name = "三国演义".encode("gbk")
    text, page, epub = (named(tmp_path, name + ending) for ending in (b".txt", b".html", b".epub"))
    text.write_text("滚滚长江东逝水，浪花淘尽英雄。", "utf-8")
    page.write_text("<html><body><p>滚滚长江东逝水。</p></body></html>", "utf-8")
    nameless = making.PACKAGE.replace("<dc:title>A Small Book</dc:title>", "")
    monkeypatch.setattr(making, "PACKAGE", nameless)
    making.make_epub(epub, {"a.xhtml": "<p>滚滚长江东逝水。</p>"})
    assert [read_book(path).title for path in (text, page, epub)] == ["三国演义"] * 3
