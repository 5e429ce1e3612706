"""Whatever an editor does with the sentences of a script, it is said in its order, all of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.narration.ssml import parse, parse_fragment
from reader.script.line import ScriptLine
from tests.script.stories import book, chapter, chapter_of, heard

WORDS = st.sampled_from(["No.", "Yes.", "It was late.", "Nobody came.", "He had 3 lamps."])
OTHERS = st.sampled_from(["The sea was calm.", "Somebody laughed.", "A door fell shut."])
SENTENCES = st.lists(WORDS, max_size=8)


def said(sentences: list[str]) -> str:
    return " ".join(sentences).replace("3", "three")


@given(written=st.lists(WORDS, min_size=1, max_size=8), edited=SENTENCES)
def test_any_sentences_in_place_of_any_others(written: list[str], edited: list[str]) -> None:
    told = book(chapter("One", " ".join(written)))
    script = chapter_of(told)
    lines = script.lines(
        parse("<speak>" + "\n".join(f"<s>{each}</s>" for each in ["One", *edited]) + "</speak>")
    )
    assert " ".join(filter(None, heard(told, lines))) == said(["One", *edited])
    if edited == written:
        assert lines == []


@given(
    written=st.lists(WORDS, min_size=1, max_size=5, unique=True),
    edited=SENTENCES,
    before=st.lists(OTHERS, max_size=8),
    behind=st.lists(OTHERS, max_size=8),
)
def test_a_script_stays_with_its_words_when_others_come(
    written: list[str], edited: list[str], before: list[str], behind: list[str]
) -> None:
    told = book(chapter("One", " ".join(written)))
    lines = chapter_of(told).lines(
        parse("<speak>" + "".join(f"<s>{each}</s>" for each in ["One", *edited]) + "</speak>")
    )
    corrected = book(chapter("One", " ".join([*before, *written, *behind])))
    first, *rest = heard(told, lines)
    assert heard(corrected, lines) == [first, *before, *rest, *behind]


@given(ssml=st.text(alphabet="<>/s&;x:break emphasis=\"' \u2028灯", max_size=40))
def test_a_line_of_anything_harms_nothing(ssml: str) -> None:
    told = book(chapter("One", "It was late. Nobody came."))
    line = ScriptLine(chapter=0, place=4, original="It was late.", ssml=ssml)
    assert heard(told, [line])[2] == "Nobody came."


def test_a_fragment_that_was_kept_is_read_as_it_was_written() -> None:
    told = book(chapter("One", "It was late."))
    ssml = '<x:said who="Anna">It <break time="1500ms"/>was<mark name="a"/> late.</x:said>'
    document = chapter_of(told).document({4: ssml})
    (line,) = chapter_of(told).lines(parse(document))
    assert parse_fragment(line.ssml) == parse_fragment(ssml)
