"""What a read-along book says in its own language beside its text."""

from __future__ import annotations

from dataclasses import dataclass

from reader.language.detect import primary


@dataclass(frozen=True, kw_only=True)
class Words:
    """The labels of a book's parts, and what it says of its accessibility."""

    title_page: str
    contents: str
    landmarks: str
    beginning: str
    pages: str
    end: str
    read_by: str
    between: str
    summary: str
    partly: str


_ENGLISH = Words(
    title_page="Title page",
    contents="Contents",
    landmarks="Landmarks",
    beginning="Beginning of the text",
    pages="Pages",
    end="The end",
    read_by="Read by {names}",
    between=", ",
    summary=(
        "Text and speech in step, sentence by sentence. The voice is synthetic. Headings, lists, "
        "tables and notes are marked up; lists, tables and notes can be skipped while listening. "
        "Pictures are represented by their descriptions."
    ),
    partly="Some chapters are text without speech.",
)
_CHINESE = Words(
    title_page="书名页",
    contents="目录",
    landmarks="主要位置",
    beginning="正文开始",
    pages="页码",
    end="全书完",
    read_by="朗读：{names}",
    between="、",
    summary=(
        "文字与语音逐句同步，语音由计算机合成。标题、列表、表格和注释均有结构标记，"
        "收听时可以跳过列表、表格和注释。图片以文字描述代替。"
    ),
    partly="部分章节只有文字，没有语音。",
)


def words_for(language: str) -> Words:
    """The words for a book in `language`; English where we have none of its own."""
    return _CHINESE if primary(language) == "zh" else _ENGLISH
