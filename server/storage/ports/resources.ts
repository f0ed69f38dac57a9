/** An organisation's list, which replaces the starter set for its learners. */
import type { Resource } from '../../../scenarios/schema/resources.ts';

export interface ResourceList {
  readonly organisationId: string;
  readonly resources: readonly Resource[];
  readonly loadedAt: number;
}

export interface ResourcesPort {
  replace(list: ResourceList): Promise<void>;
  find(organisationId: string): Promise<ResourceList | undefined>;
  /** False if there was no list. */
  remove(organisationId: string): Promise<boolean>;
}
