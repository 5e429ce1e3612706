"""Whether everything is there that Tingshu needs, and what mends what is not."""

from reader.health.examining import examine
from reader.health.finding import Aid, Finding, State

__all__ = ["Aid", "Finding", "State", "examine"]
