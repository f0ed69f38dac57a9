import type { Service, TokenChange } from './control-command.ts';
import { type CopyWays, moodlesCopies } from './copies.ts';
import { type GroupWays, withoutGroups } from './group-ways.ts';
import { moodlesWays } from './roster-ways.ts';
import type { RosterWays } from './roster-ways.ts';

interface Failure {
  readonly status: number;
  readonly service: Service | undefined;
  readonly retryAfterSeconds: number | undefined;
}

export interface Faults {
  down: boolean;
  delayMs: number;
  keySetDown: boolean;
  keySetDelayMs: number;
  /** The tool's keys can't be read, as a stock Moodle refuses private addresses and other ports. */
  toolKeysBlocked: boolean;
  /** Registered tools are only "preconfigured". */
  keepsOutOfChooser: boolean;
  roster: RosterWays;
  groups: GroupWays;
  copies: CopyWays;
  failNext(failure: Failure, count: number): void;
  takeFailure(service: Service): Failure | undefined;
  cutAfterScores(count: number): void;
  takeCut(): boolean;
  alterTokens(change: TokenChange, count: number): void;
  takeTokenChange(): TokenChange | undefined;
  clear(): void;
}

export function createFaults(): Faults {
  const failures: Failure[] = [];
  const tokenChanges: TokenChange[] = [];
  let cuts = 0;
  return {
    down: false,
    delayMs: 0,
    keySetDown: false,
    keySetDelayMs: 0,
    toolKeysBlocked: false,
    keepsOutOfChooser: false,
    roster: moodlesWays,
    groups: withoutGroups,
    copies: moodlesCopies,
    failNext(failure, count) {
      failures.push(...Array.from({ length: count }, () => failure));
    },
    takeFailure(service) {
      const index = failures.findIndex((failure) => (failure.service ?? service) === service);
      return index < 0 ? undefined : failures.splice(index, 1)[0];
    },
    cutAfterScores(count) {
      cuts = count;
    },
    takeCut() {
      if (cuts === 0) return false;
      cuts -= 1;
      return true;
    },
    alterTokens(change, count) {
      tokenChanges.push(...Array.from({ length: count }, () => change));
    },
    takeTokenChange: () => tokenChanges.shift(),
    clear() {
      failures.length = 0;
      tokenChanges.length = 0;
      cuts = 0;
      this.down = false;
      this.delayMs = 0;
      this.keySetDown = false;
      this.keySetDelayMs = 0;
      this.toolKeysBlocked = false;
      this.keepsOutOfChooser = false;
      this.roster = moodlesWays;
      this.groups = withoutGroups;
      this.copies = moodlesCopies;
    },
  };
}
