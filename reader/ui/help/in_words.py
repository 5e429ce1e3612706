"""What an examination found, in the language of the window."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication

from reader.health import Finding, State
from reader.ui.language import ended, in_words, listed

translate = QCoreApplication.translate


def state_in_words(state: State) -> str:
    """How a thing is."""
    return {
        State.OK: translate("Check", "well"),
        State.OPTIONAL: translate("Check", "not needed by everybody"),
        State.MISSING: translate("Check", "missing"),
    }[state]


def finding_in_words(finding: Finding) -> str:
    """The name, how it is, and what was found, in a line."""
    return translate("Check", "{name}, {state}: {detail}").format(
        name=in_words(finding.name),
        state=state_in_words(finding.state),
        detail=in_words(finding.detail),
    )


def details_in_words(finding: Finding) -> str:
    """All that is known of a finding, and what to do, in several lines."""
    return "\n".join([finding_in_words(finding), *_remedy(finding)])


def report_in_words(findings: Iterable[Finding]) -> str:
    """Everything that was found, to be given to whoever can help."""
    return "\n".join(map(details_in_words, findings)) + "\n"


def summary_in_words(findings: Iterable[Finding]) -> str:
    """Whether something is amiss, in a sentence."""
    missing = [in_words(each.name) for each in findings if each.state is State.MISSING]
    if not missing:
        return translate("Check", "Everything essential is there.")
    return translate("Check", "Something essential is missing: {names}.").format(
        names=listed(missing)
    )


def _remedy(finding: Finding) -> Iterator[str]:
    if finding.advice:
        yield ended(in_words(finding.advice))
    if finding.command:
        yield translate("Check", "In a terminal: {command}").format(command=finding.command)
