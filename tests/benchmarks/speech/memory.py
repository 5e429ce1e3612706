"""Memory over a thousand sentences of all lengths, in a fresh process and its children."""

from __future__ import annotations

from tests.benchmarks.speech.environments import NotToBeHad
from tests.benchmarks.speech.figures import Figure
from tests.benchmarks.speech.plan import Plan, tell
from tests.benchmarks.speech.processes import Use, forget_peaks, in_use
from tests.benchmarks.speech.sentences import of_all_lengths
from tests.benchmarks.speech.systems import INT8, ONNX, PADDLE, REFERENCE, System

_MEGABYTE = 1e6
_FLAT = 5.0
"""Per cent that memory may grow from the early sentences to the last."""

_LIMITS = {ONNX: (320, 160), INT8: (320, 160), PADDLE: (750, None)}


def measure(plan: Plan) -> list[Figure]:
    """The rows about memory."""
    figures: list[Figure] = []
    for system in (REFERENCE, ONNX, INT8, PADDLE, *plan.variants):
        is_reference = system == REFERENCE
        count = plan.reference_memory_sentences if is_reference else plan.memory_sentences
        early = count if is_reference else plan.memory_early
        tell(f"memory, {count} sentences, {system.name} …")
        try:
            loaded, before, after = _watched(system, count, early)
        except (NotToBeHad, OSError) as error:
            figures += _figures(system, (), (), str(error))
            continue
        growth = 100 * (after.now / before.now - 1)
        note = f"{count} sentences; {loaded.now / _MEGABYTE:.0f} MB before the first"
        if len(after.peaks) > 1:
            each = " + ".join(f"{peak / _MEGABYTE:.0f}" for peak in after.peaks)
            note += f", {after.now / _MEGABYTE:.0f} MB after the last; parent + child: {each} MB"
        most = max(loaded.most, after.most) / _MEGABYTE
        figures += _figures(system, (most,), () if is_reference else (growth,), note)
    return figures


def _figures(
    system: System, peak: tuple[float, ...], growth: tuple[float, ...], note: str
) -> list[Figure]:
    must, goal = _LIMITS.get(system, (None, None))
    found = [
        Figure(
            name=f"peak memory, {system.name}",
            unit="MB",
            runs=peak,
            must=must,
            goal=goal,
            note=note,
        )
    ]
    if system != REFERENCE:
        found.append(
            Figure(
                name=f"memory grows, {system.name}", unit="%", runs=growth, must=_FLAT, note=note
            )
        )
    return found


def _watched(system: System, count: int, early: int) -> tuple[Use, Use, Use]:
    """Memory with everything loaded, after `early` and after `count` sentences.

    Peaks are counted apart before and after loading: a parent has its own while it reads the
    dictionaries, its child while it speaks, never both at one time.
    """
    with system.start() as program:
        loaded = before = in_use(program.pid)
        forget_peaks(program.pid)
        for number, text in enumerate(of_all_lengths(count), start=1):
            program.ask(say=text)
            if number == early:
                before = in_use(program.pid)
        return loaded, before, in_use(program.pid)
