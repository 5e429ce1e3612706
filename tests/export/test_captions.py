"""Captions: what is written, when it is heard, in lines that can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.books.model import LINE_BREAK, Block, BlockKind, Book, Chapter, Run
from reader.errors import ExportError
from reader.export.captions import Cue, can_have_captions, document, with_captions
from reader.export.captions.cues import Line, cues_of, lines_of
from reader.export.captions.dividing import LINE_WIDTH, LONGEST, width
from reader.export.captions.formats import Stretch, Transcript
from reader.export.options import ExportOptions
from reader.export.products.product import Edition
from reader.export.sections import Section, TimedSentence
from reader.speech.engine import SPEECH_RATE, Samples, TimedWord
from tests.fakes.reading import make_book

LONG = (
    "Not all that Mrs. Bennet, however, with the assistance of her five daughters, could ask on "
    "the subject was sufficient to draw from her husband any satisfactory description."
)
LONG_CHINESE = (
    "时有宦官曹节等弄权，窦武、陈蕃谋诛之，机事不密，反为所害，中涓自此愈横，天下大乱，人心思治。"
)


class Sound:
    """A section as it was spoken: sentences by seconds."""

    def __init__(
        self, sentences: Sequence[TimedSentence], *, seconds: float = 60.0, section: Section
    ) -> None:
        self.section = section
        self.sentences = tuple(sentences)
        self.frames = round(seconds * SPEECH_RATE)

    def blocks(self) -> Iterator[Samples]:
        return iter(())


def sentence(
    start: int, end: int, begin: float, finish: float, *words: TimedWord, **more: Any
) -> TimedSentence:
    return TimedSentence(
        start=start,
        end=end,
        begin=round(begin * SPEECH_RATE),
        finish=round(finish * SPEECH_RATE),
        words=words,
        **more,
    )


def sound_of(*sentences: TimedSentence, seconds: float = 60.0, number: int = 0) -> Sound:
    section = Section(number=number, title="One", chapter=number)
    return Sound(sentences, seconds=seconds, section=section)


def cues_for(text: str, seconds: float, *words: TimedWord) -> list[Cue]:
    book = make_book(("One", text))
    sound = sound_of(sentence(0, len(text), 0.0, seconds, *words), seconds=seconds + 1)
    return list(cues_of(sound, book))


def text_of(cues: Sequence[Cue], joint: str = " ") -> str:
    return joint.join(line for cue in cues for line in cue.lines)


# What is shown when


def test_a_short_sentence_is_one_line_for_as_long_as_it_is_heard() -> None:
    book = make_book(("One", "The lamp was lit. Anna came in."))
    sound = sound_of(sentence(0, 17, 0.5, 2.25), sentence(18, 31, 2.75, 4.0))
    assert list(cues_of(sound, book)) == [
        Cue(begin=500, finish=2250, lines=("The lamp was lit.",)),
        Cue(begin=2750, finish=4000, lines=("Anna came in.",)),
    ]


def test_times_count_from_where_the_section_begins_in_its_file() -> None:
    book = make_book(("One", "The lamp was lit."))
    sound = sound_of(sentence(0, 17, 0.5, 2.25))
    (cue,) = cues_of(sound, book, at=10 * SPEECH_RATE)
    assert (cue.begin, cue.finish) == (10_500, 12_250)
    assert list(lines_of(sound, book, at=10 * SPEECH_RATE)) == [
        Line(begin=10_500, text="The lamp was lit.")
    ]


def test_what_is_said_quickly_stays_for_a_second_unless_something_follows() -> None:
    book = make_book(("One", "No. Yes. No."))
    sound = sound_of(
        sentence(0, 3, 0.0, 0.2), sentence(4, 8, 0.4, 0.6), sentence(9, 12, 5.0, 5.2), seconds=5.5
    )
    assert [(cue.begin, cue.finish) for cue in cues_of(sound, book)] == [
        (0, 400),
        (400, 1400),
        (5000, 5500),
    ]


def test_long_sentences_are_parted_at_their_marks() -> None:
    cues = cues_for(LONG, 11.0)
    assert cues[0].lines[-1].endswith("daughters,")
    assert text_of(cues) == LONG
    assert not any(line.endswith("Mrs.") for cue in cues for line in cue.lines)


def test_chinese_is_parted_at_its_marks_in_lines_of_twenty() -> None:
    cues = cues_for(LONG_CHINESE, 11.0)
    assert text_of(cues, "") == LONG_CHINESE
    assert all(len(line) <= 20 and line[-1] in "，。" for cue in cues for line in cue.lines)


def test_a_line_is_not_torn_within_chinese_words_where_another_caption_does() -> None:
    text = "讹言苍天已死黄天当立岁在，青幽徐冀荆扬兖豫八州之人家家，各方有帅大方万余"
    cues = cues_for(text, 6.5)
    assert text_of(cues, "") == text
    assert all(line[-1] in "，余" for cue in cues for line in cue.lines)


def test_only_what_one_character_says_has_its_name() -> None:
    text = (
        "“Run as far as the river and then hide under the bridge,” said the old man to his boys, "
        "“for they come up the hill.”"
    )
    said = text.index("said"), text.index("“for")
    told = sentence(
        0, len(text), 0.0, 9.0, speaker="Ann", changes=((said[0], None), (said[1], "Ann"))
    )
    cues = list(cues_of(sound_of(told), make_book(("One", text))))
    assert [(cue.lines[-1][-8:], cue.speaker) for cue in cues] == [
        ("bridge,”", "Ann"),
        ("e hill.”", None),
    ]


def test_words_of_several_hanzi_stay_whole_where_the_voice_tells_them() -> None:
    text = "中华人民共和国" * 8
    starts = range(0, len(text), 7)
    words = [TimedWord(begin=n / 10, finish=(n + 7) / 10, start=n, end=n + 7) for n in starts]
    cues = cues_for(text, 6.0, *words)
    assert text_of(cues, "") == text
    assert all(len(line) % 7 == 0 for cue in cues for line in cue.lines)


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() -> None:
    text = "他说：“" + "好的，（真的）是这样！”，" * 12
    for line in (line for cue in cues_for(text, 40.0) for line in cue.lines):
        assert line[0] not in "，！”）：。"
        assert line[-1] not in "“（"


def test_the_words_times_tell_when_a_part_of_a_sentence_is_heard() -> None:
    text = f"{'slow ' * 8}, {'quick ' * 12}"
    comma = text.index(",")
    words = [
        TimedWord(begin=0.0, finish=5.0, start=0, end=comma),
        TimedWord(begin=5.5, finish=7.0, start=comma + 2, end=len(text)),
    ]
    cues = cues_for(text, 7.0, *words)
    assert cues[1].lines[0].startswith("quick")
    assert cues[1].begin == pytest.approx(5500, abs=60)


def test_words_that_would_flash_by_share_the_time() -> None:
    words = [TimedWord(begin=0.0, finish=0.01, start=0, end=len(LONG))]
    cues = cues_for(LONG, 12.0, *words)
    assert text_of(cues) == LONG
    assert all(cue.finish - cue.begin > 1000 for cue in cues)


def test_verse_keeps_its_lines() -> None:
    text = f"Shall I compare thee{LINE_BREAK}to a summer’s day?"
    (cue,) = cues_for(text, 3.0)
    assert cue.lines == ("Shall I compare thee", "to a summer’s day?")


def test_references_to_notes_are_not_shown() -> None:
    runs = (Run(text="The lamp"), Run(text="[1]", note="n1"), Run(text=" was lit."))
    block = Block(kind=BlockKind.PARAGRAPH, runs=runs)
    chapter = Chapter(title="One", blocks=(block,))
    book = Book(title="A Book", chapters=(chapter,), identifier="x", language="en")
    sound = sound_of(sentence(0, len(block.text), 0.0, 2.0))
    assert text_of(list(cues_of(sound, book))) == "The lamp was lit."


def test_an_announcement_shows_its_words() -> None:
    section = Section(number=0, title="A Book", words="A Book, by A. Writer.")
    sound = Sound([sentence(0, 0, 0.1, 1.6), sentence(0, 0, 2.0, 3.0)], section=section)
    assert list(cues_of(sound, make_book())) == [
        Cue(begin=100, finish=3000, lines=("A Book, by A. Writer.",))
    ]


def test_what_the_end_of_the_sound_cuts_off_is_not_shown() -> None:
    book = make_book(("One", "The lamp was lit. Anna came in."))
    sound = sound_of(sentence(0, 17, 0.5, 2.25), sentence(18, 31, 2.75, 4.0), seconds=2.0)
    assert [(cue.begin, cue.finish) for cue in cues_of(sound, book)] == [(500, 2000)]


SIGNS = "ab ,.;!?—“”()中文字，。：“”（）éあ가\u2028\u0301🙂-/'"


@given(
    text=st.text(
        st.sampled_from("ab ,.;!?—“”()中文字，。：“”（）éあ가\u2028\u0301🙂-/'"),
        min_size=1,
        max_size=400,
    ),
    seconds=st.floats(0.05, 60.0),
    cuts=st.lists(st.floats(0.0, 1.0), max_size=12),
)
def test_any_sentence_is_shown_whole_in_order_and_never_two_at_once(
    text: str, seconds: float, cuts: list[float]
) -> None:
    places = sorted({round(cut * len(text)) for cut in cuts})
    words = [
        TimedWord(begin=seconds * a / len(text), finish=seconds * b / len(text), start=a, end=b)
        for a, b in pairwise(places)
    ]
    block = Block(kind=BlockKind.PARAGRAPH, runs=(Run(text=text),))
    book = Book(
        title="B",
        chapters=(Chapter(title="One", blocks=(block,)),),
        identifier="x",
        language="en",
    )
    cues = list(cues_of(sound_of(sentence(0, len(text), 1.0, 1.0 + seconds, *words)), book))
    squeezed = re.sub(r"\s", "", text)
    if seconds > 3:
        assert re.sub(r"\s", "", text_of(cues, "")) == squeezed
    for cue in cues:
        assert cue.begin < cue.finish
        assert 1 <= len(cue.lines) <= 2
        assert all(0 <= width(line) <= LINE_WIDTH + 0.01 for line in cue.lines)
    assert all(one.finish <= other.begin for one, other in pairwise(cues))


def test_captions_do_not_stand_longer_than_they_are_read() -> None:
    text = "one two three four five six seven eight nine ten eleven twelve"
    assert all(cue.finish - cue.begin <= LONGEST * 1000 + 1 for cue in cues_for(text, 25.0))


# The files


def transcript(*cues: Cue, lines: Sequence[Line] = (), **more: object) -> Transcript:
    values: dict[str, object] = {
        "title": "A Book",
        "album": "A Book",
        "authors": ("A. Writer", "李四"),
        "language": "en",
        "seconds": 61.0,
        "stretches": (Stretch(title="One", cues=cues, lines=tuple(lines)),),
    }
    return Transcript(**{**values, **more})  # type: ignore[arg-type]


def test_vtt() -> None:
    cues = (
        Cue(begin=0, finish=1500, lines=("Tom & Jerry", "<b> --> c")),
        Cue(begin=36_061_007, finish=36_062_000, lines=("“Yes.”",), speaker="anna"),
    )
    assert document(transcript(*cues, speakers={"anna": "Anna & Co"}), "vtt") == (
        "WEBVTT\nKind: captions\nLanguage: en\n\nNOTE\nA Book\nA. Writer, 李四\n\n"
        "1\n00:00:00.000 --> 00:00:01.500\nTom &amp; Jerry\n&lt;b&gt; --&gt; c\n\n"
        "2\n10:01:01.007 --> 10:01:02.000\n<v Anna &amp; Co>“Yes.”\n"
    )


def test_vtt_names_the_sections_of_one_file_in_comments_without_arrows() -> None:
    cue = Cue(begin=0, finish=900, lines=("a",))
    later = Cue(begin=1000, finish=1900, lines=("b",))
    stretches = (
        Stretch(title="One --> Two", cues=(cue,), lines=()),
        Stretch(title="Three", cues=(later,), lines=()),
    )
    content = document(transcript(stretches=stretches, title="x --> y"), "vtt")
    assert content.count("-->") == 2
    assert "\nNOTE\nOne → Two\n\n1\n" in content
    assert "\nNOTE\nThree\n\n2\n" in content


def test_srt_has_the_line_ends_of_windows_and_no_tags_of_its_own() -> None:
    cue = Cue(begin=61_001, finish=62_000, lines=("a < b", "the <b> tag"))
    assert document(transcript(cue, cue), "srt") == (
        "1\r\n00:01:01,001 --> 00:01:02,000\r\na < b\r\nthe <\u2060b> tag\r\n\r\n"
        "2\r\n00:01:01,001 --> 00:01:02,000\r\na < b\r\nthe <\u2060b> tag\r\n\r\n"
    )


def test_lrc_has_a_line_a_sentence_and_minutes_without_end() -> None:
    lines = (
        Line(begin=1234, text="The lamp was lit."),
        Line(begin=6_059_996, text="[12:30] he wrote."),
    )
    assert document(transcript(lines=lines, title="One [1]", album="A Book"), "lrc") == (
        "[ti:One [1)]\n[ar:A. Writer, 李四]\n[al:A Book]\n[length:01:01]\n[re:Tingshu]\n"
        "[00:01.23]The lamp was lit.\n[101:00.00] [12:30] he wrote.\n"
    )


# Beside the sound


class Files:
    """A product that writes what it is told into files, one a section or one in all."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self.is_folder = target.is_dir()
        self.kept: list[Path] = []
        self.is_abandoned = False
        self.notices = ("It is told.",)

    def add(self, sound: Sound) -> list[Path]:
        if not self.is_folder or not sound.sentences:
            return []
        path = self.target / f"{sound.section.number + 1:02d} Mr. {sound.section.title}.mp3"
        path.write_bytes(b"sound")
        return [path]

    def keep(self, section: Section, files: Sequence[Path]) -> bool:
        self.kept += files
        return self.is_folder

    def finish(self) -> list[Path]:
        if self.is_folder:
            return []
        self.target.write_bytes(b"sound")
        return [self.target]

    def abandon(self) -> None:
        self.is_abandoned = True


BOOK = make_book(("One", "The lamp was lit."), ("Two", "Anna came in."))
SECTIONS = (
    Section(number=0, title="One", chapter=0),
    Section(number=1, title="Two", chapter=1),
)
SOUNDS = (
    Sound([sentence(0, 17, 0.0, 2.0)], seconds=3.0, section=SECTIONS[0]),
    Sound([sentence(0, 13, 0.5, 2.0)], seconds=2.5, section=SECTIONS[1]),
)


def captioned(target: Path, *formats: str, kind: str = "mp3") -> tuple[Files, object]:
    files = Files(target)
    options = ExportOptions(format=kind, captions=formats)  # type: ignore[arg-type]
    edition = Edition(book=BOOK, narrators=("Heart",), sections=SECTIONS)
    return files, with_captions(files, options, edition)  # type: ignore[arg-type]


def test_one_file_has_one_file_of_captions_over_all_its_sections(tmp_path: Path) -> None:
    _, product = captioned(tmp_path / "book.m4b", "vtt", "srt", "lrc", kind="m4b")
    assert [list(product.add(sound)) for sound in SOUNDS] == [[], []]
    files = product.finish()
    assert [path.name for path in files] == ["book.m4b", "book.vtt", "book.srt", "book.lrc"]
    assert "00:00:03.500 --> 00:00:05.000\nAnna came in.\n" in (tmp_path / "book.vtt").read_text()
    lyrics = (tmp_path / "book.lrc").read_text("utf-8").splitlines()
    assert lyrics[0] == "[ti:A Book 书]"
    assert lyrics[-1] == "[00:03.50]Anna came in."
    assert not (tmp_path / "book.srt").read_bytes().startswith(b"\xef\xbb\xbf")
    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in files}


def test_an_ending_in_capitals_has_captions_too(tmp_path: Path) -> None:
    _, product = captioned(tmp_path / "Book.M4B", "vtt", kind="m4b")
    product.add(SOUNDS[0])
    made = product.finish()
    assert [path.name for path in made] == ["Book.M4B", "Book.vtt"]
    files, product = captioned(tmp_path, "vtt")
    assert not product.keep(SECTIONS[0], [tmp_path / "One.MP3"])
    assert files.kept == []


def test_a_file_a_chapter_has_captions_of_its_own(tmp_path: Path) -> None:
    _, product = captioned(tmp_path, "vtt", "lrc")
    made = [[path.name for path in product.add(sound)] for sound in SOUNDS]
    assert made == [
        ["01 Mr. One.mp3", "01 Mr. One.vtt", "01 Mr. One.lrc"],
        ["02 Mr. Two.mp3", "02 Mr. Two.vtt", "02 Mr. Two.lrc"],
    ]
    assert list(product.finish()) == []
    assert "00:00:00.500 --> " in (tmp_path / "02 Mr. Two.vtt").read_text("utf-8")
    lyrics = (tmp_path / "02 Mr. Two.lrc").read_text("utf-8")
    assert lyrics.startswith("[ti:Two]\n")
    assert "[al:A Book 书]" in lyrics


def test_a_section_is_kept_if_its_captions_are_there_too(tmp_path: Path) -> None:
    files, product = captioned(tmp_path, "vtt", "srt")
    sound, vtt, srt = (tmp_path / f"01 One.{ending}" for ending in ("mp3", "vtt", "srt"))
    assert not product.keep(SECTIONS[0], [sound, vtt])
    assert files.kept == []
    assert product.keep(SECTIONS[0], [sound, vtt, srt])
    assert files.kept == [sound]


def test_a_section_without_a_file_goes_into_no_captions(tmp_path: Path) -> None:
    _, product = captioned(tmp_path, "vtt")
    assert list(product.add(Sound([], seconds=0.0, section=SECTIONS[0]))) == []
    product.add(SOUNDS[1])
    assert "00:00:00.500 --> " in (tmp_path / "02 Mr. Two.vtt").read_text("utf-8")


def test_captions_that_cannot_be_written_are_told(tmp_path: Path) -> None:
    _, product = captioned(tmp_path, "vtt")
    (tmp_path / "01 Mr. One.vtt").mkdir()
    with pytest.raises(ExportError):
        product.add(SOUNDS[0])


def test_abandoning_goes_on_to_the_sound(tmp_path: Path) -> None:
    files, product = captioned(tmp_path, "vtt")
    product.abandon()
    assert files.is_abandoned


@pytest.mark.parametrize("kind", ["epub", "daisy"])
def test_books_that_carry_their_text_get_no_captions(tmp_path: Path, kind: str) -> None:
    files, product = captioned(tmp_path, "vtt", kind=kind)
    assert product is files
    assert not can_have_captions(kind)  # type: ignore[arg-type]


def test_what_is_told_of_the_sound_is_told(tmp_path: Path) -> None:
    _, product = captioned(tmp_path, "srt")
    assert product.notices == ("It is told.",)


def test_nothing_is_put_around_a_product_without_captions(tmp_path: Path) -> None:
    files, product = captioned(tmp_path)
    assert product is files
