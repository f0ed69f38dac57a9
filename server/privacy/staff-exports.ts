/** What staff download, and what the gradebook receives. */
import { group, is } from './data-map-types.ts';

const fromLms = { source: 'lms' } as const;
const level = is('Connaître le niveau.', 'Tells the level.');
const grade = is('Connaître la mesure et sa marge.', 'Tells the measure and its margin.');
const progress = is('Savoir où en est la personne.', 'Says how far the person is.');

export const staffExports = [
  group(
    {
      name: 'groupe.csv, group.csv',
      about: [
        'Le tableau d’un groupe, que le personnel enregistre. Les noms viennent du LMS à ce moment.',
        'The table of a group, which staff save. The names come from the LMS at that moment.',
      ],
      readers: ['staff'],
      source: 'program',
      retention: 'file',
      nature: 'personal',
    },
    {
      name: is('Reconnaître la personne.', 'Recognizes the person.', fromLms),
      number: is(
        'Distinguer des personnes sans nom, par l’ordre de leur premier début.',
        'Tells people without a name apart, by the order of their first start.',
      ),
      latest: is(
        'Numéro du dernier essai\u00a0: statut, dates et scènes de la ligne sont les siens.',
        'Number of the latest attempt: the status, times and scenes of the row are its own.',
      ),
      status: progress,
      counting: is('Savoir quel essai compte.', 'Says which attempt counts.'),
      attempt: is('Savoir de quel essai vient le résultat.', 'Says which attempt the result is of.'),
      started: progress,
      last: progress,
      scenesDone: progress,
      scenesAll: progress,
      level,
      between: level,
      score: grade,
      low: grade,
      high: grade,
      dimension: is('Connaître le niveau par dimension.', 'Tells the level by dimension.'),
      adaptations: is(
        'Lire le résultat avec les adaptations utilisées.',
        'Lets the result be read with the adaptations used.',
        {
          source: 'person',
        },
      ),
      skipped: progress,
      left: progress,
      aside: is(
        'Savoir qu’un essai est écarté, et pourquoi.',
        'Says that an attempt was set aside, and why.',
        {
          source: 'staff',
        },
      ),
      review: is('Répondre à une demande de révision.', 'Answers a request for a review.', {
        source: 'person',
      }),
      grade: is('Savoir si la note est au carnet.', 'Says whether the gradebook has the grade.'),
      note: is('Rappeler que ce n’est pas une note d’examen.', 'Reminds staff that it is not an exam mark.'),
    },
  ),
  group(
    {
      name: 'AGS Score',
      about: ['La note que le carnet du LMS reçoit.', 'The grade that the gradebook of the LMS receives.'],
      readers: ['learner', 'staff', 'lms'],
      source: 'program',
      retention: 'lms',
      nature: 'personal',
    },
    {
      userId: is('Donner la note à la bonne personne.', 'Gives the grade to the right person.', fromLms),
      scoreGiven: is('Donner la note.', 'Gives the grade.'),
      scoreMaximum: is('Dire sur combien.', 'Says what the grade is out of.'),
      comment: is(
        'Dire ce que la note veut dire, sans les adaptations.',
        'Says what the grade means, without adaptations.',
        {
          parts: [
            ...['head', 'done', 'overall', 'ofDimension', 'onlyLevel', 'levelNumber', 'level', 'between'],
            ...['strengths', 'nextSteps', 'tail', 'levels', 'dimensions'],
          ],
        },
      ),
      timestamp: is('Remplacer une note plus ancienne.', 'Replaces an older grade.'),
      activityProgress: is('Dire que l’activité est faite.', 'Says that the activity is done.'),
      gradingProgress: is('Dire que la note est complète.', 'Says that the grade is complete.'),
      'https://canvas.instructure.com/lti/submission': is(
        'Dire à Canvas si l’essai est nouveau.',
        'Tells Canvas whether the attempt is new.',
        {
          parts: ['new_submission'],
        },
      ),
    },
  ),
];
