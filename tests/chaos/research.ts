/** The study asks about research, and a record store of its own gets what people agreed to. */
import { type RunningStore, startStore } from '../../sandbox/store/start-store.ts';
import { noFacts, type StudyFacts } from '../../server/contract/study-facts.ts';
import { ensureDefaults } from '../../server/organisations/defaults.ts';
import { addDestination, describeDestination } from '../../server/organisations/manage-destinations.ts';
import { changeTexts } from '../../server/organisations/manage-studies.ts';
import type { Belongings } from './belongings.ts';
import type { Installation } from './installation.ts';

/** An installation with a study that asks. */
export interface Asking extends Installation {
  readonly research: RunningStore;
}

const credentials = { key: 'chaos-research', secret: 'chaos-research-secret' };

const facts: StudyFacts = {
  ...noFacts,
  research: {
    team: { fr: 'L’équipe Chaos', en: 'The Chaos team' },
    purpose: { fr: 'Elle étudie les pannes.', en: 'It studies breakdowns.' },
    contact: null,
    keptMonths: 12,
    future: true,
    background: true,
  },
};

/** Called before anybody plays. */
export async function askForResearch(installation: Installation, belongings: Belongings): Promise<Asking> {
  const { operator } = installation;
  const research = await startStore({ host: '127.0.0.1', port: 0, ...credentials });
  belongings.add(() => research.close());
  const { study } = await ensureDefaults(operator);
  await changeTexts(operator, study, facts);
  const { endpoint } = research;
  const place = { study, endpoint, credentials, purpose: 'research', tier: 3, version: '1.0.3' } as const;
  await addDestination(operator, describeDestination(operator, place));
  return { ...installation, research };
}
