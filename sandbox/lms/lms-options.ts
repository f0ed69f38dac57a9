/** What a caller gives the sandbox LMS and gets back. Nothing here knows how the LMS works inside. */
import type { ControlCommand } from './control-command.ts';
import type { GradeEntry } from './gradebook.ts';
import type { ServiceCall } from './service-log.ts';

/** Tells the time; tests give their own. */
export type Clock = () => Date;

/** The LTI tool as an administrator would type it into the LMS. */
export interface ToolRegistration {
  readonly clientId: string;
  readonly deploymentId: string;
  readonly loginUrl: string;
  /** A redirect must equal one of these to the letter. */
  readonly redirectUris: readonly string[];
  /** Where activities without an address of their own lead. */
  readonly targetLinkUri: string;
  /** Where "Select content" leads; `targetLinkUri` when absent. */
  readonly deepLinkingUri?: string;
  /** Fetched by this server, so a name that only browsers resolve will not do. */
  readonly keySetUrl: string;
  /** Whether names and e-mail addresses are sent; true when absent. */
  readonly shareNames?: boolean;
}

export interface LmsOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** The address browsers use, also the issuer; the listening address when absent. */
  readonly publicUrl?: string;
  /** The address the tool's server uses; the listening address when absent. */
  readonly serviceUrl?: string;
  /** May come later through `setTool`, since tool and LMS need each other's ports. */
  readonly tool?: ToolRegistration;
  /** JSON file that keeps keys, activities and grades over a restart; memory only when absent. */
  readonly dataFile?: string;
  readonly clock?: Clock;
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
  /** Registers the tool, or replaces its registration. */
  setTool(tool: ToolRegistration): void;
  /** Every stored grade, ordered by item and person. */
  gradebook(): readonly GradeEntry[];
  /** The last calls to token, line items, scores, results and roster, oldest first. */
  serviceCalls(): readonly ServiceCall[];
  /** Orders a fault or a change; the same commands as POST /sandbox/control. */
  control(command: ControlCommand): Promise<void>;
  close(): Promise<void>;
}
