import type { ControlCommand } from './control-command.ts';
import type { GradeEntry } from './gradebook.ts';
import type { ServiceCall } from './service-log.ts';
import type { StoredState } from './stored-state.ts';

export type Clock = () => Date;

export interface ToolRegistration {
  readonly clientId: string;
  readonly deploymentId: string;
  readonly loginUrl: string;
  readonly redirectUris: readonly string[];
  /** Target of activities without an address of their own. */
  readonly targetLinkUri: string;
  /** Target of "Select content"; default `targetLinkUri`. */
  readonly deepLinkingUri?: string;
  /** Fetched by this server, so it must resolve here. */
  readonly keySetUrl: string;
  readonly shareNames?: boolean;
  /** Custom parameters of every launch. */
  readonly custom?: Readonly<Record<string, string>>;
}

export interface LmsOptions {
  readonly host: string;
  readonly port: number;
  /** For browsers, and the issuer; default: the listening address. */
  readonly publicUrl?: string;
  /** For the tool's server; default: the listening address. */
  readonly serviceUrl?: string;
  /** May be set later with `setTool`, since tool and LMS need each other's ports. */
  readonly tool?: ToolRegistration;
  /** JSON file for keys, activities and grades; default: memory only. */
  readonly dataFile?: string;
  /** For a new LMS; by default it makes one. */
  readonly signingKey?: StoredState['keys'][number];
  readonly clock?: Clock;
  readonly withExamples?: boolean;
}

export interface RunningLms {
  readonly publicUrl: string;
  readonly serviceUrl: string;
  readonly port: number;
  readonly issuer: string;
  readonly endpoints: {
    readonly authorization: string;
    readonly token: string;
    readonly keySet: string;
  };
  setTool(tool: ToolRegistration): void;
  gradebook(): readonly GradeEntry[];
  serviceCalls(): readonly ServiceCall[];
  control(command: ControlCommand): Promise<void>;
  close(): Promise<void>;
}
