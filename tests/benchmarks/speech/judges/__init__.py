"""Programs that run in environments of their own; they import nothing of the project.

Each reads one JSON object a line from stdin and answers each with one on stdout.
"""
