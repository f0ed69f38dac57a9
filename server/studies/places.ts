/** The narrowest place that has a study decides: activity, course, deployment. */
import { z } from 'zod';
import type { Storage } from '../storage/ports/storage.ts';

/** More than any study has. */
export const mostPlaces = 1000;

/** By the LMS's own ids. */
export type Place =
  | { readonly kind: 'deployment'; readonly registrationId: string; readonly deploymentId: string }
  | {
      readonly kind: 'course';
      readonly platformId: string;
      readonly deploymentId: string;
      readonly contextId: string;
    }
  | {
      readonly kind: 'activity';
      readonly platformId: string;
      readonly deploymentId: string;
      readonly resourceLinkId: string;
    };

/** Ids of LMSs hold any character, so they are joined as JSON. */
export function nameOfPlace(place: Place): string {
  const { kind, deploymentId } = place;
  switch (kind) {
    case 'deployment':
      return JSON.stringify([kind, place.registrationId, deploymentId]);
    case 'course':
      return JSON.stringify([kind, place.platformId, deploymentId, place.contextId]);
    case 'activity':
      return JSON.stringify([kind, place.platformId, deploymentId, place.resourceLinkId]);
  }
}

/** Of the names that `nameOfPlace` makes. */
export function parsePlace(name: string): Place {
  const [kind, from, deploymentId, id] = parts.parse(JSON.parse(name));
  switch (kind) {
    case 'deployment':
      return { kind, registrationId: from, deploymentId };
    case 'course':
      return { kind, platformId: from, deploymentId, contextId: id ?? '' };
    case 'activity':
      return { kind, platformId: from, deploymentId, resourceLinkId: id ?? '' };
  }
}

const parts = z.tuple([
  z.enum(['deployment', 'course', 'activity']),
  z.string(),
  z.string(),
  z.string().optional(),
]);

interface Launched {
  readonly organisationId: string;
  readonly platformId: string;
  readonly registrationId: string;
  readonly deploymentId: string;
  readonly context: { readonly id: string } | null;
  readonly resourceLink: { readonly id: string } | null;
}

/** Undefined: that of the deployment's row. */
export async function findStudyOfPlace(
  { studyPlaces }: Pick<Storage, 'studyPlaces'>,
  { organisationId, platformId, registrationId, deploymentId, context, resourceLink }: Launched,
): Promise<string | undefined> {
  const at = { platformId, deploymentId };
  const places: Place[] = [
    ...(resourceLink === null ? [] : [{ kind: 'activity', ...at, resourceLinkId: resourceLink.id } as const]),
    ...(context === null ? [] : [{ kind: 'course', ...at, contextId: context.id } as const]),
    { kind: 'deployment', registrationId, deploymentId },
  ];
  const found = await Promise.all(
    places.map((place) => studyPlaces.find(organisationId, nameOfPlace(place))),
  );
  return found.find((one) => one !== undefined)?.studyId;
}
