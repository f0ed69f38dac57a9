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
  remove(organisationId: string): Promise<boolean>;
}
