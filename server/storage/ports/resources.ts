/** Replaces the starter set of resources for learners. */
import type { Resource } from '../../../scenarios/schema/resources.ts';

export interface ResourceList {
  readonly organisationId: string;
  /** In file order. */
  readonly resources: readonly Resource[];
  readonly loadedAt: number;
}

export interface ResourcesPort {
  /** Atomic. */
  replace(list: ResourceList): Promise<void>;
  find(organisationId: string): Promise<ResourceList | undefined>;
  /** Back to the starter set; false if there was no list. */
  remove(organisationId: string): Promise<boolean>;
}
