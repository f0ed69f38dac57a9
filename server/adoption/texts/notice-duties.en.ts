/** The law about notices, beside the notice. */
import { type Block, h1, p, points, table } from '../blocks.ts';
import type { KitStudy } from '../kit-facts.ts';
import { dutyRows, type DutyTexts } from '../notice-duties.ts';
import { studyNames } from '../study-names.ts';

const named = (studies: readonly (string | null)[]): string =>
  studies.map((one) => studyNames.en.said(one)).join(', ');

export const dutiesEn: DutyTexts = {
  duties: [
    {
      asks: 'The purposes of the collection',
      section: 's.\u00a08 (1)',
      lines: [
        'This game measures your digital skills at work.',
        'The result is used to support you.',
        'Your data also serve to run the game and to protect it.',
        'Research takes your data only if you say yes.',
      ],
    },
    {
      asks: 'The means of the collection',
      section: 's.\u00a08 (2)',
      lines: [
        'Each thing you do is kept, with its time.',
        'Staff may note your access needs, to choose tasks.',
      ],
    },
    {
      asks: 'The rights of access and rectification',
      section: 's.\u00a08 (3)',
      lines: ['You can take a copy or erase your data.', 'To correct your data, ask your organization.'],
    },
    {
      asks: 'The right to withdraw consent',
      section: 's.\u00a08 (4)',
      lines: ['You can take this yes back later.', 'You can take a break or leave at any time.'],
    },
    {
      asks: 'The name of the third person for whom it is collected; in the public sector, of the public body',
      section: 's.\u00a08',
      lines: ['Organization:'],
    },
    {
      asks: 'The third persons, or their categories, to whom information is communicated',
      section: 's.\u00a08',
      lines: [
        'Your result also goes to the grades of your course.',
        'Your organization may keep a copy on another server.',
      ],
    },
    {
      asks: 'That information could leave Québec',
      section: 's.\u00a08 and 17',
      lines: ['Your data may leave Québec.', 'Your data stay in Québec.'],
      isEither: true,
    },
    {
      asks: 'On request: the information collected',
      section: 's.\u00a08',
      lines: ['There you see what is kept and who opened it.'],
    },
    {
      asks: 'On request: who has access within the organization',
      section: 's.\u00a08',
      lines: [
        'The staff of your course see your name and results.',
        'The people who run the server have access too.',
      ],
    },
    {
      asks: 'On request: how long it is kept',
      section: 's.\u00a08',
      lines: ['Your data are kept for'],
    },
    {
      asks: 'On request: how to reach the person in charge',
      section: 's.\u00a08',
      lines: ['In charge of the data:', 'For your questions:'],
    },
    {
      asks: 'Before collecting: that a technology assesses the person',
      section: 's.\u00a08.1 (1)',
      lines: ['Rules written beforehand look at your actions and give the points.'],
    },
  ],
  say: {
    quoted: (line, title) => `“${line}” (${title})`,
    everywhere: 'yes',
    missing: (studies) => (studies === null ? 'not yet' : `not yet: ${named(studies)}`),
    unchecked: (studies) => `other text, to check: ${named(studies)}`,
  },
};

export function noticeDutiesEn(studies: readonly KitStudy[]): Block[] {
  return [
    h1('What the law asks, and where the notice says it'),
    p(
      'The program looked for each sentence in the notice of each study. “Not yet” means that the fact is missing from the file of the study. “Other text” means that the organization wrote the notice: check it.',
    ),
    table(
      [4, 5, 3],
      ['what the law asks', 'what the notice says (under which title)', 'said in each study?'],
      ...dutyRows(studies, 'en', dutiesEn),
    ),
    points(
      '**S.\u00a08.1 (2), activating profiling.** Outside the notice: nothing is measured before the person presses “I understand, let’s start”.',
      '**S.\u00a08.2, confidentiality policy.** The notice does not replace it. Publish the one in document 11 on your site, if you have one. Also get it to people by a suitable means, for example at the front desk.',
      '**S.\u00a08.3, consent.** Whoever gives information after the notice consents to these purposes. Research has its own question, which also says how to withdraw a yes.',
      '**S.\u00a017, outside Québec.** The notice says so; the assessment comes first (document 2, chapter 7).',
      '**Public body (s.\u00a065).** Also say whether the request is mandatory or optional, and what a refusal leads to. The notice only says that people can leave.',
    ),
  ];
}
