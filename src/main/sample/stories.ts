import type { MoveName } from '../../shared/workflow/moves'
import type { PersonName } from './newsroom'

/** What somebody did with an article, and how many hours before the library was made. */
export type Step = { hoursAgo: number; who: PersonName } & (
  | { does: 'imports' }
  | { does: 'moves'; move: MoveName; note?: string }
  | { does: 'replaces'; words: string; by: string }
)

const imports = (who: PersonName, hoursAgo: number): Step => ({ who, hoursAgo, does: 'imports' })
const submits = (who: PersonName, hoursAgo: number): Step => ({
  who,
  hoursAgo,
  does: 'moves',
  move: 'submit',
})
const chief = (move: MoveName, hoursAgo: number, note = ''): Step => ({
  who: 'rhys',
  hoursAgo,
  does: 'moves',
  move,
  note,
})
const replaces = (who: PersonName, hoursAgo: number, words: string, by: string): Step => ({
  who,
  hoursAgo,
  does: 'replaces',
  words,
  by,
})

/** What became of each text since it was brought in: together they show every state an article can be in. */
export const stories: Record<string, readonly Step[]> = {
  'harbour-wall': [
    imports('nell', 142),
    submits('nell', 141),
    chief('start-review', 120),
    chief(
      'request-changes',
      119.5,
      'How wide is the hollow? And please check the share of the grant with the board.',
    ),
    replaces('nell', 97, 'big enough to stand in', 'big enough for two people to stand in'),
    submits('nell', 96.5),
    chief('start-review', 75),
    chief('approve', 74.5),
  ],
  footbridge: [
    imports('tomasz', 131),
    submits('tomasz', 130),
    chief('start-review', 118),
    chief('approve', 117.5),
  ],
  'brass-band': [
    imports('nell', 101),
    submits('nell', 100),
    chief('start-review', 72),
    chief('approve', 71.5, 'A joy. Leave the silences in.'),
  ],
  'harbour-cafe': [
    imports('nell', 91),
    submits('nell', 90),
    chief('start-review', 71),
    chief('approve', 70.5),
  ],
  'rovers-cup': [
    imports('tomasz', 62),
    submits('tomasz', 61.5),
    chief('start-review', 60),
    chief('approve', 59.5),
    replaces('tomasz', 21, '1,860', '1,912'),
  ],
  'bus-timetable': [imports('nell', 30), submits('nell', 28), chief('start-review', 5)],
  'seal-pups': [imports('tomasz', 26), submits('tomasz', 24)],
  'sailcloth-bags': [imports('nell', 51), submits('nell', 49)],
  'tool-library': [
    imports('nell', 55),
    submits('nell', 53),
    chief('start-review', 46),
    chief(
      'request-changes',
      45.5,
      'Lovely. Two things: who checks the wiring, and what happens when a tool comes back broken?',
    ),
  ],
  'winter-market': [
    imports('tomasz', 79),
    submits('tomasz', 78),
    chief('hold', 68, 'The council has promised its sums for Thursday. Not before we have them.'),
  ],
  'night-ferry': [
    imports('nell', 9),
    replaces('nell', 6, 'There is a fast boat to the islands.', 'There is a fast boat to the islands now.'),
  ],
  'weather-station': [imports('tomasz', 3)],
  'arcade-coin': [
    imports('nell', 110),
    chief('spike', 98, 'It reads like an advertisement, and the token has stopped trading.'),
  ],
}
