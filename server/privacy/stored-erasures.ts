/** What an erasure leaves. */
import { group, is } from './data-map-types.ts';
import * as shared from './shared-points.ts';

const { id, organisationId, holder, leasedUntil, tries, nextAt } = shared;

const byProgram = { readers: ['operator'], source: 'program', nature: 'technical' } as const;

export const storedErasures = [
  group(
    {
      name: 'erasures',
      about: [
        'Les effacements et les retraits\u00a0: ce qui a été fait, sans dire à qui.',
        'Erasures and withdrawals: what was done, without saying to whom.',
      ],
      stays: ['Prouve ce qui a été fait.', 'Shows what was done.'],
      retention: 'database',
      ...byProgram,
    },
    {
      id: is('Retrouver l’attestation.', 'Finds the certificate.', { readers: ['learner', 'operator'] }),
      organisationId,
      kind: is('Dire ce qui a été demandé.', 'Says what was asked for.'),
      requestedBy: is('Dire si la personne l’a demandé.', 'Says whether the person asked for it.'),
      at: is('Dire quand.', 'Says when it was done.', { readers: ['learner', 'operator'] }),
      counts: is('Dire combien de lignes ont disparu.', 'Says how many rows are gone.', {
        readers: ['learner', 'operator'],
      }),
      subject: is(
        'Effacer aussi ce qui s’écrivait au même moment.',
        'Erases what was being written at the same time too.',
        {
          readers: ['program'],
          retention: 'settling',
          nature: 'personal',
          parts: ['personId', 'attempts.id', 'attempts.studyId'],
        },
      ),
      sweepAt: is('Savoir quand regarder de nouveau.', 'Says when to look again.', {
        readers: ['program'],
      }),
    },
  ),
  group(
    {
      name: 'voidings',
      about: [
        'Les énoncés qui en annulent d’autres dans les magasins de données.',
        'The statements that void others at record stores.',
      ],
      stays: [
        'Annule ce qui a été envoyé; l’énoncé est vidé dès que le magasin l’a reçu.',
        'Voids what was sent; the statement is emptied as soon as the store has it.',
      ],
      retention: 'database',
      ...byProgram,
    },
    {
      id,
      organisationId,
      destinationId: is('Savoir à quel magasin l’envoyer.', 'Says which store to send it to.'),
      erasureId: is('Dire de quel effacement il vient.', 'Says which erasure it comes from.'),
      bytes: is('Annuler un énoncé.', 'Voids a statement.', {
        readers: ['record-store', 'research-store'],
        retention: 'voided',
        nature: 'pseudonymous',
      }),
      state: is('Dire si le magasin l’a reçu.', 'Says whether the store has it.', {
        readers: ['learner', 'operator'],
      }),
      tries,
      nextAt,
      lastError: is('Dire ce qui bloque.', 'Says what is in the way.', { source: 'record-store' }),
      holder,
      leasedUntil,
    },
  ),
  group(
    {
      name: 'erasedPersons',
      about: [
        'Qui reste effacé et ce qui reste retiré quand on restaure une copie. Avec SQLite, c’est un fichier à côté de la base.',
        'Who stays erased, and what stays taken back, when a copy is restored. With SQLite, it is a file beside the database.',
      ],
      stays: ['Sert justement à rester effacé.', 'Is there to keep people erased.'],
      only: 'mongodb',
      retention: 'database',
      ...byProgram,
      readers: ['program'],
    },
    {
      hash: is(
        'Reconnaître un numéro effacé ou une réponse retirée, par leur empreinte seule.',
        'Recognizes an erased number or an answer taken back, by its hash alone.',
      ),
    },
  ),
];
