import type { GradeKind } from '../../contract/grade-kinds.ts';
import type { ActivitySettings } from './launches.ts';

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
  /** As last launched; null: unknown. */
  readonly settings: ActivitySettings | null;
  /** Address of the column that staff chose, or null. */
  readonly columnUrl: string | null;
  readonly updatedAt: number;
}

export type CourseName = Pick<ResourceLink, 'organisationId' | 'platformId' | 'deploymentId' | 'contextId'>;
export type LinkName = CourseName & Pick<ResourceLink, 'resourceLinkId'>;

export interface ResourceLinksPort {
  /**
   * Inserts the link, or updates the title of the existing (platform, deployment, context, link), and its settings
   * unless they are null. `grade` is set only once: after that staff decide. `columnUrl` stays.
   */
  ensure(link: ResourceLink): Promise<ResourceLink>;
  find(organisationId: string, id: string): Promise<ResourceLink | undefined>;
  findByName(name: LinkName): Promise<ResourceLink | undefined>;
  /** Ordered by the LMS's id of the link. */
  listOfCourse(course: CourseName, limit: number): Promise<ResourceLink[]>;
  /** Returns false if the link is unknown. */
  chooseGrade(organisationId: string, id: string, grade: GradeKind): Promise<boolean>;
  /** Returns false if the link is unknown. */
  chooseColumn(organisationId: string, id: string, columnUrl: string): Promise<boolean>;
  /** Of one course, by id. */
  listByTitle(
    course: Pick<ResourceLink, 'organisationId' | 'platformId' | 'deploymentId' | 'contextId' | 'title'>,
    limit: number,
  ): Promise<ResourceLink[]>;
}
