"""Bends sound that is already there: into another person's, or into another manner.

:mod:`~reader.speech.shaping.world` takes speech apart and puts it together again,
:mod:`~reader.speech.shaping.timbre` says what makes one person of another, and
:mod:`~reader.speech.shaping.bending` bends a sentence, or words within it.
"""
