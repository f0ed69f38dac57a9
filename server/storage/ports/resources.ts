/** What an organisation points learners to: its own list, in place of the starter set. */
import type { Resource } from '../../../scenarios/schema/resources.ts';

export interface ResourceList {
  readonly organisationId: string;
  /** In the order of the file. */
  readonly resources: readonly Resource[];
  readonly loadedAt: number;
}

export interface ResourcesPort {
  /** Keeps a list in place of the one before. Atomic: a reader sees one or the other, whole. */
  replace(list: ResourceList): Promise<void>;
  find(organisationId: string): Promise<ResourceList | undefined>;
  /** Back to the starter set; false where there was no list. */
  remove(organisationId: string): Promise<boolean>;
}
