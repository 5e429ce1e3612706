"""Tests of read-along books."""
