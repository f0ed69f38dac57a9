import type { ComfortSettings } from '../../contract/comfort.ts';

export interface Comfort {
  readonly organisationId: string;
  readonly personId: string;
  readonly settings: ComfortSettings;
  /** From 1. */
  readonly revision: number;
  readonly updatedAt: number;
}

export interface ComfortPort {
  find(organisationId: string, personId: string): Promise<Comfort | undefined>;
  /** As PersonSettingsPort.put. */
  put(comfort: Comfort): Promise<boolean>;
}
