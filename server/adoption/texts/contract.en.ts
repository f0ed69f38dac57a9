import { type Block, fill, h1, p, table, ticks } from '../blocks.ts';
import { type KitFacts, storesOf } from '../kit-facts.ts';

export function contractEn({ studies, publicHost, database }: KitFacts): Block[] {
  return [
    p(
      'The law asks for a written agreement with whoever keeps or processes information for the organization (s. 18.3; public sector, s. 67.2). These are the points to put in it. A lawyer or notary writes the clauses.',
    ),
    h1('The providers of this installation'),
    table(
      [3, 3, 3, 3],
      ['service', 'address', 'what it holds', 'provider and agreement'],
      [
        'Server of the game',
        `\`${publicHost}\``,
        'everything',
        fill('name, date of the agreement', 'contract'),
      ],
      ...(database.hosts.length === 0
        ? []
        : [
            [
              'Database',
              database.hosts.map((host) => `\`${host}\``).join(', '),
              'everything, except `SECRET_KEY`',
              fill('name, date of the agreement', 'contract'),
            ],
          ]),
      ...storesOf(studies).map(({ host }) => [
        'Record store',
        `\`${host}\``,
        'statements under a pseudonym',
        fill('name, date of the agreement', 'contract'),
      ]),
    ),
    p('NUM+ is software that the organization installs. Its authors receive no data.'),
    h1('The points'),
    ticks(
      '**Purpose.** The information serves only to give this service. No advertising, profile or training of a model.',
      '**Place.** Country and province of each server and each copy. No change without written agreement.',
      '**Measures.** Encryption of disk and copies, named and reviewed access, updates, logs.',
      '**Key.** `SECRET_KEY` is not with whoever keeps the copies of the database.',
      '**Staff.** Only people who need it have access. They sign an undertaking.',
      '**Subcontractors.** Their list, and the organization’s agreement before one is added.',
      '**Incident.** The person in charge is notified without delay, with the facts. Help with the inquiry.',
      '**Verification.** The organization may verify that the agreement is kept.',
      '**Rights.** Help with a request for access, correction or erasure, within a written time.',
      '**Period.** No copy and no information kept after the end. Certificate of destruction.',
      '**End of the agreement.** Data handed over in an open format, then destroyed.',
      '**Request of a third party.** The organization is told before an authority is answered, if the law allows.',
    ),
    h1('With a research store'),
    ticks(
      'The team does not try to recognize a person, and does not join these data with others.',
      'It erases the statements of somebody who withdraws, and confirms it.',
      'Staff who support people have no access to the store.',
    ),
  ];
}
