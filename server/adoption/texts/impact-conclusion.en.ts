/** Chapter 10 of the impact assessment. */
import { type Block, choose, chooseOne, confirm, fill, h1, h2, p, points, table } from '../blocks.ts';

export function conclusionEn(): Block[] {
  return [
    h1('10. Conclusion'),
    table(
      [2, 5],
      ['question', 'answer'],
      [
        'Who was consulted',
        choose(
          'tick, with the date',
          'charge',
          'Person in charge of personal information, from the beginning: …………',
          'Staff who give support: …………',
          'People who will play, or who represent them: …………',
          'IT or security: …………',
          'Committee on access to information (public sector): …………',
          'Somebody else: …………',
        ),
      ],
      [
        'Opinion of the person in charge',
        chooseOne(
          'one only',
          'charge',
          'Favourable',
          'Favourable, once the action plan “before the start” is done',
          'Unfavourable',
        ),
      ],
      [
        'Reasons for this opinion',
        confirm(
          'The risk that remains is medium. It is acceptable if the action plan is followed.',
          'charge',
        ),
      ],
      ['Next review', 'see document 1'],
    ),
    h2('Signatures'),
    table(
      [3, 4, 2],
      ['role', 'name and signature', 'date'],
      ['Person in charge of personal information', fill('name and signature', 'charge', 'signature'), '…………'],
      ['Director of the service', fill('name and signature', 'staff', 'signature'), '…………'],
    ),
    h2('What differs for a public body'),
    points(
      'The committee on access to information and the protection of personal information is consulted from the beginning of the project (s.\u00a08.1 and 63.5). Some small bodies are exempt: check.',
      'The governance rules are approved by that committee and published on the site (s.\u00a063.3). In the private sector, policies and practices are established, and detailed information about them is published (s.\u00a03.2).',
      'Collecting for another body, or communicating without consent, can require one more agreement or opinion. Check with the Commission d’accès à l’information.',
    ),
    p(
      'Make this assessment again if a purpose, a recipient or a place changes. Making the kit again shows what changed.',
    ),
  ];
}
