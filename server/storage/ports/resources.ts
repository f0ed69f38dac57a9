/** An organisation's own list of resources for learners, in place of the starter set. */
import type { Resource } from '../../../scenarios/schema/resources.ts';

export interface ResourceList {
  readonly organisationId: string;
  /** In the order of the file. */
  readonly resources: readonly Resource[];
  readonly loadedAt: number;
}

export interface ResourcesPort {
  /** Replaces the list atomically. */
  replace(list: ResourceList): Promise<void>;
  find(organisationId: string): Promise<ResourceList | undefined>;
  /** Back to the starter set; false if there was no list. */
  remove(organisationId: string): Promise<boolean>;
}
