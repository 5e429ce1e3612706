"""Whether memory grows with the length of the book."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.export.plan import Plan
from tests.benchmarks.speech.figures import Figure

_FLAT = 10.0
"""Per cent that a book ten times as long may take more."""


def measure(plan: Plan) -> Iterator[Figure]:
    """The rows about memory.

    Both books repeat their text, so that most sentences of the long one have been spoken before,
    but their voices are needed all the same; with new text throughout if the plan wants that.
    """
    times = 1 if plan.new else plan.longer
    short = plan.book("en", plan.minutes, times=times)
    long = plan.book("en", plan.minutes * plan.longer, times=times)
    home = plan.home()
    if not plan.new:
        book = plan.book("en", plan.minutes)
        plan.run("memory, speaking once", home, book, plan.target("book.m4b"))
    one = plan.run("memory, the short book", home, short, plan.target("book.m4b"))
    second = plan.home() if plan.new else home
    ten = plan.run("memory, the long book", second, long, plan.target("book.m4b"))
    kind = "new text, spoken" if plan.new else "repeated text, mostly from the cache"
    for name, run in (("short", one), ("long", ten)):
        yield Figure(
            name=f"peak memory, the {name} book",
            unit="MB",
            runs=(run.peak / 1e6,),
            note=f"{run.seconds / 3600:.2f} hours, {run.speed:.0f} × real time, {kind}",
        )
    yield Figure(
        name=f"memory of {plan.longer} times the length",
        unit="% more",
        runs=(100 * (ten.peak / one.peak - 1),),
        must=_FLAT,
        note="proportional set size of all processes together",
    )
