"""Verbs and adverbs around speech, and the style that some of them ask for."""

from __future__ import annotations

from types import MappingProxyType

from reader.language import wordlists

SAYING = wordlists.words("""
    say says said saying reply replies replied replying answer answers answered answering ask
    asks asked asking cry cries cried crying exclaim exclaims exclaimed exclaiming remark
    remarked remarks remarking observe observed observes return returned returns rejoin rejoined
    retort retorted respond responded responds inquire inquired enquire enquired question
    questioned demand demanded whisper whispered whispers whispering murmur murmured murmurs
    mutter muttered mutters muttering mumble mumbled shout shouted shouts shouting call called
    calls scream screamed shriek shrieked yell yelled roar roared bellow bellowed thunder
    thundered growl growled snarl snarled snap snapped hiss hissed bark barked grunt grunted
    groan groaned moan moaned sob sobbed weep wept wail wailed whimper whimpered whine whined
    sigh sighed gasp gasped pant panted breathe breathed laugh laughed laughing chuckle chuckled
    giggle giggled smile smiled grin grinned sneer sneered scoff scoffed jeer jeered mock mocked
    add added adds adding continue continued continues continuing resume resumed proceed
    proceeded pursue pursued interrupt interrupted interpose interposed interject interjected
    suggest suggested propose proposed declare declared announce announced state stated assert
    asserted assure assured insist insisted maintain maintained protest protested object
    objected argue argued admit admitted confess confessed concede conceded agree agreed assent
    assented acknowledge acknowledged explain explained tell told telling repeat repeated
    repeats echo echoed begin began begins begun conclude concluded finish finished end ended
    plead pleaded beg begged implore implored entreat entreated urge urged coax coaxed advise
    advised warn warned caution cautioned threaten threatened order ordered command commanded
    direct directed comment commented note noted reflect reflected muse mused think thought
    thinks wonder wondered speculate speculated guess guessed venture ventured falter faltered
    stammer stammered stutter stuttered splutter spluttered ejaculate ejaculated burst broke
    drawl drawled croak croaked rasp rasped squeak squeaked squeal squealed chirp chirped pipe
    piped sing sang hum hummed quote quoted read recite recited pray prayed curse cursed swear
    swore vow vowed promise promised boast boasted complain complained grumble grumbled lament
    lamented bawl bawled blurt blurted babble babbled ramble chime chimed correct corrected
    counter countered deny denied affirm affirmed reassure reassured soothe soothed console
    consoled tease teased joke joked taunt taunted challenge challenged accuse accused reproach
    reproached rebuke rebuked scold scolded chide chided reprove reproved expostulate
    expostulated remonstrate remonstrated apologise apologised apologize apologized thank
    thanked greet greeted welcome welcomed invite invited offer offered request requested
    persist persisted reiterate reiterated summarize ruminated ponder pondered speak spoke
    spoken speaks went goes put quavered quaver coo cooed purr purred snort snorted sniff
    sniffed choke choked gulp gulped hazard hazarded volunteer volunteered inform informed
    report reported reckon reckoned opine opined pronounce pronounced utter uttered vociferated
    articulated gabbled lisped intoned chanted crooned trilled simpered supplied prompted hinted
    stipulated rattled acquiesced demurred jerked flung hailed hooted howled
    sputtered
    """)
"""Forms of the verbs that go with a quotation."""

WEAK = wordlists.words("""
    went goes put burst broke end ended finish finished smile smiled grin grinned laugh laughed
    laughing note noted read sigh sighed return returned returns state order ordered speak spoke
    spoken speaks wept weep guess object sniff sniffed snort snorted gulp gulped pant panted
    welcome welcomed greet greeted sing sang hum hummed supplied jerked flung correct pipe bark
    mock chant pray continue
    """)
"""Of these, what is as often done without a word."""

AUXILIARIES = wordlists.words("""
    was is were are had has have did does do would could should might may must will shall can
    """)

ACTING = wordlists.words("""
    came come went gave got took took made saw stood sat sat lay ran rose fell felt found left held
    kept knew let lost met put set shook shut spoke stuck swung threw turned woke wore wrote drew
    drank drove ate flung caught bent bit blew brought bought built chose clung crept cut dealt dug
    fought flew forgot froze grew heard hid hit hurt knelt laid leaned leapt led lent lit meant paid
    read rode rang sang sank sent shone shot showed sought slept slid sold sped spent sprang stole
    strode struck swam swept swore tore thrust trod wept withdrew wound understood began became
    won bore beheld arose bade seemed looks looks turns nods goes comes gives takes sits stands
    stopped smiles shakes puts gets makes leans laughs thought broke lifted
    """)
"""Past tenses, and some present ones, that do not end in -ed."""

PREPOSITIONS = wordlists.words("""
    to at of with by for from upon on in into about behind beside before after against toward
    towards near over under between beyond past without like than as through around round among
    concerning regarding opposite across
    """)

PARTICLES = wordlists.words("""
    out back again then at last once softly quietly slowly quickly suddenly presently gravely also
    only just now never always even still soon thus here there both all too aloud on in up down
    """)
"""Small words that may stand between a subject and its verb."""

AFTER_VERB = wordlists.words("out back again then at last once softly quietly also only now")
"""Of these, what may stand between a verb and a subject that follows it."""

STYLES = MappingProxyType(
    {
        word: style
        for style, words in {
            "whisper": """whisper whispered whispers whispering breathed murmur murmured murmurs
            mutter muttered mutters softly undertone hushed""",
            "shout": """shout shouted shouts shouting cry cried cries crying scream screamed shriek
            shrieked yell yelled roar roared bellow bellowed thundered bawled hollered loudly
            hailed howled""",
            "angry": """growl growled snarl snarled snap snapped hiss hissed bark barked angrily
            furiously fiercely savagely wrathfully indignantly irritably crossly sharply
            threatened raged fumed furious enraged bitterly""",
            "sad": """sob sobbed sobbing weep wept weeping wail wailed whimper whimpered moan moaned
            lamented sadly mournfully sorrowfully tearfully miserably dejectedly gloomily
            despairingly tears wretchedly""",
            "happy": """laugh laughed laughing chuckle chuckled giggle giggled grin grinned grinning
            cheerfully merrily gaily gleefully joyfully happily delightedly brightly joyously
            beamed smiling""",
            "fear": """tremble trembled trembling quaver quavered shuddered shuddering falter
            faltered stammered fearfully timidly nervously terrified frightened tremulously
            shakily anxiously""",
            "calm": """calmly quietly gently soothingly placidly serenely composedly soberly
            coolly tranquilly soothed mildly""",
        }.items()
        for word in words.split()
    }
)
"""The style that a word beside a quotation asks for."""
