"""Kinds: what is counted, where one kind of thing leaves out another: the dead and the arrested,
votes and seats, ships and planes.

Only what excludes the other is another kind. A word that is wider or narrower ("victims" and
"dead", "vehicles" and "buses") is of no kind here, or of each that it may stand for, and words that
leave the kind unsaid exclude nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

Kinds = frozenset[str]

# Each line names a kind, or all those that its words may stand for, and the words. Words of many
# meanings are left out ("lost", "fired", "recovered").

#: What befell those who are counted, or was done to them.
_DEEDS = """
dead: killed kills murdered murders murder homicides homicide suicides suicide drowned drownings
  executed executions perished slain
hurt: wounded
captured custody: captured
missing: missing
custody: arrested jailed imprisoned inmates inmate custody jail prison
charged: charged indicted prosecuted indictments prosecutions
convicted custody: convicted convictions sentenced
abducted: abducted kidnapped abductions kidnappings hostages hostage
evacuated: evacuated evacuees evacuation evacuations evacuate
homeless: homeless
displaced evacuated homeless: displaced displace displaces displacement displacements fled flee
rescued: rescued rescues rescue saved survivors survivor survived
trapped: trapped stranded
infected: infected infect infections infection cases case infectious diagnosed diagnoses sick ill
hospitalised: hospitalised hospitalized hospitalisations hospitalizations
vaccinated: vaccinated vaccinations immunised immunized jabbed
unvaccinated: unvaccinated
born: born births birth newborns newborn
married: married marriages marriage weddings wedding
divorced: divorced divorces divorce
unemployed: unemployed jobless unemployment
employed: employed
hired: hired hires recruited recruits
dismissed: dismissed sacked dismissals redundancies
deported: deported deportations expelled expulsions
destroyed: destroyed razed demolished demolitions
damaged: damaged
built: built
exported: exported exports export
imported: imported imports import
"""
#: Who is counted, by age,
_AGES = """
child: child girls girl boys boy infants infant babies baby toddlers toddler
adult: adults adult men man woman
"""
#: by sex,
_SEXES = """
male: men man boys boy males male
female: woman girls girl females female
"""
#: and by what they are.
_ROLES = """
soldier: soldier
police: policemen policeman police
sailor: sailors sailor
civilian child doctor nurse teacher pupil journalist farmer miner firefighter: civilian
child: child
doctor: doctors doctor physicians physician
nurse: nurses nurse
teacher: teachers teacher
pupil child: pupils pupil schoolchildren students student
journalist: journalists journalist reporters reporter
farmer: farmers farmer
miner: miners miner
firefighter: firefighters firefighter
"""
#: What a share is one of: those who may vote are not those who did.
_WHOLES = """
vote: votes vote ballots ballot
vote electorate: voters voter turnout
electorate: electorate
seat: seats seat mandates mps mp lawmakers deputies legislators senators councillors
seat member: members member membership
adult: adults adult
child: child
household: household homes home
firm: companies company firms firm businesses employers
worker: workers worker employees employee workforce
population: population populace
"""
#: Who a share is one of: a household or a firm is not a person.
_BEARERS = """
household: household
firm: companies company firms firm businesses
person: people persons person individuals inhabitants population adults adult child men man woman
"""
#: What is grown,
_CROPS = """
wheat: wheat
barley: barley
maize: maize corn
rice: rice
oats: oats oat
rye: rye
soy: soy soya soybeans soybean
rapeseed: rapeseed canola
sunflower: sunflower sunflowers
potato: potatoes potato
coffee: coffee
tea: tea
cocoa: cocoa
cotton: cotton
sugar: sugar
"""
#: and what moves and warms.
_FUELS = """
electricity: electricity
energy: energy
coal: coal
oil: oil
heat: heat
"""
#: Things, and what each of them is also called.
_THINGS = """
ship: ships ship vessels vessel boats boat warships warship ferries ferry
submarine ship: submarines submarine
plane: planes plane jets jet airliners airliner aeroplanes airplanes airplane
helicopter: helicopters helicopter
drone: drones drone uavs uav
missile: missiles missile
rocket missile: rockets rocket
shell: shells shell
tank: tanks tank
car: cars car
bus: buses bus coaches
lorry: lorries lorry trucks truck
train: trains train
tram: trams tram
bicycle: bicycles bicycle bikes bike
bridge: bridges bridge
tunnel: tunnels tunnel
road: roads road
railway: railways railway
home: household houses house homes home dwellings dwelling flats flat apartments apartment
school: schools school
hospital: hospitals hospital
church: churches church
mosque: mosques mosque
shop: shops shop stores store
factory: factories factory
dam: dams dam
tree: trees tree
dog: dogs dog
cat: cats cat
cow: cows cow
sheep: sheep
pig: pigs pig
wolf: wolves wolf
bear: bears bear
"""


def _read(table: str) -> Mapping[str, Kinds]:
    """The kinds of each word of *table*."""
    kinds: dict[str, Kinds] = {}
    for line in table.replace("\n  ", " ").strip().splitlines():
        names, _, words = line.partition(":")
        for word in words.split():
            kinds[word] = kinds.get(word, frozenset()) | frozenset(names.split())
    return kinds


_OF_DEEDS = _read(_DEEDS)
_OF_BEARERS = _read(_BEARERS)
_OF_THINGS = tuple(map(_read, (_AGES, _SEXES, _ROLES, _WHOLES, _CROPS, _FUELS, _THINGS)))


def is_other_deed(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether both tell what befell those who are counted, and nothing that is the same."""
    return _exclude(_OF_DEEDS, one, other)


def is_other_thing(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether both tell who or what is counted, and nobody and nothing that is the same."""
    words, counted = tuple(one), tuple(other)
    return any(_exclude(kinds, words, counted) for kinds in _OF_THINGS)


def is_other_bearer(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether a share that both tell is one of persons here, and of households or firms there."""
    return _exclude(_OF_BEARERS, one, other)


def _exclude(kinds: Mapping[str, Kinds], one: Iterable[str], other: Iterable[str]) -> bool:
    mine, theirs = _kinds(kinds, one), _kinds(kinds, other)
    return bool(mine) and bool(theirs) and mine.isdisjoint(theirs)


def _kinds(kinds: Mapping[str, Kinds], words: Iterable[str]) -> Kinds:
    return frozenset(chain.from_iterable(kinds.get(word, ()) for word in words))
