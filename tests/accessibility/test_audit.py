"""Every window, dialog and menu, as it is on the accessibility bus and under the Tab key."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.accessibility.audit import GROUPS, audit_group
from tests.accessibility.harness import needs_harness

pytestmark = [*needs_harness, pytest.mark.timeout(600)]

CASES = [(name, case) for name, group in GROUPS.items() for case in group.cases]


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """What was found, by group and case; four groups at a time, which mostly wait."""
    homes = [tmp_path_factory.mktemp(group) for group in GROUPS]
    with ThreadPoolExecutor(4) as pool:
        return dict(zip(GROUPS, pool.map(audit_group, GROUPS, homes), strict=True))


@pytest.mark.parametrize(("group", "case"), CASES, ids=[case.name for _, case in CASES])
def test_nobody_is_stopped_there(found, group, case):
    result = found[group][case.name]
    assert result["violations"] == []
    if case.stop:
        assert [stop for stop in result["tab_order"] if f"'{case.stop}" in stop]
