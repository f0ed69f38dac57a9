import { existsSync, mkdtempSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { BankFile } from '../../scenarios/measurement/bank-schema.ts';
import { writeBank } from '../../scenarios/psychometrics/bank-text.ts';
import type { Calibration } from '../../scenarios/psychometrics/calibrate-types.ts';
import type { NewBank } from '../../scenarios/psychometrics/calibrated-bank.ts';
import type { Bank } from '../../scenarios/kit/measurement-types.ts';
import type { Content } from '../content/load.ts';
import { OperatorError } from './operator-error.ts';
import { counted } from '../base/plural.ts';

/** Checked before computing: minutes of work must not end at a folder that can't be written. */
export function checkPlace(out: string): void {
  if (existsSync(out)) throw isThere(out);
  const folder = dirname(resolve(out));
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new OperatorError(`There is no folder ${folder} to write the bank into.`);
  try {
    // The disk may be read-only, and access lists may differ from the mode.
    rmdirSync(mkdtempSync(join(folder, '.numplus-')));
  } catch (error) {
    throw notWritable(folder, error);
  }
}

function isThere(out: string): OperatorError {
  return new OperatorError(`${out} already exists; a bank version never changes. Name another file.`);
}

function notWritable(place: string, error: unknown): OperatorError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  const isForbidden = ['EACCES', 'EPERM', 'EROFS'].includes(code);
  return new OperatorError(
    isForbidden
      ? `You have no right to write into ${place}. No bank was written.`
      : `${place} cannot be written into (${code}). No bank was written.`,
  );
}

/** The number in the file's name, otherwise one more than the newest version. */
export function versionOf(out: string | undefined, { bankVersions }: Content): number {
  const named = /^v(\d{1,4})\.yaml$/.exec(basename(out ?? ''))?.[1];
  const version = named === undefined ? (bankVersions.at(-1) ?? 0) + 1 : Number(named);
  if (bankVersions.includes(version) || version === 0) {
    throw new OperatorError(
      `Bank ${version} already exists; a bank version never changes. Name another file.`,
    );
  }
  return version;
}

export function plannedIn({ items }: Bank, content: Content): string[] {
  const written = new Set(content.scenarios().map(({ scenario }) => scenario));
  return [...new Set(items.map(({ scenario }) => scenario))].filter((scenario) => !written.has(scenario));
}

export function sourceOf(
  { model, persons, logLikelihood, parameters }: Calibration,
  { version }: Bank,
  anchor: readonly string[],
  origin: string,
): string {
  return [
    `Calibrated by the ${model === 'pcm' ? 'partial credit model' : 'generalized partial credit model'}, marginal maximum likelihood, from answers of ${counted('en', persons, { one: 'person', other: 'persons' })}; log-likelihood ${logLikelihood.toFixed(3)} with ${counted('en', parameters, { one: 'figure', other: 'figures' })}.`,
    `Started from bank ${version}; ${anchor.length === 0 ? 'no anchors, the mean ability of these persons is the origin' : `anchored on ${anchor.join(', ')}`}.`,
    origin,
  ].join(' ');
}

/** @throws OperatorError if the figures fail the bank's validation; writes nothing then */
export function writeNewBank(out: string, { file, calibrated }: NewBank): string {
  if (calibrated.length === 0) {
    throw new OperatorError(
      'None of these items is one of the bank’s with a step for each point (columns are called S02_COM, …). No bank was written.',
    );
  }
  const checked = BankFile.safeParse(file);
  if (!checked.success) {
    const places = checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new OperatorError(
      `These figures do not make a valid bank (${places.join('; ')}). No bank was written.`,
    );
  }
  try {
    writeFileSync(out, writeBank(checked.data), { flag: 'wx' });
  } catch (error) {
    // EEXIST: another process has written its bank. Otherwise this is our own unfinished file.
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw isThere(out);
    rmSync(out, { force: true });
    throw notWritable(out, error);
  }
  return out;
}

export function describeBank(
  { file, calibrated, joined, unchanged }: NewBank,
  base: Bank,
  written: string | null,
): string[] {
  if (written === null) return ['Nothing was written: --out FILE writes a bank with these figures.'];
  const anchored = file.items.length - calibrated.length - joined.length - unchanged.length;
  return [
    `Written: bank ${file.version}, ${written}: ${counted('en', calibrated.length, { one: 'item', other: 'items' })} calibrated, ${anchored} anchored, ${joined.length + unchanged.length} as in bank ${base.version}.`,
    ...(joined.length === 0
      ? []
      : [
          `As before because categories were joined, and a bank has a step for each point: ${joined.join(', ')}.`,
        ]),
    ...(anchored === 0 && joined.length + unchanged.length > 0
      ? [
          `The items as before stand on the scale of bank ${base.version}, the calibrated ones on that of these persons: anchor a common core before you use both in one form.`,
        ]
      : []),
    `The levels’ cuts are those of bank ${base.version}. Without anchors they have to be set anew.`,
    `Nothing uses this bank. It counts once it stands as banks/v${file.version}.yaml in the content and a form names bankVersion ${file.version}; attempts that have begun keep theirs.`,
  ];
}
