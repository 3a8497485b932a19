"""Plain: sentences of the news that hold no number and no word for one."""

from __future__ import annotations

PLAIN = (
    "The foreign minister refused to say whether the talks would go on.",
    "Farmers blocked the road to the port again, and the police let them.",
    "She had warned the board about the valve before it failed.",
    "Nobody in the village remembers a summer as dry as this.",
    "The opposition called the vote a farce and walked out.",
    "Doctors say that the new drug is safe, though they are not sure that it works.",
    "A spokesman for the army declined to comment on the report.",
    "The court will hear the appeal behind closed doors.",
    "Rain is expected in the north, with strong winds along the coast.",
    "He left the club after a quarrel with its owner.",
    "Scientists have long wondered why the birds avoid the island.",
    "The bank said that it had found no sign of fraud.",
    "Prices rose because the harvest was poor, the ministry said.",
    "The bridge was closed to lorries while engineers looked at the cracks.",
    "Their lawyer argued that the letter had been forged.",
    "The museum wants its statues back, and Athens has offered to pay.",
    "It is not clear who ordered the strike or where the drones came from.",
    "The striker limped off before the break and did not return.",
    "Voters in the capital were in no mood to forgive the mayor.",
    "The glacier above the town is moving, and so are its people.",
    "Both sides accuse each other of breaking the truce.",
    "The singer apologised to her fans and promised to come back.",
    "Critics of the law fear for the freedom of the press.",
    "The company blamed a storm for the delay, as it had done before.",
)
