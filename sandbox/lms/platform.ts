import type { AccessTokens } from './access-tokens.ts';
import type { Addresses } from './addresses.ts';
import type { StorageSetting } from './control-command.ts';
import type { DeepLinkTickets } from './deep-link-tickets.ts';
import type { ExamplesNews } from './examples.ts';
import type { Faults } from './faults.ts';
import type { Launches } from './launches.ts';
import type { Clock, ToolRegistration } from './lms-options.ts';
import type { PlatformKeys } from './platform-keys.ts';
import type { RegistrationPasses } from './registration-passes.ts';
import type { LmsProfile } from './profiles.ts';
import type { Selections } from './selection-settings.ts';
import type { ServiceLog } from './service-log.ts';
import type { Store } from './store.ts';
import type { ToolKeys } from './tool-keys.ts';

export interface Platform {
  readonly addresses: Addresses;
  readonly store: Store;
  readonly keys: PlatformKeys;
  readonly toolKeys: ToolKeys;
  readonly faults: Faults;
  readonly launches: Launches;
  readonly tickets: DeepLinkTickets;
  readonly passes: RegistrationPasses;
  readonly selections: Selections;
  readonly tokens: AccessTokens;
  readonly serviceLog: ServiceLog;
  readonly clock: Clock;
  readonly randomDigits: () => string;
  profile: LmsProfile;
  storage: StorageSetting;
  tool: ToolRegistration | undefined;
  /** Undefined without `--examples`. */
  examples: ExamplesNews | undefined;
}

/** @throws if no tool is registered; routes check `platform.tool` first */
export function getTool(platform: Platform): ToolRegistration {
  if (platform.tool === undefined) throw new Error('No tool is registered.');
  return platform.tool;
}
