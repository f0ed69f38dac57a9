import { type Block, confirm, fill, h1, type Line, p, points, table } from '../blocks.ts';
import {
  hostNames,
  hostsOf,
  type KitFacts,
  type KitStore,
  listStoreRows,
  researchTeams,
  whoKnowsStore,
} from '../kit-facts.ts';
import { studyNames } from '../study-names.ts';

const where = 'city, province, country';

export function placesEn(facts: KitFacts): Block[] {
  return [
    p(
      'These are all the places where information goes, by the settings of today. The program calls no other server.',
    ),
    ...places(facts),
    ...recipients(facts),
    h1('Good to know'),
    points(
      'During the game, the browser loads nothing from another server: no font, no audience statistics, no AI service.',
      'A resource in the report can lead to another site, if the person opens it.',
      'The proxy server and the LMS have logs of their own, with IP addresses. Ask how long they last.',
      'An exported file goes where somebody saves it: `./bin/numplus.js audit list` says who exported it and when.',
    ),
  ];
}

function places({ studies, platforms, alertHost, publicHost, database }: KitFacts): Block[] {
  const country = (): Line => fill(where, 'contract');
  const below = 'see below the table';
  return [
    h1('Places'),
    table(
      [4, 6, 4, 4],
      ['system', 'address', 'what it receives', 'place'],
      ['Server of the game', `\`${publicHost}\``, 'everything that the person does', country()],
      ['Proxy server', 'in front of the server of the game', 'all traffic, encrypted to the outside', below],
      [
        'Database',
        database.kind === 'sqlite' ? 'SQLite file, on the server' : `MongoDB: ${hostsOf(database.hosts)}`,
        'everything; texts and answers about research encrypted',
        database.kind === 'sqlite' ? 'with the server' : country(),
      ],
      [
        'Backups of the database',
        fill('folder or service of the backups', 'operator'),
        'everything, except `SECRET_KEY`',
        below,
      ],
      ...platforms.map(({ name, hosts }) => [
        `LMS “${name}”`,
        hostsOf(hosts) || 'no active registration',
        'the grade and its comment',
        fill(where, 'lms'),
      ]),
      ...listStoreRows(studies).map(storeRow),
      ...researchTeams(studies).map(({ name, team }) => [
        `Research team (${studyNames.en.aside(name)})`,
        team.en,
        'the files of the study under a pseudonym, of those who said yes',
        fill(where, 'research'),
      ]),
      [
        'Alert service',
        alertHost === null ? 'none' : `\`${alertHost}\``,
        'codes and the address of the tool; no personal information',
        alertHost === null ? '–' : 'does not matter: no personal information goes there',
      ],
      [
        'Log of the server',
        'kept by the system of the server',
        'codes, times and the number of a person; no name, no text',
        below,
      ],
    ),
    p(
      'Proxy server, backups and log: ',
      confirm(
        'In the same place and with the same provider as the server of the game, under the same agreement.',
        'operator',
      ),
      ' If one of them is elsewhere, name its place, its provider and the date of the agreement.',
    ),
    ...(platforms.length === 0
      ? [p('No LMS is connected yet. Make the kit again after connecting it.')]
      : []),
  ];
}

function recipients({ studies, platforms, alertHost }: KitFacts): Block[] {
  return [
    h1('Recipients'),
    table(
      [3, 4, 4],
      ['who', 'what is received', 'named in the notice?'],
      ['Staff of the course', 'names from the LMS, results, actions, aids', 'yes'],
      ['The person who runs the server', 'the database', 'yes'],
      [
        'Whoever hosts the server and the proxy server',
        'what the server holds; IP addresses',
        'the server is; its provider is not. If it is a third party, the operator adds it to `recipients` in the file of the study',
      ],
      [
        'Whoever holds the backups and the logs',
        'the database, without `SECRET_KEY`; codes',
        'as in the row above',
      ],
      ...platforms.map(({ name }) => [`LMS “${name}”`, 'the grade and its comment', 'yes, as the course']),
      ...studies.map(({ name, stores, facts: { recipients: named } }) => [
        `Record stores (${studyNames.en.aside(name)})`,
        stores.length === 0
          ? 'no record store'
          : `statements under a pseudonym: ${hostsOf(stores.map(({ host }) => host))}`,
        stores.length > named.length
          ? fill(`name, under recipients in the file of the study: ${hostNames(stores)}`, 'operator')
          : stores.length === 0
            ? named.map(({ en }) => en).join('; ') || 'nothing to name'
            : confirm(`${named.map(({ en }) => en).join('; ')}: each store is named here.`, 'operator'),
      ]),
      ...researchTeams(studies).map(({ name, team }) => [
        `Research team (${studyNames.en.aside(name)}): ${team.en}`,
        'the files of the study under a pseudonym, of those who said yes',
        'in the question about research',
      ]),
      ...(alertHost === null ? [] : [['Alert service', 'codes; no personal information', 'not needed']]),
      ['Funder, officer, employer', 'nothing by the program', 'see chapter 2 of document 2'],
    ),
  ];
}

const whatOfTier: Readonly<Record<KitStore['tier'], string>> = {
  1: 'results',
  2: 'actions and results',
  3: 'actions, details and results',
};

function storeRow({ study, store, isAskedAbove }: ReturnType<typeof listStoreRows>[number]): Line[] {
  const { host, purpose, tier, isPaused } = store;
  const what = whatOfTier[tier];
  const who = purpose === 'research' ? ', of those who said yes' : '';
  return [
    `Record store ${host}, ${purpose === 'research' ? 'research' : 'support'} (${studyNames.en.aside(study)})`,
    `\`${host}\`${isPaused ? ' (paused)' : ''}`,
    `${what} under a pseudonym${who}`,
    isAskedAbove ? 'as above: same address' : fill(where, whoKnowsStore(store)),
  ];
}
