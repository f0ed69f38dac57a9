import type { resourcesFr } from './resources.fr.ts';

export const resourcesEn: Readonly<Record<keyof typeof resourcesFr, string>> = {
  title: 'Resources offered after the game',
  back: 'Back to the list',
  loading: 'Looking for the resources…',
  lead: 'A person’s report offers 2 resources at most. They depend on the person’s dimensions and level.',
  order: 'When several fit, the first one on the list is offered.',
  'source.starter': 'Your organization uses the NUM+ starter list.',
  'source.own': 'Your organization uses its own list.',

  'check.title': 'To check',
  'check.none': 'Nothing is missing. Each dimension has a resource at each level, in French and in English.',
  'check.all': '{dimension}: nothing at any level.',
  'check.level': '{dimension}: nothing at level {level}.',
  'check.levels': '{dimension}: nothing at levels {levels}.',
  'check.same-words': '{title}: the same words in French and in English. Does it need a translation?',
  'check.same-address':
    '{title}: the same address in French and in English. Check that the page exists in both languages.',

  'for.level': 'Level {from}, “{low}”',
  'for.levels': 'Levels {from} to {to}, from “{low}” to “{high}”',
  'for.nobody': 'Nothing for this dimension.',
  'kind.website': 'Website',
  'kind.course': 'Course',
  'kind.workshop': 'Workshop',
  'kind.place': 'Place',
  'kind.person': 'Person',
  'in.fr': 'In French, the person reads',
  'in.en': 'In English, the person reads',

  'change.title': 'Change this list',
  'change.text':
    'Talk to the person who runs NUM+ in your organization. Give them a name, a sentence, and an address or a place. Both French and English are needed.',
  'change.operator': 'For that person: the commands “resources check” and “resources load”.',

  'link.title': 'Resources',
  'link.text': 'See what the report offers after the game.',
  'link.go': 'See the resources',
};
