import { type Block, fill, h1, type Line, p, points, table, ticks } from '../blocks.ts';
import { hostsOf, type KitFacts, listStoreRows, whoKnowsStore } from '../kit-facts.ts';
import { studyNames } from '../study-names.ts';

export function contractEn(facts: KitFacts): Block[] {
  return [
    p(
      'The law requires a written agreement with whoever keeps or processes information for the organization (s.\u00a018.3; public sector, s.\u00a067.2). These are the points to put in it. A lawyer or notary writes the clauses.',
    ),
    ...providers(facts),
    h1('The points'),
    p('One list serves all agreements: tick a point when every agreement of the table above has it.'),
    ticks(
      'contract',
      '**Purpose.** The information serves only to give this service. No advertising, profile or training of a model.',
      '**Place.** Country and province of each server and each backup. No change without written agreement.',
      '**Measures.** Encryption of disk and backups, named and reviewed access, updates, logs.',
      '**Key.** `SECRET_KEY` is never stored beside the backups of the database.',
      '**Staff.** Only people who need it have access. They sign a confidentiality undertaking.',
      '**Subcontractors.** Their list, and the organization’s agreement before one is added.',
      '**Incident.** The provider notifies the person in charge without delay, also of an attempt. It gives the facts and helps with the inquiry.',
      '**Verification.** The organization may verify that the agreement is kept.',
      '**Rights.** Help with a request for access, portability, correction or erasure, in time to answer within 30 days (20 in the public sector).',
      '**Logs and backups.** What they contain, how long they last, and who reads them.',
      '**Period.** Nothing is kept after the end of the agreement, not even a copy. Certificate of destruction.',
      '**End of the agreement.** Data handed over in an open format, then destroyed.',
      '**Request of a third party.** The organization is told before an authority is answered, if the law allows.',
    ),
    h1('With a research store'),
    ticks(
      'research',
      'The team does not try to recognize a person, and does not join these data with others.',
      'It erases the statements of somebody who withdraws, and confirms it.',
      'Staff who support people have no access to the store.',
    ),
    h1('Public body'),
    points(
      'The agreement also says which sections of the Access Act apply to the provider (s.\u00a067.2).',
      'Communication to a research team without consent follows other rules (s.\u00a067.2.1). NUM+ sends only after a yes.',
    ),
  ];
}

function providers({ studies, publicHost, database, platforms, alertHost }: KitFacts): Block[] {
  const asSaid = 'see document 10';
  const asked = (): Line => fill('name, date of the agreement', 'contract');
  return [
    h1('The providers of this installation'),
    p(
      'No agreement is needed for a service that the organization runs itself: write “us”. If it runs all of them, leave the boxes below empty.',
    ),
    table(
      [4, 5, 3, 4],
      ['service', 'address', 'what it holds', 'provider and agreement'],
      ['Server of the game', `\`${publicHost}\``, 'everything', asked()],
      [
        'Proxy server',
        'in front of the server of the game',
        'what passes, and a log with IP addresses',
        asSaid,
      ],
      [
        'Database',
        hostsOf(database.hosts) || 'on the server of the game',
        'everything, except `SECRET_KEY`',
        database.hosts.length === 0 ? 'as the server of the game' : asked(),
      ],
      ['Backups of the database', 'document 10', 'everything, except `SECRET_KEY`', asSaid],
      ['Log of the server', 'document 10', 'codes, times, numbers', asSaid],
      ...platforms.map(({ name, hosts }): Line[] => [
        `LMS “${name}”`,
        hostsOf(hosts) || '–',
        'names, accounts, grades',
        asked(),
      ]),
      ...listStoreRows(studies).map(({ study, store, isAskedAbove }): Line[] => [
        `Record store ${store.host}, ${store.purpose === 'research' ? 'research' : 'support'} (${studyNames.en.aside(study)})`,
        `\`${store.host}\``,
        'statements under a pseudonym',
        isAskedAbove ? 'as above: same address' : fill('name, date of the agreement', whoKnowsStore(store)),
      ]),
      ...(alertHost === null
        ? []
        : [
            [
              'Alert service',
              `\`${alertHost}\``,
              'codes; no personal information',
              'no agreement: no personal information goes there',
            ],
          ]),
    ),
    p('NUM+ is software that the organization installs. Its authors receive no data.'),
  ];
}
