"""Who says what in English prose."""

from __future__ import annotations

import pytest

from reader.background import CancelToken
from reader.books.model import Block, BlockKind, Book, Chapter, Run
from reader.dialogue.english import attribute
from reader.dialogue.model import Character, Dialogue, Evidence, Quotation
from reader.errors import Cancelled

ANNA = Character(identifier="Anna", name="Anna", aliases=("Anna",), gender="female")
ROBERT = Character(
    identifier="Robert", name="Robert Hall", aliases=("Robert Hall", "Mr. Hall"), gender="male"
)
HARRIET = Character(identifier="Harriet", name="Harriet", aliases=("Harriet",), gender="female")
EVERYBODY = (ANNA, ROBERT, HARRIET)


def chapter_of(*paragraphs: str) -> Chapter:
    blocks = tuple(Block(kind=BlockKind.PARAGRAPH, runs=(Run(text=each),)) for each in paragraphs)
    return Chapter(title="", blocks=blocks)


def quotations_of(chapter: Chapter, number: int = 0) -> list[Quotation]:
    """What stands in “ ”; “+ continues the one before."""
    found: list[Quotation] = []
    text, end = chapter.text, 0
    while (start := text.find("“", end)) >= 0:
        end = text.index("”", start) + 1
        goes_on = text[start + 1] == "+"
        found.append(Quotation(chapter=number, start=start, end=end, continues=goes_on))
    return found


def book_of(*chapters: Chapter) -> Book:
    return Book(title="Story", identifier="story", language="en", chapters=chapters)


def dialogue_of(*paragraphs: str, known: tuple[Character, ...] | None = EVERYBODY) -> Dialogue:
    chapter = chapter_of(*paragraphs)
    return attribute(book_of(chapter), quotations_of(chapter), known=known)


def speakers_of(
    *paragraphs: str, known: tuple[Character, ...] | None = EVERYBODY
) -> list[str | None]:
    return [each.speaker for each in dialogue_of(*paragraphs, known=known).quotations]


@pytest.mark.parametrize(
    "paragraph",
    [
        "“It is late,” said Anna.",
        "“It is late,” Anna said.",
        "“Is it late?” asked Anna, looking up at Harriet.",
        "“It is late,” Anna softly replied.",
        "“It is late!” cried poor Anna.",
        "Anna looked up at Harriet and said, “It is late.”",
        "Anna, smiling at Harriet, answered: “It is late.”",
        "Harriet looked at Anna, who whispered, “It is late.”",
        "“It is late,” Anna told Harriet.",
        "“It is late, Harriet,” said Anna to her friend.",
    ],
)
def test_the_words_beside_name_the_speaker(paragraph: str) -> None:
    found = dialogue_of("Harriet and Anna sat by the fire.", paragraph).quotations[0]
    assert found.speaker == "Anna"
    assert found.evidence is Evidence.EXPLICIT
    assert found.confidence > 0.8


def test_the_words_beside_a_speech_count_before_those_above_it() -> None:
    found = dialogue_of("Robert made no answer.", "“Do you hear?” cried his wife.").quotations[0]
    assert found.speaker != "Robert" or found.confidence < 0.5


def test_all_pieces_of_an_interrupted_speech_are_one_speakers() -> None:
    dialogue = dialogue_of("“Come,” said Robert Hall, “+and see.” “+It is here.”")
    assert [each.speaker for each in dialogue.quotations] == ["Robert"] * 3
    assert dialogue.characters[0].quotations == 1


def test_a_pronoun_stands_for_whom_its_gender_fits() -> None:
    assert speakers_of("Anna met Mr. Hall in the street.", "“Good morning,” he said.") == ["Robert"]
    assert speakers_of("Mr. Hall met Anna in the street.", "“Good morning,” she said.") == ["Anna"]


def test_a_bare_family_name_is_the_mans() -> None:
    wife = Character(identifier="wife", name="Mrs. Hall", aliases=("Mrs. Hall",), gender="female")
    son = Character(identifier="son", name="John Hall", aliases=("John Hall",), gender="male")
    known = (wife, son, ROBERT)
    assert speakers_of("“It is late,” said Hall.", known=known) == ["Robert"]
    assert speakers_of("“It is late,” said Mrs. Hall.", known=known) == ["wife"]
    assert speakers_of("“It is late,” said John.", known=known) == ["son"]


def test_of_two_of_one_name_it_is_who_is_there() -> None:
    sister = Character(identifier="sister", name="Ruth Hall", aliases=("Ruth Hall",))
    cousin = Character(identifier="cousin", name="Ruth Marsh", aliases=("Ruth Marsh",))
    known = (sister, cousin, ANNA)
    speakers = speakers_of(
        "Anna had asked Ruth Marsh to come.", "“It is late,” said Ruth.", known=known
    )
    assert speakers == ["cousin"]


def test_who_acts_beside_a_speech_says_it() -> None:
    found = dialogue_of("Harriet had not come.", "Anna shook her head. “I cannot go.”")
    assert found.quotations[0].speaker == "Anna"
    assert found.quotations[0].confidence < 1.0


def test_two_take_turns() -> None:
    speakers = speakers_of(
        "“Where were you?” asked Anna.",
        "“At the mill,” said Robert Hall.",
        "“All night?”",
        "“All night.”",
        "“And nobody saw you?”",
    )
    assert speakers == ["Anna", "Robert", "Anna", "Robert", "Anna"]


def test_who_is_spoken_to_does_not_speak_but_answers() -> None:
    speakers = speakers_of(
        "Anna and Harriet were in the garden.",
        "“Is the gate shut, Harriet?” said Anna.",
        "“Yes, it is shut, Anna.”",
    )
    assert speakers == ["Anna", "Harriet"]


def test_nobody_is_sure_where_nothing_tells() -> None:
    found = dialogue_of("There were Anna, Mr. Hall and Harriet.", "“It may rain.”").quotations[0]
    assert found.confidence < 0.7


def test_the_narrator_who_says_i_is_a_character() -> None:
    paragraphs = []
    for _ in range(6):
        paragraphs += [
            "I walked on, and I saw the house. I was cold, and I was tired. Anna met me there.",
            "“Are you well, Martin?” said Anna.",
            "“I am well,” I said.",
        ]
    dialogue = dialogue_of(*paragraphs, known=None)
    narrator = dialogue.quotations[1].speaker
    assert dialogue.quotations[0].speaker == "Anna"
    assert [each.identifier for each in dialogue.characters if each.tells] == [narrator]
    assert narrator != "Anna"
    assert {each.speaker for each in dialogue.quotations[1::2]} == {narrator}


def test_whom_the_markup_names_is_kept() -> None:
    chapter = chapter_of("“It is late,” said Anna.", "“So it is.”")
    first, second = quotations_of(chapter)
    marked = Quotation(
        chapter=0,
        start=first.start,
        end=first.end,
        speaker="The Ghost",
        confidence=1.0,
        evidence=Evidence.MARKUP,
    )
    dialogue = attribute(book_of(chapter), [marked, second], known=EVERYBODY)
    assert dialogue.quotations[0].speaker == "The Ghost"
    assert dialogue.quotations[0].evidence is Evidence.MARKUP
    assert dialogue.character("The Ghost") is not None


def test_a_name_in_the_markup_is_the_character_of_that_name() -> None:
    chapter = chapter_of("“It is late.”")
    quotation = quotations_of(chapter)[0]
    marked = Quotation(
        chapter=0,
        start=quotation.start,
        end=quotation.end,
        speaker="Mr Hall",
        confidence=1.0,
        evidence=Evidence.MARKUP,
    )
    dialogue = attribute(book_of(chapter), [marked], known=EVERYBODY)
    assert dialogue.quotations[0].speaker == "Robert"


def test_what_is_not_spoken_gets_no_speaker() -> None:
    chapter = chapter_of("The sign said “Keep out,” and Anna read it.")
    sign = quotations_of(chapter)[0]
    silent = Quotation(chapter=0, start=sign.start, end=sign.end, spoken=False)
    dialogue = attribute(book_of(chapter), [silent], known=EVERYBODY)
    assert dialogue.quotations == (silent,)
    assert dialogue.characters == ()


@pytest.mark.parametrize(
    ("paragraph", "style"),
    [
        ("“Come here,” whispered Anna.", "whisper"),
        ("“Come here!” shouted Anna.", "shout"),
        ("“Come here!” cried Anna.", "shout"),
        ("“Come here,” cried Anna.", "lively"),
        ("“Come here,” snapped Anna.", "angry"),
        ("“Come here,” said Anna angrily.", "angry"),
        ("“Come here,” sobbed Anna.", "sad"),
        ("“Come here,” said Anna cheerfully.", "happy"),
        ("“Come here,” said Anna in a trembling voice.", "fear"),
        ("“Come here,” said Anna calmly.", "calm"),
        ("Anna said softly, “Come here.”", "whisper"),
        ("“Come here?!” said Anna.", "lively"),
        ("“Come here,” said Anna.", None),
        ("“Come here!” said Anna.", None),
        ("“Come here,” said Anna. The children shouted in the yard.", None),
    ],
)
def test_the_reporting_words_suggest_a_style(paragraph: str, style: str | None) -> None:
    assert dialogue_of(paragraph).quotations[0].style == style


def test_quotations_keep_their_place_and_order() -> None:
    one = chapter_of("“One,” said Anna.", "“Two,” said Harriet.")
    two = chapter_of("Nobody spoke.")
    three = chapter_of("“Three,” said Mr. Hall.")
    given = [*quotations_of(three, 2), *quotations_of(one, 0)]
    dialogue = attribute(book_of(one, two, three), given, known=EVERYBODY)
    assert [each.speaker for each in dialogue.quotations] == ["Anna", "Harriet", "Robert"]
    assert {(each.chapter, each.start) for each in dialogue.quotations} == {
        (each.chapter, each.start) for each in given
    }


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("“”",),
        ("“Yes",),
        ("“A” “B” “C” “D”",),
        ("’s “’s” 's", "“…” — “!?” ***"),
        ("said “said” said said “said”", "“he”"),
        ("\u200b “\ud800” Mr. “” Mrs.",),
        ("I I I I “I” I said I said I",),
        ("Mr. Mr. Mr. “Dr.” St. “the” the the",),
    ],
)
def test_odd_text_is_read_as_well(paragraphs: tuple[str, ...]) -> None:
    chapter = chapter_of(*(each.replace("“Yes", "“Yes”") for each in paragraphs))
    quotations = quotations_of(chapter)
    for known in (None, EVERYBODY, ()):
        dialogue = attribute(book_of(chapter), quotations, known=known)
        assert len(dialogue.quotations) == len(quotations)
        assert all(0 <= each.confidence <= 1 for each in dialogue.quotations)


def test_a_book_without_speech_or_text_has_no_cast() -> None:
    assert attribute(book_of(), []) == Dialogue()
    assert attribute(book_of(chapter_of()), []) == Dialogue()


def test_progress_rises_to_one() -> None:
    chapter = chapter_of("“It is late,” said Anna.")
    told: list[float] = []
    attribute(book_of(chapter, chapter), quotations_of(chapter), progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_it_stops_when_asked_to() -> None:
    chapter = chapter_of("“It is late,” said Anna.")
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        attribute(book_of(chapter), quotations_of(chapter), cancel=token)


def test_turns_are_told_apart_from_words_that_name_the_speaker() -> None:
    dialogue = dialogue_of(
        "Anna met Robert. Anna and Robert sat down.",
        "“Is it far?” said Anna.",
        "“Not very,” said Robert.",
        "“Then let us go.”",
        "“With pleasure.”",
    )
    kinds = [each.evidence for each in dialogue.quotations]
    assert kinds[:2] == [Evidence.EXPLICIT, Evidence.EXPLICIT]
    assert Evidence.EXPLICIT not in kinds[2:]


def test_who_gives_another_name_is_not_the_one_man_known() -> None:
    dialogue = dialogue_of(
        "Robert stood at the rail with Anna.",
        "“It is a long way,” said Robert.",
        "A man in grey laughed. “Forgive me. My name is Dr. Vane.”",
        "“Why not?” asked Anna.",
        "“Because I keep the lamp.” He put his pipe away. “And that is all.”",
        "“I see,” said Robert.",
    )
    sure = [
        each.confidence > 0.7 for each in dialogue.quotations if each.speaker == ROBERT.identifier
    ]
    assert dialogue.quotations[1].confidence <= 0.5
    assert [each.confidence > 0.7 for each in dialogue.quotations[3:5]] == [False, False]
    assert sure[0]
    assert sure[-1]
