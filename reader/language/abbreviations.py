"""Abbreviations that end in a full stop, by what a full stop after them means."""

from __future__ import annotations

from reader.language.wordlists import words

TITLES = words(
    "mr mrs ms messrs mme mlle dr prof rev hon fr br sr sra pres gov sen rep gen col lt capt cpt "
    "cmdr adm maj sgt cpl pvt supt det insp st ste mt ft pt hr drs esq"
)
"""Stand before a name: no sentence ends here."""

FORMS_OF_ADDRESS = words("madame monsieur miss mister lady lord sir count countess saint father")
"""Written out, stand before a name as well: Madame St. Aubert."""

BEFORE_NUMBERS = words(
    "no nos vol vols p pp pg fig figs ch chap sec sect art eq ex ed nr n op par para tab "
    "v vv c ca bk pt abb bd s kap n° №"
)
"""Stand before a number: no sentence ends here if one follows."""

NEVER_LAST = words("e.g i.e cf viz vs al approx resp z.b d.h bzw p.ex c-à-d c.f")
"""Always go on, whatever follows."""

MAYBE_LAST = words(
    "etc inc ltd co corp bros jr snr ph.d m.d b.a m.a b.sc m.sc ph.b d.d ll.d a.m p.m a.d b.c "
    "b.c.e c.e u.s u.k u.s.a u.n e.u d.c jan feb mar apr jun jul aug sep sept oct nov dec mon tue "
    "tues wed thu thur thurs fri sat sun ave blvd rd dept univ assn est min max tel ext misc usw "
    "u.s.s.r n.y l.a r.i.p p.s v.i.p"
)
"""A sentence ends here only if the next word is one that begins sentences."""

STARTERS = words(
    "a after all also although an and another as at because before both but by can could did do "
    "does during each even every few first for from had has have he her here hers his how however "
    "i i'd i'll i'm i've if in indeed instead is it it's its last later let let's many maybe "
    "meanwhile more moreover most mr mrs ms dr my never next no nobody none nor not nothing now of "
    "often on once one only or our perhaps please she she's should since so some someone sometimes "
    "soon still such that that's the their then there there's therefore these they they're this "
    "those though through thus to today tomorrow two under until we we're what when where whether "
    "which while who whose why will with without would yes yesterday yet you you're your"
)
"""Words that begin a sentence when capitalised, rather than going on with a name."""

MONTHS = words("jan feb mar apr jun jul aug sep sept oct nov dec")
"""Stand before the day: Dec. 25."""
