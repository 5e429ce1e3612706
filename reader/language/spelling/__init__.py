"""Words spelled out: letters by name, hanzi told apart by a familiar word.

>>> [each.say for each in spell("银行 Ab", "zh")]
['银行的银', '银行的行', '空格', '大写 A', 'b']
"""

from reader.language.spelling.spell import Spelled, spell, spell_word

__all__ = ["Spelled", "spell", "spell_word"]
