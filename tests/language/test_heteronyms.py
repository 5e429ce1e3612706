"""Words that are written alike and said apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.language.english.heteronyms import Correction, corrections


def _corrected(tagged: str, word: str) -> Correction | None:
    """What is changed of `word` in words that carry their tag after a slash."""
    words, tags = zip(*(each.rsplit("/", 1) for each in tagged.split()), strict=True)
    return corrections(words, tags).get(words.index(word))


@pytest.mark.parametrize(
    ("tagged", "tag"),
    [
        ("I/PRP read/VBP it/PRP every/DT day/NN", "VB"),
        ("We/PRP read/VBP it/PRP yesterday/NN", "VBD"),
        ("Have/VBP you/PRP read/VB it/PRP ?/.", "VBN"),
        ("She/PRP wants/VBZ to/TO read/VBD", "VB"),
        ("My/PRP$ father/NN read/VB to/IN us/PRP", "VBD"),
    ],
)
def test_read_is_past_or_present_by_what_stands_before(tagged: str, tag: str) -> None:
    assert _corrected(tagged, "read") == Correction(tag=tag)


@pytest.mark.parametrize(
    ("tagged", "word", "expected"),
    [
        ("a/DT lead/NN pipe/NN", "lead", Correction(phonemes="lˈɛd")),
        ("the/DT lead/NN actor/NN fell/VBD", "lead", None),
        ("the/DT bow/NN of/IN the/DT ship/NN", "bow", Correction(tag="VB")),
        ("his/PRP$ bow/NN and/CC arrow/NN", "bow", None),
        ("in/IN minute/NN detail/NN", "minute", Correction(tag="JJ")),
        ("wait/VB a/DT minute/NN", "minute", None),
        ("a/DT row/NN over/IN money/NN", "row", Correction(phonemes="ɹˈaʊ")),
        ("the/DT bass/NN guitar/NN", "bass", Correction(phonemes="bˈeɪs")),
        ("a/DT bass/NN swam/VBD in/IN the/DT lake/NN", "bass", None),
        ("The/DT wound/NN healed/VBD", "wound", None),
        ("The/DT road/NN wound/NN through/IN hills/NNS", "wound", Correction(tag="VBD")),
        ("Metals/NNS contract/NN when/WRB cold/JJ", "contract", Correction(tag="VBP")),
        ("The/DT contract/NN was/VBD signed/VBN", "contract", None),
        ("my/PRP$ resume/NN", "resume", Correction(phonemes="ɹˈɛzəmˌeɪ")),
        ("A/DT T/NN and/CC T/NN", "A", Correction(phonemes="ˈeɪ")),
        ("an/DT A/NN three/CD eighty/CD", "A", Correction(phonemes="ˈeɪ")),
        ("A/DT dog/NN", "A", None),
        ("A/DT hundred/CD men/NNS", "A", None),
        ("A/DT five/CD -/HYPH year/NN plan/NN", "A", None),
    ],
)
def test_the_words_around_decide(tagged: str, word: str, expected: Correction | None) -> None:
    assert _corrected(tagged, word) == expected


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(("read", "lead", "A", "row", "close", "tear", "to", "", "é", "the")),
            st.sampled_from(("NN", "VB", "VBD", "DT", "")),
        ),
        max_size=12,
    )
)
def test_any_words_with_any_tags(pairs: list[tuple[str, str]]) -> None:
    found = corrections([word for word, _ in pairs], [tag for _, tag in pairs])
    assert all(0 <= at < len(pairs) for at in found)
