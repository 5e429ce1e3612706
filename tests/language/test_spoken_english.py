"""What is said for written English."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.language.spoken.english import rules
from reader.language.spoken.english.numbers import cardinal, decimal, ordinal, pairs, plural, year
from reader.language.spoken.form import spoken_form
from reader.language.spoken.rules import readings
from reader.language.spoken.style import SpokenStyle

Table = list[tuple[str, str]]

# fmt: off
_PIECES = (
    '1 ', '23', '456', '7890 ', '2021', ':30 ', ' p.m.', ' am', '-', '–', '. ', ', ', '/', '%',
    '$', '£', '€', ' ¢', 'USD ', 'May ', 'Jan. ', 'noon', 'hours', ' h', 'm ', 's ', 'IV ', 'X ',
    'the ', 'of ', 'No. ', 'St. ', 'www.', '&', '#', '@', 'x ', '½', '²', '=', '<', '>', '(', "'",
    '"', 'd ', 'k ', 'bn', ' kg', '°C', 'Mr ', 'tv ', '_', 'a.B', 'n\n',
)
# fmt: on
"""What rules look for."""


def _check(table: Table, style: SpokenStyle | None = None) -> None:
    said = [(written, spoken_form(written, "en", style or SpokenStyle())) for written, _ in table]
    assert said == table


def test_numbers_have_their_words() -> None:
    assert cardinal("1,000,021") == "one million twenty-one"
    assert cardinal("007") == "seven"
    assert decimal("3.14") == "three point one four"
    assert [ordinal(n) for n in ("1", "12", "20", "101", "1000000")] == [
        "first",
        "twelfth",
        "twentieth",
        "one hundred first",
        "one millionth",
    ]
    assert [year(n) for n in ("1900", "1905", "2000", "2005", "2012", "44")] == [
        "nineteen hundred",
        "nineteen oh five",
        "two thousand",
        "two thousand five",
        "twenty twelve",
        "forty-four",
    ]
    assert [pairs(n) for n in ("380", "747", "2788", "105")] == [
        "three eighty",
        "seven forty-seven",
        "twenty-seven eighty-eight",
        "one oh five",
    ]
    assert plural(year("1910")) == "nineteen tens"


def test_dates_in_every_order() -> None:
    _check(
        [
            ("On March 15, 2023 we", "On March fifteenth, twenty twenty-three we"),
            ("2023-12-25", "December twenty-fifth, twenty twenty-three"),
            ("4 March 2021", "the fourth of March, twenty twenty-one"),
            ("on the 4th of March", "on the fourth of March"),
            ("March 4th’s vote", "March fourth’s vote"),
            ("Mar. 4", "March fourth"),
            ("in Jan. 2020", "in January twenty twenty"),
            ("03/04/2021", "March fourth, twenty twenty-one"),
            ("15.01.2020", "the fifteenth of January, twenty twenty"),
            ("01/07/98", "January seventh, ninety-eight"),
            ("May 3–5, 2020", "May third to fifth, twenty twenty"),
            ("Mon., Jan. 5", "Monday, January fifth"),
            ("You may 5 times", "You may five times"),
        ]
    )


def test_the_listener_says_what_comes_first_in_a_date_of_figures() -> None:
    _check(
        [("03/04/2021", "the third of April, twenty twenty-one")],
        SpokenStyle(slash_date="day-first"),
    )


def test_years_decades_and_eras() -> None:
    _check(
        [
            ("In 1984 he", "In nineteen eighty-four he"),
            ("the 1990s and the '80s", "the nineteen nineties and the eighties"),
            ("1914–18", "nineteen fourteen to nineteen eighteen"),
            ("1960s-1980s", "nineteen sixties to nineteen eighties"),
            ("44 BC to AD 79", "forty-four BC to AD seventy-nine"),
            ("the class of '98", "the class of ninety-eight"),
            ("In 1066 they", "In ten sixty-six they"),
            ("2000 people in 2000", "two thousand people in two thousand"),
            ("1234 houses", "one thousand two hundred thirty-four houses"),
            ("3Q22", "the third quarter of twenty-two"),
        ]
    )


def test_times_of_day() -> None:
    _check(
        [
            ("at 10:05 p.m. sharp", "at ten oh five PM sharp"),
            ("at 12:00", "at twelve o'clock"),
            ("17:45 and 14:00", "seventeen forty-five and fourteen hundred"),
            ("5pm–7pm", "five PM to seven PM"),
            ("open 9-5pm", "open nine to five PM"),
            ("at 5:30 a.m. He left.", "at five thirty AM. He left."),
            ("At 6 p.m. Mary came.", "At six PM Mary came."),
            ("It was 7 p.m.", "It was seven PM."),
            ("12:30 a.m. EST", "twelve thirty AM EST"),
        ]
    )


def test_money_keeps_the_order_of_speech() -> None:
    _check(
        [
            ("$12.99", "twelve dollars and ninety-nine cents"),
            ("It cost $1,299", "It cost one thousand two hundred ninety-nine dollars"),
            (
                "just $1 or $0.50 or $1.01",
                "just one dollar or fifty cents or one dollar and one cent",
            ),
            ("worth $3.5 million", "worth three point five million dollars"),
            ("a $3.5 million house", "a three point five million dollar house"),
            ("£5m and €3.5bn", "five million pounds and three point five billion euros"),
            ("¥500, US$20", "five hundred yen, twenty US dollars"),
            ("$5-10 million", "five to ten million dollars"),
            ("$250–$300", "two hundred fifty dollars to three hundred dollars"),
            ("$20/mo", "twenty dollars per month"),
            ("-$5", "minus five dollars"),
            ("99¢", "ninety-nine cents"),
            ("£20 10s. 6d.", "twenty pounds, ten shillings and six pence"),
            ("€1.200,50", "one thousand two hundred euros and fifty cents"),
            ("EUR 20", "twenty euros"),
        ]
    )


def test_measures() -> None:
    _check(
        [
            ("25 kg at 100 km/h", "twenty-five kilograms at one hundred kilometers per hour"),
            ("1 lb, 8 oz", "one pound, eight ounces"),
            ("-10°C", "minus ten degrees Celsius"),
            ("It was 20°C. He left.", "It was twenty degrees Celsius. He left."),
            (
                "120 m² and 90 mg/dL",
                "one hundred twenty square meters and ninety milligrams per deciliter",
            ),
            ("5'10\" tall", "five feet ten inches tall"),
            ("a 5 km run, a 10-km run", "a five kilometer run, a ten kilometer run"),
            ("2-5lb", "two to five pounds"),
            ("4K and 5G", "four K and five G"),
            ("12 ft. high, 3 ft. Here", "twelve feet high, three feet. Here"),
            ("2x8 m2", "two by eight square meters"),
            ("3x faster", "three times faster"),
            ("12% of 3,500, 3‰", "twelve percent of three thousand five hundred, three per mille"),
            ("3-5%", "three to five percent"),
        ]
    )


def test_fractions_of_a_unit() -> None:
    _check(
        [
            ("3/4 tsp. salt", "three quarters of a teaspoon salt"),
            ("1½ oz", "one and a half ounces"),
            ("a 1/2-inch bolt", "a half inch bolt"),
            ("120/80 mmHg", "one hundred twenty over eighty millimeters of mercury"),
        ]
    )


def test_a_scale_is_no_unit_before_what_is_counted() -> None:
    _check(
        [
            ("1.5m units, 10k followers", "one point five million units, ten thousand followers"),
            ("5 m long", "five meters long"),
            ("Seat 14A", "Seat fourteen A"),
        ]
    )


def test_chapter_and_verse() -> None:
    _check(
        [
            ("John 3:16", "John three, sixteen"),
            ("1 Cor. 13:4-7", "First Corinthians thirteen, four to seven"),
            ("At 3:16 John left", "At three sixteen John left"),
        ]
    )


def test_lengths_of_time() -> None:
    _check(
        [
            ("1h30m", "one hour thirty minutes"),
            ("14:10:30", "fourteen hours ten minutes and thirty seconds"),
            ("2:34.56", "two thirty-four point five six"),
        ]
    )


def test_numbers_among_themselves() -> None:
    _check(
        [
            ("1/2 or 3/4", "one half or three quarters"),
            ("1½ cups", "one and a half cups"),
            ("3 2/4", "three and two quarters"),
            ("a 50/50 chance", "a fifty fifty chance"),
            ("120/80", "one hundred twenty over eighty"),
            ("5-8 people", "five to eight people"),
            ("they won 3–2", "they won three two"),
            ("a ratio of 2:1", "a ratio of two to one"),
            ("the 21st century", "the twenty-first century"),
            ("He weighs 11st", "He weighs eleven st"),
            ("007", "zero zero seven"),
            ("mid-1980s", "mid-nineteen eighties"),
            ("a 5-year-old boy", "a five-year-old boy"),
        ]
    )


def test_formulas() -> None:
    _check(
        [
            ("5 × 3 ÷ 2 = 7.5", "five times three divided by two equals seven point five"),
            ("7-3=4", "seven minus three equals four"),
            ("x² ≈ 3, a ≤ b", "x squared is about three, a is at most b"),
            ("√2", "the square root of two"),
            ("10⁻³", "ten to the minus three"),
            ("β = 2", "beta equals two"),
            ("the tag <p> stays", "the tag <p> stays"),
        ]
    )


def test_telephones_and_codes_are_read_digit_by_digit() -> None:
    _check(
        [
            ("call 555-123-4567", "call five five five, one two three, four five six seven"),
            (
                "(555) 123-4567 ext. 12",
                "five five five, one two three, four five six seven, extension one two",
            ),
            (
                "+44 20 7946 0958",
                "plus four four, two zero, seven nine four six, zero nine five eight",
            ),
            ("1-800-GO-2-HAUL", "one, eight hundred, GO two HAUL"),
            ("SSN 123-45-6789", "SSN one two three, four five, six seven eight nine"),
            ("a card ending in 8876", "a card ending in eight eight seven six"),
            ("Call 911 now", "Call nine one one now"),
            ("ISBN 0-306-40615-2", "ISBN zero, three zero six, four zero six one five, two"),
        ]
    )


def test_names_of_letters_and_digits() -> None:
    _check(
        [
            ("Flight BA117", "Flight BA one one seven"),
            ("an F-16, a B-52, an A380", "an F sixteen, a B fifty-two, an A three eighty"),
            ("MP3 and H1N1", "MP three and H one N one"),
            ("COVID-19 and Windows 10", "COVID nineteen and Windows ten"),
            ("version v2.0.1", "version two point zero point one"),
            ("v2.0.1", "version two point zero point one"),
            ("192.168.1.1", "one nine two dot one six eight dot one dot one"),
            ("B2A23C", "B two A twenty-three C"),
            ("a 401(k) plan", "a four oh one k plan"),
            ("a Boeing 747", "a Boeing seven forty-seven"),
            ("1080p", "ten eighty p"),
        ]
    )


def test_addresses_on_the_net() -> None:
    _check(
        [
            ("write to a.b@c.com", "write to a dot b at c dot com"),
            ("https://www.example.com/news", "W W W dot example dot com slash news"),
            ("see report.pdf", "see report dot P D F"),
            ("@nasa #BlackLivesMatter", "at nasa hashtag Black Lives Matter"),
            ("the end.In the next", "the end.In the next"),
            ("getUserName and user_name", "get User Name and user name"),
        ]
    )


def test_postal_addresses() -> None:
    _check(
        [
            ("221B Baker St. is", "two twenty-one B Baker Street is"),
            ("Albany, NY 10001", "Albany, New York one zero zero zero one"),
            ("Stroudsburg, PA", "Stroudsburg, Pennsylvania"),
            ("P.O. Box 12", "P O Box twelve"),
            ("1211 E Arques Ave", "twelve eleven East Arques Avenue"),
            ("in St. Louis near Main St. today", "in Saint Louis near Main Street today"),
            ("Dr. Wang of Baker Dr. left", "Doctor Wang of Baker Drive left"),
        ]
    )


def test_roman_numerals() -> None:
    _check(
        [
            ("Henry VIII and Louis XIV's", "Henry the eighth and Louis the fourteenth's"),
            ("World War II", "World War two"),
            ("Chapter IV of Vol. 3", "Chapter four of volume three"),
            ("Super Bowl LVIII", "Super Bowl fifty-eight"),
            ("Elizabeth I was queen.", "Elizabeth the first was queen."),
            ("I told Henry I was ill", "I told Henry I was ill"),
            ("Malcolm X spoke", "Malcolm X spoke"),
            ("a CD mix by an MD", "a CD mix by an MD"),
            ("an IV drip", "an IV drip"),
        ]
    )


def test_words_written_short() -> None:
    _check(
        [
            ("Mr. and Mrs. Smith", "Mister and Missus Smith"),
            ("Dr. Wang, No. 5, pp. 3–5", "Doctor Wang, number five, pages three to five"),
            ("No. He said no.", "No. He said no."),
            ("e.g. this, i.e. that, etc.", "for example this, that is that, et cetera."),
            ("Apple Inc., John Jr., Prof. Li", "Apple Incorporated, John Junior, Professor Li"),
            ("cats vs. dogs, approx. 5", "cats versus dogs, approximately five"),
            ("born c. 1850, d. 1901", "born circa eighteen fifty, died nineteen oh one"),
            ("the 2nd ed. of it", "the second edition of it"),
            ("maps, etc. He died.", "maps, et cetera. He died."),
            ("pp. 12 ff.; p. 45 n. 3", "pages twelve and following; page forty-five note three"),
            ("No.5", "number five"),
            ("hyphen-\nated", "hyphenated"),
        ]
    )


def test_signs() -> None:
    _check(
        [
            ("Salt & Pepper", "Salt and Pepper"),
            ("AT&T, R&D", "A T and T, R and D"),
            ("#5, § 5", "number five, section five"),
            ("© 2020", "copyright twenty twenty"),
            ("~30 men", "about thirty men"),
            ("C++ and C#", "C plus plus and C sharp"),
        ]
    )


def test_hundreds_may_be_joined_with_and() -> None:
    _check(
        [
            ("105 men", "one hundred and five men"),
            ("1,005 men", "one thousand and five men"),
            ("1,105,000", "one million one hundred and five thousand"),
            ("2,100", "two thousand one hundred"),
        ],
        SpokenStyle(hundreds="and"),
    )


def test_the_listener_says_whether_the_month_or_the_day_comes_first() -> None:
    _check(
        [
            ("Jan. 5", "the fifth of January"),
            ("On January 5, 2012 we", "On the fifth of January, twenty twelve we"),
            ("the January 5 meeting", "the fifth of January meeting"),
            ("2012-01-05", "the fifth of January, twenty twelve"),
            ("03/04/2021", "the fourth of March, twenty twenty-one"),
            ("May 3–5", "the third to the fifth of May"),
        ],
        SpokenStyle(english_date="day-first"),
    )


def test_zero_may_be_said_oh_among_digits() -> None:
    _check(
        [
            ("0.05", "zero point oh five"),
            ("Albany, NY 10001", "Albany, New York one oh oh oh one"),
            ("call 555-0104", "call five five five, oh one oh four"),
            ("from 0 to 10", "from zero to ten"),
            ("they won 3–0", "they won three zero"),
        ],
        SpokenStyle(zero="oh"),
    )


def test_minus_may_be_said_negative_but_not_of_temperatures() -> None:
    _check(
        [
            ("-23", "negative twenty-three"),
            ("-12 kg", "negative twelve kilograms"),
            ("-10°C", "minus ten degrees Celsius"),
            ("7-3=4", "seven minus three equals four"),
        ],
        SpokenStyle(english_minus="negative"),
    )


def test_at_is_said_once() -> None:
    _check(
        [
            ("Follow us at @greenleaf.", "Follow us at greenleaf."),
            ("Follow @greenleaf.", "Follow at greenleaf."),
            ("meet @ 5pm", "meet at five PM"),
        ]
    )


def test_a_comparison_of_letters_is_a_clause_and_one_of_numbers_is_none() -> None:
    _check(
        [
            ("Is 7 > 4?", "Is seven greater than four?"),
            ("If x > 4 stop", "If x is greater than four stop"),
        ]
    )


def test_numbers_that_only_name_something_are_read_digit_by_digit() -> None:
    _check(
        [
            ("His badge number is 7731.", "His badge number is seven seven three one."),
            ("Her PIN was 4021", "Her PIN was four zero two one"),
            ("Order 500 copies", "Order five hundred copies"),
            ("order number 5001", "order number five zero zero one"),
            ("Room 308 and room 1408", "Room three oh eight and room fourteen oh eight"),
        ]
    )


def test_numerals_after_names_of_works_and_before_centuries() -> None:
    _check(
        [
            ("Civilization VI and Rocky IV", "Civilization six and Rocky four"),
            ("Henry VI", "Henry the sixth"),
            ("The IV drip", "The IV drip"),
            ("Start IV fluids", "Start IV fluids"),
            ("the XVI century", "the sixteenth century"),
        ]
    )


def test_a_program_named_like_a_file_is_none() -> None:
    _check(
        [
            ("Node.js and vue.js", "Node JS and vue JS"),
            ("open main.js", "open main dot J S"),
            ("ASP.NET", "ASP.NET"),
        ]
    )


def test_what_belongs_to_the_number_before() -> None:
    _check(
        [
            ("won 6-4, 7-5", "won six four, seven five"),
            ("the 6th and 7th of May", "the sixth and seventh of May"),
            (
                "Jan. 1, 1900–Dec. 31, 1999",
                "January first, nineteen hundred to December thirty-first, nineteen ninety-nine",
            ),
            ("9.5/10", "nine point five out of ten"),
            ("10,000 steps/day", "ten thousand steps per day"),
            ("5¼%", "five and a quarter percent"),
            ("45°N", "forty-five degrees north"),
            ("25 000 people", "twenty-five thousand people"),
            ("in the year 2525", "in the year twenty-five twenty-five"),
        ]
    )


@pytest.mark.parametrize(
    "text",
    [
        "Nothing to say",
        "I and X are letters.",
        "He's and I'm and Müller's and d'être, isn't it?",
        "The U.S.A. and the FBI met NASA.",
        "“Well,” he said—and left … at once.",
    ],
)
def test_what_has_no_figures_signs_or_short_words_comes_back(text: str) -> None:
    assert spoken_form(text, "en") == text


def test_what_was_read_as_what_can_be_told() -> None:
    kinds = {each.kind for each in readings("At 5pm Dr. Wu paid $3 on 3 May", rules(SpokenStyle()))}
    assert kinds == {"time", "abbreviation", "money", "date"}


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="0123456789.,-:/%$£€ kmapIVXhst'\"@#&²½°=+×()_\n", max_size=40))
def test_signs_in_any_order_are_said_and_leave_no_digit(text: str) -> None:
    assert not any(character in "0123456789" for character in spoken_form(text, "en"))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=9).map("".join))
def test_no_rule_that_is_not_tried_would_have_found_anything(text: str) -> None:
    every = rules(SpokenStyle())
    assert readings(text, every) == readings(text, [replace(rule, needs="") for rule in every])


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_nothing_raises(text: str) -> None:
    assert isinstance(spoken_form(text, "en"), str)


@pytest.mark.parametrize(
    "text",
    [
        row * (10_000 // len(row))
        for row in ("1", "1,", "1-", "$", "1:1", "a.", "A-", "a@", "I", "<a ")
    ],
)
def test_long_rows_are_said_in_bounded_time(text: str) -> None:
    assert spoken_form(text, "en")


@pytest.mark.parametrize(
    "plain",
    ["Appendix C is long.", "A Type C cable", "Malcolm X spoke.", "Edward I. Koch was mayor."],
)
def test_letters_that_are_no_numerals(plain: str) -> None:
    assert spoken_form(plain, "en") == plain


def test_kings_keep_their_numbers() -> None:
    assert spoken_form("Malcolm III of Scotland", "en") == "Malcolm the third of Scotland"
    assert spoken_form("King Charles I. Parliament then ruled.", "en").startswith(
        "King Charles the first"
    )


def test_what_goes_to_each_other() -> None:
    assert spoken_form("a B2B deal", "en") == "a B to B deal"
    assert spoken_form("Open Mon-Fri. It closed.", "en") == "Open Monday to Friday. It closed."
