"""Words that tell that somebody speaks; for finding what is said, not for finding who says it."""

from __future__ import annotations

import re

_ENGLISH = (
    "said|says?|saying|asked|asks|asking|cried|cries|crying|called|calls|calling|replied|replies|"
    "replying|answered|answers|answering|returned|shouted|shouts|shouting|whispered|whispers|"
    "whispering|exclaimed|exclaiming|muttered|muttering|murmured|murmuring|demanded|demanding|"
    "yelled|yelling|screamed|screaming|laughed|laughing|sighed|sighing|began|begins|beginning|"
    "added|adds|adding|inquired|enquired|gasped|gasping|roared|roaring|snapped|repeated|"
    "repeating|continued|continuing|observed|remarked|declared|declaring|went on|going on|"
    "thought|told|announced|interrupted|interposed|rejoined|retorted|responded|suggested|"
    "explained|explaining|growled|growling|sobbed|sobbing|echoed|ejaculated|faltered|stammered|"
    "pleaded|protested|persisted|pursued|resumed|concluded|agreed|admitted|assented|begged|"
    "commanded|ordered|grumbled|hissed|insisted|joined in|moaned|groaned|wailed|sang|read|"
    "reading|ran|wrote|sneered|put in|broke in|burst out|chimed in|quoth|spoke|speaking|breathed|"
    "urged|warned|wondered|mused|proceeded|queried|questioned|chuckled|giggled|nodded|smiled|"
    "apologised|apologized|assured|complained|confessed|corrected|croaked|drawled|expostulated|"
    "gibbered|implored|mumbled|objected|panted|piped|pronounced|purred|reassured|recited|reminded|"
    "reported|scolded|shrieked|squeaked|stated|stuttered|summed up|tittered|ventured|volunteered|"
    "vociferated|whimpered|whined|yawned|bawled|bellowed|barked|blurted|boomed|jeered|proposed|rebuked|"
    "panted|quoted|decided|advised|counselled|scoffed|ordered|entreated|lamented|sniffed|snorted|"
    "acknowledged|affirmed|allowed|argued|asserted|averred|bade|came|confided|cautioned|chattered|"
    "chorused|clamoured|comforted|commented|countered|cursed|declaimed|denied|hinted|hummed|"
    "intoned|joked|mimicked|mocked|nagged|offered|pondered|prayed|prompted|recalled|reflected|"
    "refused|reiterated|repined|ruminated|soothed|spluttered|swore|taunted|teased|thundered|"
    "wept|wheezed|whistled"
)
ENGLISH = re.compile(rf"\b(?:{_ENGLISH})\b")

_SUBJECT = (
    r"(?:(?i:he|she|it|they|we|you|i|who|one|everybody|everyone|somebody|someone|nobody)"
    r"|(?i:(?:the|my|her|his|our|their|a|an|another)\s)(?:[\w’'-]+\s){0,2}[\w’'-]+"
    r"|[A-Z][\w.’'-]*(?:\s(?:de|of|von|van)?\s?[A-Z][\w.’'-]*){0,3})"
)
TAG = re.compile(
    rf"[\s,—–-]*(?:(?:{_ENGLISH})\b|{_SUBJECT},?\s(?:(?:\w+ly|had|would|then|only|often)\s){{0,2}}"
    rf"(?:{_ENGLISH})\b)"
)
"""What follows a quotation and tells who says it: said Anna, Anna softly said."""

INTRODUCES = re.compile(rf"\b(?:{_ENGLISH})\b[^.!?;]{{0,60}}$")
"""A clause with a word of saying, up to where a quotation begins."""

_CHINESE = "曰云道说說问問喊叫答嚷吼骂罵叹嘆哭笑喝呼讲講念唸唱谓謂禀稟奏报報嚎斥劝勸"
CHINESE = re.compile(f"[{_CHINESE}]")
CHINESE_INTRODUCES = re.compile(
    f"[{_CHINESE}](?:了?[一两兩]?[声聲句]|着|著|起来|起來|出来|出來)?[：:，,]?\\s*$"
)
"""他说：“ — 他说，“ — 他喊了一声“"""

CHINESE_COLON = re.compile(f"[{_CHINESE}][：:]")
CHINESE_TAG = re.compile(f"[，,]?[^“”「」『』。！？，：]{{0,12}}[{_CHINESE}]")
"""What follows a quotation and tells who says it: 张三说道。"""

FRENCH_AND_OTHERS = re.compile(
    r"(?:dit|dis|fit|fis|répondit|répond|demanda|demande|reprit|cria|ajouta|murmura|s’écria|"
    r"s'écria|répliqua|continua|pensa|disait|dijo|preguntó|respondió|contestó|exclamó|gritó|"
    r"añadió|murmuró|disse|rispose|chiese|gridò|respondeu|perguntou)\b",
    re.IGNORECASE,
)
