/** An invented study, so that somebody who tries the demo meets the question about research. */
import type { Context } from '../context.ts';
import { StudyFacts } from '../contract/study-facts.ts';
import { addDestination, describeDestination } from '../organisations/manage-destinations.ts';
import { addStudy, changeTexts, placeStudy } from '../organisations/manage-studies.ts';
import type { Registration } from '../storage/ports/platforms.ts';

interface Sandbox {
  readonly registration: Registration;
  readonly deploymentId: string;
  readonly store: { readonly endpoint: string; readonly key: string; readonly secret: string };
}

/** « Découvrir NUM+ » and “Discover NUM+”, by the sandbox LMS's ids. The invented people play elsewhere. */
const activities = ['1', '2'];

const demoFacts = StudyFacts.parse({
  organisation: { fr: 'les Ateliers Boréal (fiction)', en: 'Ateliers Boréal (fiction)' },
  inCharge: 'Karim Benali (fiction)',
  keptMonths: 24,
  research: {
    team: { fr: 'Une équipe inventée', en: 'An invented team' },
    purpose: {
      fr: 'Cette étude est inventée, pour montrer la question.',
      en: 'This study is invented, to show the question.',
    },
    contact: 'equipe@recherche.example',
    keptMonths: 60,
    future: true,
    background: true,
  },
});

/** Its statements go to the sandbox store as all others do. */
export async function addDemoStudy(
  context: Context,
  { registration, deploymentId, store }: Sandbox,
): Promise<void> {
  const { organisationId, platformId } = registration;
  const study = await addStudy(context, { organisationId, name: 'Étude d’exemple (fiction)' });
  await changeTexts(context, study, demoFacts);
  const { endpoint, ...credentials } = store;
  await addDestination(
    context,
    describeDestination(context, {
      study,
      endpoint,
      credentials,
      purpose: 'operational',
      tier: 3,
      version: '1.0.3',
    }),
  );
  for (const resourceLinkId of activities) {
    await placeStudy(context, study, { kind: 'activity', platformId, deploymentId, resourceLinkId });
  }
}
