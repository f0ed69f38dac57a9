export interface ResourceLink {
  readonly id: string;
  readonly organisationId: string;
  readonly platformId: string;
  readonly deploymentId: string;
  readonly contextId: string;
  readonly resourceLinkId: string;
  readonly title: string;
  readonly updatedAt: number;
}

export interface ResourceLinksPort {
  /** Inserts the link, or updates the title of the existing (platform, deployment, context, link). */
  ensure(link: ResourceLink): Promise<ResourceLink>;
  find(organisationId: string, id: string): Promise<ResourceLink | undefined>;
}
