import type { itemsFr } from './items.fr.ts';

export const itemsEn: Readonly<Record<keyof typeof itemsFr, string>> = {
  title: 'Does the activity measure well?',
  back: 'Back to the list',
  loading: 'Calculating…',
  print: 'Print',
  lead: 'For the team that prepares the content. These figures do not help you support a person. Each person counts once, with their first attempt.',
  pilot: 'Pilot version: the difficulties in bank {version} are expert guesses.',
  'few.one':
    '{count} of {played} items has fewer than {fewest} people. Its fit is not judged, and its figures will still change.',
  'few.other':
    '{count} of {played} items have fewer than {fewest} people. Their fit is not judged, and their figures will still change.',
  partial: 'Only the first {count} attempts are read here. The command “export items” reads them all.',
  masked: '“–”: fewer than 10 people, or nothing to count. Nothing is shown about groups that small.',
  persons: 'People',
  none: '–',

  'items.title': 'The items, one by one',
  'items.text':
    'An item is one dimension in one scene. Its steps are its points, from first to last. Infit and outfit say whether answers are as expected. Near 1, yes; far from 1, they surprise. Link with the rest near 0: the item may measure something else.',
  'items.caption': 'Points on each item',
  'items.item': 'Item',
  'items.label': '{label}:',
  'items.shares': 'Share of each number of points',
  'items.share': '{points}: {share}%',
  'items.share.none': '{points}: –',
  'items.mean': 'Average points',
  'items.ordered': 'Order of steps',
  'items.ordered.yes': 'in order',
  'items.ordered.no': 'to review',
  'items.fit': 'Expected answers (infit · outfit)',
  'items.misfit': 'surprising, outside 0.7–1.3',
  'items.rest': 'Link with the rest',
  'items.unplayed': 'Not played here yet: {names}',

  'q3.title': 'Items that are too similar',
  'q3.text': 'Two items are too similar if their answers go together more than people’s level explains (Q3).',
  'q3.none': 'No pair to report.',
  'q3.pair': '{first} and {second}: Q3 of {q3}, {persons} people',

  'dif.title': 'Fairness between groups',
  'dif.text':
    'Is an item harder for one group? People of the same ability on all other items are compared. Class A: negligible; B: moderate; C: large, to review. No class: fewer than 200 people in a group. A difference below zero: harder for the second group. A small probability (p): chance hardly explains it.',
  'dif.language': 'French and English',
  'dif.input': 'Mouse or keyboard, and touch',
  'dif.read-aloud': 'Without and with read-aloud',
  'dif.count': '{reference} and {focal} people',
  'dif.none': 'Too few people on one side to compare.',
  'dif.size': 'Difference',
  'dif.class': 'Class',
  'dif.p': 'p',
  'dif.p.less': '< {least}',

  'wright.title': 'People and steps on one scale',
  'wright.text':
    'People are on the left. The steps of the items played here are on the right. Higher up: more skilled, and harder. The unit of this scale is the logit. A step at the same height as a person: one chance in 2.',
  'wright.range': 'Scale (logits)',
  'wright.steps': 'Steps',
  'wright.which': 'Which steps, from the hardest to the easiest',
  'wright.names': 'Item and step',
  'wright.between': '{from} to {to}',
  'wright.caption': 'Number of people and of steps per half logit',

  'reliability.title': 'Reliability',
  'reliability.text':
    'From 0 to 1. The higher, the better the measure tells people apart. EAP and WLE are 2 ways to calculate the same measure.',
  'reliability.caption': 'Reliability of the measure among these people',
  'reliability.of': 'Measure',
  'reliability.overall': 'Overall',
  'reliability.eap': 'EAP',
  'reliability.wle': 'WLE',

  use: 'These figures describe items, never a person. They are not for hiring or for deciding on benefits.',
  'link.title': 'Quality of the measure',
  'link.text':
    'For the team that prepares the content. It shows what is hard, what is surprising, and fairness between groups.',
  'link.go': 'See these figures',
};
