"""Words for people: titles, kin, trades; what they tell of gender and age.

The lists are our own. ``f`` and ``m`` say a gender, an empty string that the word tells none.
"""

from __future__ import annotations

from types import MappingProxyType

from reader.language import wordlists


def _table(**words: str) -> MappingProxyType[str, str]:
    genders = {"female": "f", "male": "m", "either": ""}
    return MappingProxyType(
        {word: genders[name] for name, listed in words.items() for word in listed.split()}
    )


TITLES = _table(
    female="""mrs miss ms mme madame mlle mademoiselle lady dame duchess countess baroness
    princess queen empress sister aunt auntie aunty mother signora signorina senora frau fraulein
    mistress mother-in-law nurse""",
    male="""mr sir lord m monsieur herr signor senor don duke count baron earl prince king emperor
    viscount marquis brother uncle father master squire captain capt colonel col major general gen
    lieutenant lt sergeant sgt corporal admiral commodore reverend rev bishop archbishop deacon
    parson dom abbe messrs sheikh rabbi constable""",
    either="""dr doctor professor prof judge inspector detective saint st cousin grandma president
    chief comrade hon old young little poor dear""",
)
"""What stands before a name and belongs to it, without its full stop."""

QUALITIES = wordlists.words("old young little poor dear good great")
"""Of these, what says how somebody is and not who."""

KIN = _table(
    female="""mother mamma mama mum mummy mom mommy ma sister wife daughter aunt auntie niece
    grandmother grandmamma granny grandma widow bride stepmother mother-in-law sister-in-law
    daughter-in-law godmother""",
    male="""father papa dad daddy pa brother husband son uncle nephew grandfather grandpapa grandpa
    widower bridegroom stepfather father-in-law brother-in-law son-in-law godfather""",
    either="cousin parent grandchild",
)

ROLES = _table(
    female="""woman lady girl maid mistress governess nurse housekeeper hostess landlady duchess
    countess princess queen nun widow waitress actress heiress lass maiden matron dame damsel
    spinster schoolmistress stewardess witch charwoman washerwoman servant-girl maidservant
    gentlewoman old-maid parlourmaid housemaid nursemaid chambermaid abbess empress
    baroness goddess empress seamstress milkmaid""",
    male="""man gentleman boy lad fellow youth chap butler footman groom coachman gardener landlord
    host duke count baron earl prince king emperor squire priest parson clergyman vicar curate
    rector bishop monk friar sailor soldier captain colonel major general lieutenant sergeant
    admiral policeman constable inspector detective porter waiter butcher baker blacksmith miller
    fisherman boatman ferryman huntsman shepherd policeman schoolmaster headmaster master father
    workman tradesman nobleman statesman madman watchman postman milkman cabman barman salesman
    businessman chairman foreman seaman giant wizard knight barber tailor carpenter lawyer
    barrister magistrate judge mayor minister officer conductor driver cabby sheriff cowboy
    bartender hunchback negro dwarf peasant robber thief bandit pirate mate skipper steward
    messenger ambassador sultan swordsman emir boatswain hussar philosopher poet painter
    lord sire squatter rajah pasha nawab chaplain hermit""",
    either="""child baby person stranger visitor guest friend companion servant doctor physician
    surgeon professor teacher student author writer artist cook clerk secretary speaker prisoner
    witness neighbour neighbor passenger patient voice creature other others spirit ghost invalid
    guide manager editor reporter attendant official agent tutor pupil enemy lover orphan
    foreigner customer client shopkeeper innkeeper hunter rider beggar gypsy caretaker dealer
    banker merchant farmer worker leader owner proprietor assistant traveller traveler savage
    elder youngster infant victim murderer villain rogue mouse cat dog rabbit owl horse fox
    wolf bear lion tiger bird frog toad rat mole badger otter caterpillar pigeon""",
)

HEADS = MappingProxyType({**ROLES, **KIN})
"""Nouns that, after an article or possessive, stand for somebody."""

GENERAL = wordlists.words(
    """
    man woman lady girl boy gentleman fellow youth child person stranger other others lad chap
    creature friend companion voice visitor guest baby speaker lover neighbour neighbor
    youngster lass maiden enemy
    """
)
"""Of these, what is said of anybody and names nobody."""

OLD = wordlists.words(
    """
    grandmother grandfather grandmamma grandpapa granny grandma grandpa old aged elderly grandam
    widow widower ancient white-haired grey-haired gray-haired
    """
)
CHILDREN = wordlists.words(
    """
    child boy girl lad lass little baby schoolboy schoolgirl infant youngster kid toddler
    """
)
YOUNG = wordlists.words("young youth maiden student bride damsel")

SHE = wordlists.words("she her hers herself")
HE = wordlists.words("he him his himself")

SAME_TITLES = MappingProxyType(
    {
        "doctor": "dr", "captain": "capt", "colonel": "col", "general": "gen",
        "lieutenant": "lt", "sergeant": "sgt", "reverend": "rev", "professor": "prof",
    }
)  # fmt: skip
"""Titles written out, and how :data:`SHORT` has them."""

SHORT = MappingProxyType({short: full for full, short in SAME_TITLES.items()})

FAMILIAR = MappingProxyType(
    {
        "lizzy": "elizabeth", "lizzie": "elizabeth", "eliza": "elizabeth", "bess": "elizabeth",
        "bessie": "elizabeth", "betsy": "elizabeth", "beth": "elizabeth", "betty": "elizabeth",
        "libby": "elizabeth", "kitty": "catherine", "kate": "catherine", "katie": "catherine",
        "cathy": "catherine", "katy": "katherine", "tom": "thomas", "tommy": "thomas",
        "will": "william", "bill": "william", "billy": "william", "willie": "william",
        "willy": "william", "bob": "robert", "bobby": "robert", "rob": "robert",
        "robin": "robert", "dick": "richard", "rick": "richard", "jim": "james",
        "jimmy": "james", "jem": "james", "jamie": "james", "jack": "john", "johnny": "john",
        "joe": "joseph", "joey": "joseph", "ned": "edward", "ted": "edward", "teddy": "edward",
        "eddie": "edward", "harry": "henry", "hal": "henry", "charley": "charles",
        "charlie": "charles", "fred": "frederick", "freddy": "frederick", "sam": "samuel",
        "sammy": "samuel", "dan": "daniel", "danny": "daniel", "mike": "michael",
        "nick": "nicholas", "tony": "anthony", "andy": "andrew", "drew": "andrew",
        "alec": "alexander", "alex": "alexander", "sandy": "alexander", "ben": "benjamin",
        "maggie": "margaret", "meg": "margaret", "peggy": "margaret", "madge": "margaret",
        "molly": "mary", "polly": "mary", "fanny": "frances", "annie": "anne", "nan": "anne",
        "nancy": "anne", "nell": "ellen", "nelly": "ellen", "nellie": "ellen", "lucy": "lucy",
        "sally": "sarah", "sadie": "sarah", "susie": "susan", "sue": "susan", "sukey": "susan",
        "jenny": "jane", "janie": "jane", "georgie": "george", "phil": "philip",
        "dolly": "dorothy", "dora": "dorothea", "gus": "augustus", "abe": "abraham",
        "matt": "matthew", "gil": "gilbert", "walt": "walter", "wat": "walter",
        "steve": "stephen", "chris": "christopher", "kit": "christopher", "pat": "patrick",
        "tim": "timothy", "jerry": "jeremiah", "larry": "lawrence", "vicky": "victoria",
        "becky": "rebecca", "emmy": "emma", "em": "emma", "josie": "josephine",
        "winnie": "winifred", "tess": "teresa", "toby": "tobias", "jo": "josephine",
        "rosie": "rose", "hetty": "henrietta", "harriet": "harriet", "ellie": "eleanor",
        "nora": "eleanor", "lottie": "charlotte", "milly": "emily", "vi": "violet",
    }
)  # fmt: skip
"""Pet names and the names that they are short for."""
