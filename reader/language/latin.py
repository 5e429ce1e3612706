"""Which language text in Latin letters is in, by the little words it is full of.

Articles, prepositions and pronouns are a third to a half of any running text and few of them
are shared, so that a paragraph tells its language for certain, without a model and without
a guess on names. Too little text, or evidence that is not clear, changes nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from reader.language.scripts import LATIN, primary

_WORDS = {
    "en": "the of and to in a is that it was for on with as his he be at by i this had not are "
    "but from or have an they which you were her all she there would their we him been has "
    "when who will no if out so said what up its about into them can my your do did me",
    "fr": "le la les de des du et en un une que qui est dans il elle ne pas pour sur au aux par "
    "se ce cette son sa ses avec plus nous vous je on mais ou où était qu n s d l j c lui leur "
    "tout comme sont être à été avait si même ils elles ces m y fait",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch "
    "es an er so dass sie nach wird bei einer um am sind noch wie einem über einen war ich hat "
    "aus zum aber ihr ihm wir du mir mich was wenn nur vor haben hatte sein wurde zur doch",
    "es": "el la los las de que y en un una es por con no se su del al lo como más pero sus le "
    "ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde "
    "todo nos era fue había yo él ella tan esto está eso son dijo ni mi te si",
    "it": "il lo la i gli le di a da in con su per tra e che un una uno non è si del della dei "
    "delle al alla nel nella dal come più ma o anche se era sono ha ho questo questa mi ci lui "
    "lei suo sua aveva quando cosa ne l d dell all nell c ed perché così io tutto",
    "pt": "o a os as de que e do da dos das em um uma é não se na no nas nos por com para mais "
    "como mas ao à ele ela ou seu sua quando muito já eu também só pelo pela até isso entre era "
    "depois sem mesmo aos ter seus quem me lhe são foi está havia disse nem",
    "nl": "de het een en van in is dat op te zijn met die voor niet aan er om hij zij ook als "
    "bij maar uit nog naar door dan over wat tot ze was wel ik je we had heeft hem haar dit "
    "werd worden geen zo deze hun al mijn toen kan waren u toch zou onder",
    "sv": "och i att en det som på är av för med den till inte om ett han var men jag de hon så "
    "från vi har kan när då sig nu hade vara under efter skulle där sin något mycket eller vid "
    "mot blev ut upp man hans hennes dig mig detta utan också ska",
    "da": "og i at en det som på er af for med den til ikke om et han var men jeg de hun så fra "
    "vi har kan når da sig nu havde være under efter skulle der sin noget meget eller ved mod "
    "blev ud op man hans hendes dig mig dette uden også skal hvad hvor",
    "no": "og i at en det som på er av for med den til ikke om et han var men jeg de hun så fra "
    "vi har kan når da seg nå hadde være under etter skulle der sin noe mye eller ved mot ble "
    "ut opp man hans hennes deg meg dette uten også skal hva hvor",
    "fi": "ja on ei että se hän oli en ole mutta joka kun niin kuin tai myös jos nyt sitten "
    "minä sinä me te he tämä ne ovat olla sen hänen mitä vain kanssa jo hyvin mukaan ennen "
    "jälkeen siitä sitä minun olisi ollut olivat vielä kaikki itse koska",
    "pl": "i w na z się że do nie to jest o jak za od po ale co był była było tak by przez dla "
    "już tylko jego jej ich mnie go mu jako kiedy który która które ze czy ma są być jeszcze "
    "gdy bardzo tego tym może pod nad przed",
    "cs": "a v se na je že s z do to i o ve k po jako za by si ale od byl byla bylo jsem který "
    "která které pro tak co až však jeho její jen už když není být nebo jsou ten ta který při "
    "může ještě mu ho mi aby",
    "hu": "a az és hogy nem is egy ez de volt csak meg már mint ha el még azt sem van vagy ki "
    "mert nagy azonban lehet kell akkor ezt mely minden most amely olyan neki ő én te mi úgy",
    "ro": "și şi în de la a cu pe nu că să o un din este pentru care mai se au ce era am fi ca "
    "lui sau dar după prin al ale i le îl ei el ea fost asupra când foarte fără până",
    "tr": "ve bir bu da de için ile o çok ne daha gibi kadar ama var en sonra olarak değil her "
    "olan ben sen biz ki mi mı bile şey diye onun bana sana yok oldu olduğu şu ya hiç",
    "ca": "el la els les de que i en un una és per amb no es del al dels com més però seu seva "
    "ja o aquest aquesta va són ha hi ho li quan molt sense també entre tot l d s n als pel "
    "doncs nosaltres jo era havia fins",
    "id": "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena tersebut "
    "bisa ada mereka saya kami kita dia oleh sudah atau sebagai adalah telah dapat lebih",
    "vi": "và của là có được cho không trong một với các những người này đã khi từ đó đến ra như "
    "tôi anh ông bà nó rằng cũng thì mà để sẽ lại còn về vào",
}  # fmt: skip

_LANGUAGES_OF: dict[str, list[str]] = {}
for _language, _listed in _WORDS.items():
    for _word in {word for word in _listed.split() if len(word) > 1}:
        _LANGUAGES_OF.setdefault(_word, []).append(_language)

_ALIASES = {"nb": "no", "nn": "no", "ms": "id", "gl": "pt"}
_TWINS = (frozenset({"da", "no"}), frozenset({"pt", "gl"}), frozenset({"id", "ms"}))
"""Languages so near each other that a declared one is believed against the other."""

_WORD = re.compile(f"[{LATIN}]{{2,}}")
"""Words of one letter are no evidence: formulas and lists are full of them."""

_SAMPLE = 6_000
_FEWEST_LETTERS = 60
_FEWEST_WORDS = 10

_SHARE = 0.2
"""Little words among all words from which a text is in a language; running text has 0.3 to
0.55 of its own language's, and of another's seldom over 0.15."""

_SHARE_AGAINST_UNKNOWN = 0.3
"""The same where the language declared is none whose little words are known here."""

_FEWEST_LITTLE_WORDS = 4
"""Different little words that must speak for another language."""

_CLEARER = 2.0
"""How many times as much must speak for another language as for the declared one."""


def likely_language(text: str, declared: str) -> str:
    """The language of `text` in Latin letters; `declared` unless another is clearly meant.

    Text of fewer than 60 letters or 10 words, and languages that are not known here, leave
    `declared` as it is.
    """
    words = _WORD.findall(unicodedata.normalize("NFC", text[:_SAMPLE]).lower())
    if len(words) < _FEWEST_WORDS or sum(map(len, words)) < _FEWEST_LETTERS:
        return declared
    shares, weights = _evidence(words)
    if not weights:
        return declared
    best = max(weights, key=lambda language: (weights[language], language))
    own = _ALIASES.get(primary(declared), primary(declared))
    different = sum(best in _LANGUAGES_OF.get(word, ()) for word in set(words))
    if different < _FEWEST_LITTLE_WORDS:
        return declared
    if best == own or {best, own} in _TWINS:
        return declared
    if own not in _WORDS:
        return best if best == "en" and shares[best] >= _SHARE_AGAINST_UNKNOWN else declared
    clear = weights[best] >= _CLEARER * weights[own] and shares[best] > shares[own]
    return best if clear and shares[best] >= _SHARE else declared


def _evidence(words: list[str]) -> tuple[Counter[str], Counter[str]]:
    """For each language the share of its little words, and the same with a word that several
    languages have divided among them.
    """
    shares: Counter[str] = Counter()
    weights: Counter[str] = Counter()
    for word, count in Counter(words).items():
        languages = _LANGUAGES_OF.get(word, ())
        for language in languages:
            shares[language] += count / len(words)  # type: ignore[assignment]
            weights[language] += count / len(words) / len(languages)  # type: ignore[assignment]
    return shares, weights
