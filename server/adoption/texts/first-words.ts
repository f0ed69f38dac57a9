/** Words of the tables of the first page, in both languages. */
import { counted } from '../../base/plural.ts';
import type { KitFacts } from '../kit-facts.ts';

interface Minutes {
  readonly writing: number;
  readonly reading: number;
  /** Writing, of the research team. */
  readonly team: number;
}

interface FirstWords {
  readonly documents: string;
  readonly documentHeads: readonly string[];
  readonly notCounted: (minutes: string) => string;
  readonly left: string;
  /** What the number after a question is. */
  readonly numbers: string;
  readonly leftFor: (role: string, minutes: string) => string;
  readonly confirm: (abouts: readonly string[]) => string;
  readonly boxes: (count: number) => string;
  readonly whole: (minutes: Minutes) => string;
  readonly estimate: string;
  readonly installation: (facts: Pick<KitFacts, 'publicHost' | 'build' | 'day'>) => string;
}

export const firstWordsFr: FirstWords = {
  documents: 'Les documents et le temps',
  documentHeads: ['n°', 'document', 'réponses', 'écrire (minutes)', 'lire (minutes)'],
  notCounted: (minutes) => `(${minutes})`,
  left: 'Ce qui reste à remplir, par personne',
  numbers: 'Le nombre entre parenthèses est celui du document. Copiez chaque liste pour la personne nommée.',
  leftFor: (role, minutes) => `${role}\u00a0: ${minutes} min`,
  confirm: (abouts) => `À confirmer\u00a0: ${abouts.join('; ')}`,
  boxes: (count) => counted('fr', count, { one: 'case à cocher', other: 'cases à cocher' }),
  whole: ({ writing, reading, team }) =>
    `**Écrire\u00a0: environ ${writing} minutes en tout. Lire\u00a0: environ ${reading} minutes de plus.**${team === 0 ? ' Aucune étude ne fait de recherche\u00a0: laissez le document 9 et les questions de l’équipe de recherche.' : ` L’équipe de recherche écrit environ ${team} minutes de son côté.`}`,
  estimate:
    'Ce sont des estimations\u00a0: 15 secondes pour une case, 30 secondes pour confirmer ou choisir, 1 minute pour quelques mots ou une signature (1 minute et demie pour un choix à compléter), 3 minutes pour des phrases, 5 minutes pour une démarche, et 200 mots lus par minute. Seuls les totaux au-dessus du tableau sont arrondis, aux cinq minutes suivantes. Ils ne comptent ni la mise en ligne de la politique et de l’avis, ni le temps de trouver une réponse, de négocier une entente ou d’évaluer un lieu hors du Québec. Recopier à la main les réponses du document 1 prend environ cinq minutes de plus. Un temps entre parenthèses n’est pas dans le total\u00a0: ce document se consulte, ou l’équipe de recherche l’écrit.',
  installation: ({ publicHost, build, day }) =>
    `Faite le ${day} pour \`${publicHost}\`, avec la version \`${build}\`.`,
};

export const firstWordsEn: FirstWords = {
  documents: 'The documents and the time',
  documentHeads: ['no.', 'document', 'answers', 'writing (minutes)', 'reading (minutes)'],
  notCounted: (minutes) => `(${minutes})`,
  left: 'What is left to fill in, by person',
  numbers: 'The number in parentheses is that of the document. Copy each list for the person it names.',
  leftFor: (role, minutes) => `${role}: ${minutes} min`,
  confirm: (abouts) => `To confirm: ${abouts.join('; ')}`,
  boxes: (count) => counted('en', count, { one: 'box to tick', other: 'boxes to tick' }),
  whole: ({ writing, reading, team }) =>
    `**Writing: about ${writing} minutes in all. Reading: about ${reading} minutes more.**${team === 0 ? ' No study does research: leave document 9 and the questions of the research team.' : ` The research team writes for about ${team} minutes on its side.`}`,
  estimate:
    'These are estimates: 15 seconds for a box, 30 seconds to confirm or choose, 1 minute for a few words or a signature (a minute and a half for a choice to complete), 3 minutes for sentences, 5 minutes for a step elsewhere, and 200 words read a minute. Only the totals above are rounded, up to the next five minutes. They leave out the time to find an answer, to put the policy and the notice on a site, to negotiate an agreement and to assess a place outside Québec. Copying the answers of document 1 by hand takes about five minutes more. A time in parentheses is not in the total: that document is for looking up, or the research team writes it.',
  installation: ({ publicHost, build, day }) =>
    `Made on ${day} for \`${publicHost}\`, with version \`${build}\` of the program.`,
};
