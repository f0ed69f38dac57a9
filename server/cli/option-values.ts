import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Tier } from '../../xapi/statement-draft.ts';

export const collect = (value: string, list: readonly string[]): string[] => [...list, value];

export function url(value: string): string {
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    throw new InvalidArgumentError('It must be an address such as https://lms.example.org/…');
  }
  return value;
}

/** Milliseconds since 1970 UTC. */
export function moment(value: string): number {
  const at = /^\d{4}-\d{2}-\d{2}/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at))
    throw new InvalidArgumentError('It must be a date such as 2026-11-25 or 2026-11-25T08:00Z.');
  return at;
}

export function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new InvalidArgumentError('It must be a whole number, 1 or more.');
  return Number(value);
}

export function port(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > 65535) {
    throw new InvalidArgumentError('It must be a whole number from 1 to 65535.');
  }
  return number;
}

export function tier(value: string): Tier {
  const found = ([1, 2, 3] as const).find((one) => String(one) === value);
  if (found === undefined) throw new InvalidArgumentError('It must be 1, 2 or 3.');
  return found;
}

export function folder(value: string): string {
  if (value === '') throw new InvalidArgumentError('It must name a folder.');
  return value;
}

export function purposeOption(): Option {
  const meaning = 'research: only people who consented to research; operational: everyone';
  return new Option('--purpose <purpose>', meaning).choices(['research', 'operational']).default('research');
}

/** As a browser writes it: `École.example.org` is `xn--cole-9oa.example.org`. */
export function host(value: string, withPort: boolean): string {
  if (value.includes('*')) throw new InvalidArgumentError('Name one host; `*` stands for no other.');
  if (value.endsWith(':443')) throw new InvalidArgumentError('Leave out :443, the usual port of https.');
  const address = `https://${value}/`;
  const found = URL.canParse(address) ? new URL(address) : new URL('https://0.0.0.0');
  const isName = !/[/?#@\\\s[\]]|:$/.test(value) && isIP(found.hostname) === 0;
  if (!isName || (!withPort && found.port !== '')) {
    const sample = withPort ? 'lms.example.org or lms.example.org:8443' : 'moodle.intranet.example.org';
    throw new InvalidArgumentError(`It must be a host name such as ${sample}, without https:// and path.`);
  }
  return found.host;
}

export const collectPrivateHosts = (value: string, list: readonly string[]): string[] =>
  collect(host(value, false), list);

export const privateHostMeaning =
  'a host in a private network that the tool may call for this LMS; repeatable; is logged and recorded';

export interface CredentialOptions {
  readonly key: string;
  readonly secretFile: string;
}

/** The secret comes from a file: command lines show in process lists. */
export function withCredentials(command: Command): Command {
  return command
    .requiredOption('--key <key>', 'Basic key of the store')
    .requiredOption('--secret-file <file>', 'file with the secret only; - reads standard input');
}

/** Without the secret's trailing line end. */
export function readCredentials({ key, secretFile }: CredentialOptions): { key: string; secret: string } {
  const standardInput = 0;
  const text = readFileSync(secretFile === '-' ? standardInput : secretFile, 'utf8');
  return { key, secret: text.replace(/\r?\n$/, '') };
}
