import type { SettingFault } from '../base/setting-faults.ts';

type None = Readonly<Record<string, never>>;

/** The last read of our key set. `readAt`: in UTC, or empty; `reader`: such as `Moodle, IPv4`. */
interface KeyReadParams {
  readonly readAt: string;
  readonly reader: string;
}

interface FindingParams {
  'settings.fine': None;
  'settings.unusable': SettingFault;
  'settings.trial': None;
  'settings.misspelt': { readonly setting: string; readonly near: string };
  'key.strong': None;
  'key.weak': None;
  'key.same-twice': None;
  'key.fits': { readonly count: number };
  'key.unreadable': { readonly count: number; readonly opened: number };
  'key.previous-needed': { readonly count: number };
  'key.previous-idle': None;
  'database.absent': None;
  'database.unusable': { readonly reason: string };
  'database.older': { readonly version: number; readonly known: number };
  'database.whole': { readonly version: number; readonly megabytes: number };
  'database.damaged': { readonly fault: string };
  'database.readable': None;
  'server.whole': { readonly version: number; readonly megabytes: number; readonly server: string };
  'server.old': { readonly server: string; readonly oldest: number };
  'server.replicated': None;
  'server.alone': None;
  'server.open': None;
  'server.rights': { readonly rights: string };
  'server.indexes': { readonly indexes: string };
  'server.clock': { readonly seconds: number };
  'disk.room': { readonly megabytes: number };
  'disk.little': { readonly megabytes: number };
  'disk.full': { readonly megabytes: number };
  'content.fine': { readonly forms: number };
  'content.problems': { readonly count: number };
  'content.no-client': None;
  'platform.none': None;
  'platform.inactive': None;
  'platform.no-deployments': None;
  'platform.waiting': { readonly count: number };
  'platform.fine': KeyReadParams;
  'platform.keys-unreachable': { readonly code: string };
  'platform.token-unreachable': { readonly reason: string };
  'platform.keys-unread': KeyReadParams & {
    readonly product: 'moodle' | 'other';
    readonly said: string;
    readonly host: string;
    readonly port: string;
    /** Address of our key set. */
    readonly keys: string;
  };
  'platform.token-refused': KeyReadParams & { readonly said: string };
  'platform.no-grades': None;
  'store.none': None;
  'store.fine': { readonly said: string };
  'store.paused': { readonly code: string };
  'store.failed': { readonly code: string; readonly said: string };
  'store.dead-letters': { readonly count: number };
  'store.behind': { readonly count: number; readonly hours: number };
  'backlog.room': { readonly pending: number; readonly limit: number };
  'backlog.no-worker': { readonly pending: number };
  'backlog.high': { readonly pending: number; readonly limit: number };
  'grades.fine': None;
  'grades.failed': { readonly count: number };
  'public.fine': None;
  'public.unreachable': { readonly fault: string };
  'public.other': { readonly status: number };
  'proxy.fine': { readonly hops: number };
  'proxy.differs': { readonly hops: number; readonly trusted: number };
  'clock.fine': None;
  'clock.unknown': None;
  'clock.off': { readonly seconds: number };
  skipped: { readonly because: SkipReason };
}

export type SkipReason = 'settings' | 'database' | 'absent' | 'key';

export type FindingCode = keyof FindingParams;

export type ParamsOf<Code extends FindingCode> = FindingParams[Code];

export type Check =
  | 'settings'
  | 'key'
  | 'database'
  | 'disk'
  | 'content'
  | 'platform'
  | 'store'
  | 'backlog'
  | 'grades'
  | 'public'
  | 'proxy'
  | 'clock';

/** `skipped`: the check could not run. */
export type FindingState = 'ok' | 'note' | 'act' | 'skipped';

type CodeWithParams = {
  [Code in FindingCode]: { readonly code: Code; readonly params: FindingParams[Code] };
}[FindingCode];

export type Finding = CodeWithParams & {
  readonly state: FindingState;
  readonly check: Check;
  /** Name or id of what was checked; may be empty. */
  readonly subject: string;
};

export function finding<Code extends FindingCode>(
  state: FindingState,
  check: Check,
  code: Code,
  params: FindingParams[Code],
  subject = '',
): Finding {
  // The union type can't tie code and parameters together.
  return { state, check, subject, code, params } as Finding;
}
