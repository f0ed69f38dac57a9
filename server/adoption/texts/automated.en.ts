import { type Block, confirm, h1, p, points, quote, table } from '../blocks.ts';
import { type KitFacts, reviewers } from '../kit-facts.ts';
import { sharedPlaces } from '../shared-places.ts';
import { studyNames } from '../study-names.ts';

export function automatedEn({ studies }: KitFacts): Block[] {
  const { contact } = sharedPlaces('en', studies);
  return [
    p(
      'This sheet answers section 12.1 of the private-sector act (65.2 of the Access Act). It concerns a decision based exclusively on automated processing. It applies to fixed rules as well as to artificial intelligence.',
    ),
    h1('In short'),
    table(
      [2, 5],
      ['question', 'answer'],
      [
        'What does the system do alone?',
        'It gives points, estimates a level and sometimes chooses the next scene. It sends a grade to the LMS. It holds the grade back if play seems too fast, repeated or done without trying.',
      ],
      [
        'What does it decide?',
        'Nothing about a job, a benefit or an admission. A person reads the result and decides together with whoever played.',
      ],
      [
        'Is there machine learning?',
        'No. Rules written beforehand read the actions. The assistant of one scene is simulated by rules.',
      ],
      [
        'What is the result used for here?',
        confirm(
          'Staff read the result together with the person. Both choose what follows: training, an exercise or nothing.',
          'staff',
        ),
      ],
    ),
    p(
      '**If the organization decides by the grade alone, the section applies to that decision.** The person then has to be told, at the latest when they are informed of the decision. The LMS can also decide alone, if access to something or the completion of a course depends on the grade. Set no such condition, or tell people.',
    ),
    h1('The information used'),
    points(
      'The actions in each scene, and its final state.',
      'Typed texts, read by rules that look for simple facts.',
      'The estimated difficulty of each point, and which scenes were played.',
    ),
    h1('The principal factors and rules'),
    table(
      [3, 5],
      ['factor', 'effect'],
      ['A rule of a scene is met', 'gives the point'],
      ['The difficulty of the point', 'moves the estimate of the level'],
      ['Fewer than six scored scenes', 'no level'],
      ['A skipped scene', 'counts as zero'],
      ['A scene never seen', 'does not count'],
      ['The third step of help', 'what it showed does not count'],
      ['Time, reading aloud, adaptations, comfort', 'take nothing away'],
      [
        'A scene closed within seconds with almost no action, played too fast for a person, or played exactly as before',
        'the grade waits until a person decides',
      ],
    ),
    p(
      'Known limit: difficulties are still estimates by experts. The sheet for staff gives the range with the level.',
    ),
    h1('Talking to a person'),
    points(
      'The person chooses “Ask someone to look” in their report, and writes what they think.',
      'Staff see each action. They answer, allow another attempt or set the attempt aside.',
      'They do not change points. They can change the grade in the LMS.',
      'If staff do not answer, the person writes to whoever can review, named below.',
    ),
    table(
      [2, 5],
      ['study', 'who can review'],
      ...reviewers(studies, { everyStudy: 'all', nameOf: studyNames.en.short }).map(([study, who]) => [
        study,
        who ?? contact,
      ]),
    ),
    h1('Text to hand to the person'),
    quote(
      'In this game, rules written beforehand give the points. The result alone decides nothing. You can ask which information was used and which rules counted. You can ask to have the information corrected. You can talk to a person and tell them what you think.',
    ),
  ];
}
