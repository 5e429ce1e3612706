"""What Orca says on the tours is what it said before: no name, role or state is lost."""

from __future__ import annotations

import pytest

from tests.accessibility.harness import needs_harness
from tests.accessibility.tour import HERE, TOURS, kept, lost, orca_version, take

pytestmark = [*needs_harness, pytest.mark.timeout(900)]


@pytest.fixture(scope="module")
def taken(tmp_path_factory):
    return take(tmp_path_factory.mktemp("tour"))


def test_orca_says_what_every_step_expects(taken):
    assert taken.mistakes == []


def test_orca_says_what_it_said_before(taken):
    before = kept(orca_version())
    if not before:
        pytest.skip("nothing is kept of this Orca")
    assert lost(before, taken.transcript) == []


def test_the_tours_have_steps_enough_to_meet_everything():
    steps = [
        line
        for name in TOURS
        for line in (HERE / "tours" / f"{name}.steps").read_text().splitlines()
        if line and not line.startswith(("#", "note:", "expect"))
    ]
    assert len(steps) >= 60
