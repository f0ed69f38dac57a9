import type { GradeKind } from '../../contract/grade-kinds.ts';

export interface ResourceLink {
  readonly id: string;
  readonly organisationId: string;
  readonly platformId: string;
  readonly deploymentId: string;
  readonly contextId: string;
  readonly resourceLinkId: string;
  readonly title: string;
  /** Null: the usual one. */
  readonly grade: GradeKind | null;
  readonly updatedAt: number;
}

export interface ResourceLinksPort {
  /**
   * Inserts the link, or updates the title of the existing (platform, deployment, context, link). A launch sets `grade`
   * only if none is set: after that staff decide.
   */
  ensure(link: ResourceLink): Promise<ResourceLink>;
  find(organisationId: string, id: string): Promise<ResourceLink | undefined>;
  /** Returns false if the link is unknown. */
  chooseGrade(organisationId: string, id: string, grade: GradeKind): Promise<boolean>;
}
