"""What accessibility standards ask of the reader, and the tests that prove it.

One TOML file a standard, one row a requirement, in our own words. A row says how it is known
whether the requirement is met (see :class:`~tests.accessibility.conformance.rows.Kind`); what
no test proves is never claimed. ``python -m tests.accessibility.conformance`` runs the tests
that the rows name and writes ``docs/conformance.md`` from their results.
"""
