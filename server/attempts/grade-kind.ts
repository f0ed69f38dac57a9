import { type GradeKind, usualGrade } from '../contract/grade-kinds.ts';
import type { Attempt } from '../storage/ports/attempts.ts';
import type { ResourceLinksPort } from '../storage/ports/resource-links.ts';

export interface GradeKindDeps {
  readonly storage: { readonly resourceLinks: Pick<ResourceLinksPort, 'find'> };
}

export async function findGradeKind(
  { storage }: GradeKindDeps,
  { organisationId, resourceLinkId }: Pick<Attempt, 'organisationId' | 'resourceLinkId'>,
): Promise<GradeKind> {
  const link = await storage.resourceLinks.find(organisationId, resourceLinkId);
  return link?.grade ?? usualGrade;
}
