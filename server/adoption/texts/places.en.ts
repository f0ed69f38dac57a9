import { type Block, fill, h1, type Line, p, points, table } from '../blocks.ts';
import type { KitFacts, KitStore } from '../kit-facts.ts';

export function placesEn(facts: KitFacts): Block[] {
  const { studies, platforms, alertHost, publicHost, database } = facts;
  const country = (): Line => fill('city, province, country', 'contract');
  return [
    p('All places where information goes, from the settings of today. The program calls no other server.'),
    h1('Places'),
    table(
      [3, 4, 4, 3],
      ['place', 'address', 'what goes there', 'where it is'],
      ['Server of the game', `\`${publicHost}\``, 'everything that the person does', country()],
      [
        'Database',
        database.kind === 'sqlite'
          ? 'SQLite file, on the server'
          : `MongoDB: ${database.hosts.map((host) => `\`${host}\``).join(', ')}`,
        'everything; texts and answers about research encrypted',
        database.kind === 'sqlite' ? 'with the server' : country(),
      ],
      [
        'Copies of the database',
        fill('folder or service of the copies, and its place', 'operator'),
        'everything, except `SECRET_KEY`',
        '–',
      ],
      ...platforms.map(({ name, hosts }) => [
        `LMS “${name}”`,
        hosts.map((host) => `\`${host}\``).join(', ') || 'no active registration',
        'the grade and its comment',
        fill('city, province, country', 'lms'),
      ]),
      ...studies.flatMap(({ name, stores }) => stores.map((store) => storeRow(name, store, country()))),
      [
        'Alert service',
        alertHost === null ? 'none' : `\`${alertHost}\``,
        'codes and the address of the tool; nothing of a person',
        alertHost === null ? '–' : country(),
      ],
      [
        'Logs of the server',
        fill('system that keeps them, and its place', 'operator'),
        'codes, times and the number of a person; no name, no text',
        '–',
      ],
    ),
    ...(platforms.length === 0
      ? [p('No LMS is connected yet. Make the kit again after connecting it.')]
      : []),
    h1('Recipients'),
    table(
      [3, 4, 4],
      ['who', 'what is received', 'named in the notice?'],
      ['Staff of the course', 'names from the LMS, results, actions, aids', 'yes'],
      ['The person who runs the server', 'the database', 'yes'],
      ...studies.map(({ name, stores, facts: { recipients } }) => [
        `Study “${name}”`,
        stores.length === 0 ? 'no record store' : stores.map(({ host }) => `\`${host}\``).join(', '),
        stores.length > recipients.length
          ? fill('name each store in the file of the study', 'operator')
          : recipients.map(({ en }) => en).join('; ') || 'nothing to name',
      ]),
    ),
    h1('Good to know'),
    points(
      'During the game, the browser loads nothing from another server: no font, no audience statistics, no AI service.',
      'A resource in the report can lead to another site, if the person presses it.',
      'The proxy in front of the server and the LMS have logs of their own, with IP addresses. Ask how long they last.',
      'An exported file goes where somebody puts it: `./bin/numplus.js audit list` says when.',
    ),
  ];
}

const whatOfTier: Readonly<Record<KitStore['tier'], string>> = {
  1: 'results',
  2: 'actions and results',
  3: 'actions, details and results',
};

function storeRow(study: string, { host, purpose, tier, isPaused }: KitStore, country: Line): Line[] {
  const what = whatOfTier[tier];
  const who = purpose === 'research' ? ', of those who said yes' : '';
  return [
    `Record store, ${purpose === 'research' ? 'research' : 'support'} (study “${study}”)`,
    `\`${host}\`${isPaused ? ' (paused)' : ''}`,
    `${what} under a pseudonym${who}`,
    country,
  ];
}
