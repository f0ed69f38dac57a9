/** The place that the options of `study add` and `study change` name. */
import { AppError } from '../base/errors.ts';
import type { Context } from '../context.ts';
import { getDeployment, getPlatform } from '../organisations/manage-platform.ts';
import type { Place } from '../studies/places.ts';
import { OperatorError } from './operator-error.ts';

export interface PlaceOptions {
  readonly platform?: string;
  readonly deployment?: string;
  readonly course?: string;
  readonly activity?: string;
}

/** @throws OperatorError, AppError platform.unknown, deployment.unknown, deployment.ambiguous */
export async function findPlace(
  context: Context,
  { platform: ref, deployment, course, activity }: PlaceOptions,
): Promise<Place | null> {
  if (ref === undefined) {
    if (deployment === undefined && course === undefined && activity === undefined) return null;
    throw new OperatorError('Name the LMS of the place with --platform.');
  }
  const deploymentId = deployment ?? (await findOnlyDeployment(context, ref));
  const { platformId, registrationId } = await getDeployment(context, { ref, deploymentId, clientId: null });
  if (activity !== undefined) return { kind: 'activity', platformId, deploymentId, resourceLinkId: activity };
  if (course !== undefined) return { kind: 'course', platformId, deploymentId, contextId: course };
  return { kind: 'deployment', registrationId, deploymentId };
}

async function findOnlyDeployment(context: Context, ref: string): Promise<string> {
  const { platforms } = context.storage;
  const { organisationId, id } = await getPlatform(context, ref);
  const found = await platforms.listDeployments(organisationId, id, { limit: 2 });
  const [only] = found;
  if (only === undefined) throw new AppError('deployment.unknown', { ref });
  if (found.length > 1)
    throw new OperatorError('This LMS has several deployments. Name one with --deployment.');
  return only.deploymentId;
}
