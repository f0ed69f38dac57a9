/** Chapter 1 of the impact assessment: who plays and why, and people who need somebody’s consent. */
import { type Block, choose, fill, h1, h2, p, points, table } from '../blocks.ts';
import type { KitFacts } from '../kit-facts.ts';
import { kitWords } from '../kit-words.ts';
import { sharedPlaces } from '../shared-places.ts';

export function projectEn({ studies }: KitFacts): Block[] {
  const { seeFirst } = kitWords.en;
  const { organisation, inCharge } = sharedPlaces('en', studies);
  return [
    h1('1. The project'),
    table(
      [2, 5],
      ['question', 'answer'],
      ['Organization', organisation],
      ['Person in charge of personal information', inCharge],
      ['NEQ, law, start, next review', seeFirst],
      [
        'The project in short',
        'NUM+ is a game. It measures digital skills at work, in a simulated office. People enter it through the LMS. Staff read the result to support them.',
      ],
      ['Why this project here', fill('the need, in two sentences', 'staff', 'sentences')],
      ['People concerned', fill('who, and how many a year', 'staff')],
    ),
    h2('Minors and people who are represented'),
    points(
      'Under 14, the law requires the consent of the person having parental authority or of the tutor. There is an exception if the collection is clearly for the minor’s benefit (s.\u00a04.1; public sector, s.\u00a064.1).',
      'From 14 on, minors can consent by themselves (s.\u00a014; public sector, s.\u00a053.1).',
      'For an adult under tutorship or a protection mandate, read the judgment or the mandate: check who consents.',
      'NUM+ does not know how old people are and has no form for a representative. Obtain that consent separately, before the person opens the activity.',
    ),
    p(
      'The people who play here: ',
      choose(
        'tick all that apply',
        'staff',
        'All are adults and consent by themselves',
        'Some are 14 to 17',
        'Some are under 14: consent is obtained first',
        'Some are represented: the tutor or mandatary is reached first',
      ),
    ),
  ];
}
