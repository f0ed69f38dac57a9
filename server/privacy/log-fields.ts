/** Fields of a line of the log. A name has one meaning in all messages. */
import { all, group, is } from './data-map-types.ts';

const personal = { nature: 'personal' } as const;
const fromLms = { source: 'lms' } as const;

export const logGroups = [
  group(
    {
      name: 'log',
      about: [
        'Une ligne n’a que quelques-uns de ces champs. Jamais un nom, un texte écrit, un jeton ou une adresse IP.',
        'A line has only some of these fields. Never a name, a typed text, a token or an IP address.',
      ],
      readers: ['operator'],
      source: 'program',
      retention: 'log',
      nature: 'technical',
    },
    {
      level: is('Trier selon la gravité.', 'Sorts by severity.'),
      time: is('Dire quand.', 'Says when the line was written.'),
      pid: is('Savoir quel programme a écrit la ligne.', 'Says which process wrote the line.'),
      hostname: is(
        'Savoir quel serveur a écrit la ligne, ou quelle adresse interne a été permise.',
        'Says which server wrote the line, or which private host was allowed.',
      ),
      msg: is('Dire ce qui s’est passé, par un code.', 'Says what happened, by a code.'),
      err: is('Trouver la cause d’une panne.', 'Finds the cause of a failure.', {
        parts: ['type', 'message', 'stack'],
      }),
      requestId: is('Relier les lignes d’une requête.', 'Links the lines of one request.'),
      errorId: is(
        'Trouver la ligne d’une page qui n’a pas marché.',
        'Finds the line of a page that did not work.',
      ),
      req: is(
        'Savoir quelle page est lente ou en panne; un chemin peut nommer un essai.',
        'Says which page is slow or down; a path may name an attempt.',
        {
          ...personal,
          parts: ['id', 'method', 'path'],
        },
      ),
      res: is('Savoir si la page a répondu.', 'Says whether the page answered.', { parts: ['status'] }),
      responseTime: is('Savoir si la page est lente.', 'Says whether the page is slow.'),
      erasure: is('Savoir quel effacement n’a pas pu finir.', 'Says which erasure could not be finished.'),
      limited: is('Voir un LMS qui demande trop.', 'Shows an LMS that asks too much.'),
      organisationId: is('Savoir quelle organisation prévenir.', 'Says which organization to tell.'),
      ...all(['platformId', 'registrationId'], is('Savoir quel LMS vérifier.', 'Says which LMS to check.')),
      ...all(['launch', 'launchId'], is('Suivre un lancement.', 'Follows a launch.', personal)),
      role: is(
        'Savoir si le personnel ou une personne a ouvert la page.',
        'Says whether staff or a learner opened the page.',
        {
          ...personal,
          ...fromLms,
        },
      ),
      ...all(
        ['attempt', 'grade'],
        is('Trouver l’essai ou la note touchés.', 'Finds the attempt or the grade concerned.', personal),
      ),
      sceneId: is('Trouver la scène touchée.', 'Finds the scene concerned.'),
      bankVersion: is('Trouver la banque touchée.', 'Finds the bank concerned.'),
      ...all(['destination', 'task'], is('Trouver ce qui n’a pas marché.', 'Finds what did not work.')),
      ...all(
        ['code', 'reason', 'fault', 'outcome', 'problem'],
        is('Dire la cause, par un code.', 'Says the cause, by a code.'),
      ),
      ...all(
        ['detail', 'status'],
        is(
          'Dire ce que le LMS ou le magasin a répondu.',
          'Says what the LMS or the store answered.',
          fromLms,
        ),
      ),
      answer: is(
        'Dire ce que le magasin a répondu, sans secret.',
        'Says what the store answered, without secrets.',
        {
          source: 'record-store',
        },
      ),
      statements: is(
        'Compter les énoncés dont aucun magasin ne sait qu’ils sont effacés.',
        'Counts the statements whose erasure no store was told of.',
      ),
      unread: is(
        'Compter les personnes ou les études qui n’ont pas pu être lues.',
        'Counts the people or studies that could not be read.',
      ),
      tries: is('Compter les envois essayés.', 'Counts the deliveries tried.'),
      ...all(['accepted', 'repeated'], is('Compter les avis du LMS.', 'Counts the notices of the LMS.')),
      ...all(
        ['connection', 'isApproved'],
        is('Savoir si le LMS est prêt.', 'Says whether the LMS is ready.'),
      ),
      expected: is('Savoir quelle adresse vérifier.', 'Says which address to check.'),
      invitation: is('Savoir quelle invitation a servi.', 'Says which invitation was used.'),
      ...all(
        ['actor', 'action', 'subject', 'details'],
        is('Rendre compte, comme le registre d’audit.', 'Accounts for it, as the audit log does.', personal),
      ),
      ...all(
        ['setting', 'near'],
        is('Signaler un réglage mal écrit.', 'Points out a setting that is misspelt.'),
      ),
      ...all(
        ['host', 'port', 'publicUrl'],
        is('Savoir où le serveur répond.', 'Says where the server answers.'),
      ),
    },
  ),
];
