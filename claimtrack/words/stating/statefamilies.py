"""State families: the turns of phrase of news that say the same of a thing's state, and which
families a denial leads between. Data.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimtrack.words.tokens import word_set

#: Each line names a family and its phrases. One that an author writes of it stands for them all:
#: "shut down" for "out of service" too. Words of many meanings are left out; where nouns stand in
#: brackets, the family is one of these alone.
_FAMILIES = """
running: running | operating | operational | in operation | back in operation | online | back online | up and running | restarted | resumed operations | resumed production | resumed service | back in service | producing | reconnected to | back on the grid
idle: shut down | closed down | offline | out of service | out of operation | out of action | idle | idled | mothballed | suspended operations | halted operations | ceased operations | stopped operating | stopped production | halted production | ended production | suspended production | ceased production | switched off | off the grid | disconnected from | at a standstill | out of commission
open: reopened | opened its doors | open again | open to
shut: closed | shut | shuttered | sealed | sealed off | closed its doors | shut its doors | boarded up
in-force: in force | in effect | took effect | takes effect | came into force | entered into force | came into effect | went into effect | come into effect
lapsed: expired | lapsed | terminated | cancelled | canceled | annulled | revoked | rescinded | repealed | abrogated | torn up | null and void
imposed: imposed | in place | slapped | re-imposed | reimposed | under sanctions
lifted: lifted | removed | scrapped | repealed | rescinded | abolished | waived
ousted: resigned | quit | stepped down | stood down | left office | bowed out | tendered resignation | handed in resignation | ousted | toppled | removed from office | overthrown | deposed | voted out | sacked | forced from office | lost a confidence vote | fell from power | removed from power | driven from power | swept from power | former | defunct | post
in-office: in office | in power | sworn in | took office | re-elected | reelected | stays on as | remains in power | still in power | clings to power | clings on to power | held on to power | stayed on | survived the vote | survived a vote
free: released | freed | set free | walked free | let go
held: in custody | detained | jailed | behind bars | imprisoned | in detention | under arrest | in prison | in jail | in captivity | remanded | held captive
destroyed: destroyed | blown up | demolished | in ruins | reduced to rubble | wiped out
intact: intact | undamaged | unscathed | unharmed | still standing
convicted: convicted | found guilty
acquitted: acquitted | found not guilty | exonerated | cleared of charges | cleared of all charges
striking: on strike | walked out | downed tools | stopped work | walked off the job | staged a walkout
working: returned to work | back at work | back to work | went back to work | called off strike | resumed work
flowing: flows | flowing | resumed deliveries | resumed supplies | resumed flows | pumping
halted: halted deliveries | stopped deliveries | cut deliveries | cut off deliveries | suspended deliveries | halted supplies | stopped supplies | cut supplies | cut off supplies | suspended supplies | halted flows | stopped flows | flows stopped | stopped flowing | dried up | stopped pumping
deal: reached a deal | struck a deal | reached an agreement | signed an agreement | signed a deal | clinched a deal | agreed on a deal | sealed a deal | ended with a deal | ended in agreement | ended with an agreement | came to terms
no-deal: ended without a deal | without a deal | without result | no deal | no agreement | without agreement | empty-handed | no breakthrough | failed to agree | came to nothing | fell apart | fell through | broke down | ended in deadlock | in deadlock | deadlocked | at an impasse | yielded no result | yielded nothing | produced no result | inconclusive | fruitless | little to show | nothing to show | without agreeing | without having agreed | parted without | rather than an agreement | rather than a deal | failed to produce | failed to bridge | far apart | more questions than answers | little progress | no headway | got nowhere | came away with nothing | achieved nothing | ended in failure | without signing
called-off: called off | abandoned | scrapped | fell through | walked away from | pulled out of | backed out of | dropped | shelved | vetoed
holding [ceasefire truce armistice peace]: holds | holding | in force | in effect | in place | observed | respected
broken [ceasefire truce armistice peace]: collapsed | broke down | broken | fell apart | shattered | unravelled | unraveled | in tatters | is over | was over | breached
allowed: legal | allowed | permitted | legalised | legalized
joined [nato eu union league alliance bloc pact eurozone organisation organization club]: joined | acceded to | admitted to | became a member of | member of | let into
quit [nato eu union league alliance bloc pact eurozone organisation organization club treaty accord]: left | withdrew from | pulled out of | walked out of | quit | exited
rejected: rejected | turned down | voted down | threw out | rebuffed | dismissed | said no to
approved: approved | adopted | ratified | endorsed | waved through | signed off on | gave the green light to
ruled-out: ruled out | off the table | out of the question
open-to: open to | not ruled out | not rule out | declined to rule out | refused to rule out | would not rule out | not excluded | on the table
progressing: made progress | made headway | moved closer | narrowed differences
stuck: no progress | no headway | stalled | ground to a halt | got nowhere | bogged down | at a standstill | no breakthrough | little progress
rising: rise | on the rise | gone up | went up | going up | hit a record | reached a record | record high
falling: fall | on the decline | gone down | went down | going down | on the wane | record low
leaving: left | moved out of | departed from | pulled out of | withdrew from
staying: remains | remain | stays | stay | stayed
abolished: abolished | did away with
kept: retains | retain | keeps | maintains
finished: completed | finished | inaugurated
unfinished: unfinished | incomplete | under construction
forbidden: banned | outlawed | forbidden | prohibited | barred | illegal
"""  # noqa: E501

#: A denial of the first family tells the second: what has not been released is held.
_OPPOSITES = """
running idle
idle running
open shut
shut open
in-force lapsed
lapsed in-force
lapsed imposed
lifted imposed
lifted forbidden
lifted in-force
in-office ousted
ousted in-office
free held
held free
destroyed intact
holding broken
broken holding
striking working
working striking
flowing halted
halted flowing
deal no-deal
allowed forbidden
joined quit
quit joined
ruled-out open-to
leaving staying
staying leaving
abolished kept
finished unfinished
progressing stuck
"""
#: And what was so once, and is so "no longer", tells these.
_NO_LONGER = """
imposed lifted
in-force lifted
forbidden lifted
forbidden allowed
"""


@dataclass(frozen=True, slots=True)
class Family:
    """Phrases that say the same, of anything or of the nouns ``of_these``."""

    name: str
    phrases: tuple[str, ...]
    of_these: frozenset[str]


def _families() -> dict[str, Family]:
    found = {}
    for line in _FAMILIES.strip().splitlines():
        head, _, written = line.partition(": ")
        name, _, nouns = head.partition(" [")
        phrases = tuple(phrase.strip() for phrase in written.split("|"))
        found[name] = Family(name, phrases, word_set(nouns.rstrip("]")))
    return found


def _pairs(written: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in written.strip().splitlines():
        one, other = line.split()
        found.setdefault(one, set()).add(other)
    return {one: frozenset(others) for one, others in found.items()}


#: Each family by its name.
FAMILIES = _families()
#: The families that a denial of a family tells.
OPPOSITES = _pairs(_OPPOSITES)
#: The families that a "no longer" of a family tells besides.
NO_LONGER = _pairs(_NO_LONGER)
