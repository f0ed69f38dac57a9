/** A change after a release needs a new version in vocabulary.ts. */
import { profileId, profileVersionId } from '../vocabulary.ts';
import { createConcepts } from './concepts.ts';
import { createPatterns } from './patterns.ts';
import type { Profile } from './profile-types.ts';
import { createTemplates } from './templates.ts';

/** Fixed, so that the same source gives the same bytes. */
const generatedAtTime = '2026-11-25T00:00:00.000Z';

export const profile: Profile = {
  id: profileId,
  '@context': 'https://w3id.org/xapi/profiles/context',
  type: 'Profile',
  conformsTo: 'https://w3id.org/xapi/profiles#1.0',
  prefLabel: { en: 'NUM+, a game of digital skills', fr: 'NUM+, un jeu des compétences numériques' },
  definition: {
    en: 'What people do in the simulated workplace of NUM+, and what their skills show: attempts, scenes, acts in apps, help, pauses, answers and scores. No statement holds a name, an address, a typed text or a password.',
    fr: 'Ce que les personnes font dans le milieu de travail simulé de NUM+, et ce que leurs compétences montrent\u00a0: essais, scènes, actions dans les applications, aide, pauses, réponses et points. Aucun énoncé ne contient un nom, une adresse, un texte écrit ou un mot de passe.',
  },
  versions: [{ id: profileVersionId, generatedAtTime }],
  author: { type: 'Organization', name: 'NUM+' },
  concepts: createConcepts(),
  templates: createTemplates(),
  patterns: createPatterns(),
};
