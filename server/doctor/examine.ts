/** All checks of `doctor` in their order: what rests on something broken is named as not looked at. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../base/config.ts';
import type { Context } from '../context.ts';
import { createSecrets } from '../base/secrets.ts';
import type { Destination } from '../storage/ports/destinations.ts';
import type { Platform, Registration } from '../storage/ports/platforms.ts';
import { checkDatabase, explainDatabaseFault } from './check-database.ts';
import { checkPlatforms } from './check-platforms.ts';
import { checkPublicAddress } from './check-public.ts';
import { checkSettings } from './check-settings.ts';
import { checkGrades, checkStores } from './check-stores.ts';
import { type Check, type Finding, finding } from './finding.ts';

interface Examined {
  readonly readConfig: () => Config;
  /** Opens the tool on a database that is whole and of this version, and closes it behind `work`. */
  readonly withContext: (config: Config, work: (context: Context) => Promise<void>) => Promise<void>;
  readonly listPlatforms: (
    context: Context,
  ) => Promise<readonly { readonly platform: Platform; readonly registrations: readonly Registration[] }[]>;
  readonly listDestinations: (context: Context) => Promise<readonly Destination[]>;
  readonly listOrganisationIds: (context: Context) => Promise<readonly string[]>;
}

const behindDatabase: readonly Check[] = ['content', 'platform', 'store', 'backlog', 'grades', 'clock'];
const behindSettings: readonly Check[] = ['database', 'disk', ...behindDatabase, 'public'];

/** Seconds: Moodle refuses what comes from the future, and others what is minutes old. */
const noticedDrift = 5;
const harmfulDrift = 60;

/** Writes nothing to the database, and sends nothing to a record store. */
export async function examine(examined: Examined): Promise<Finding[]> {
  const { config, findings } = checkSettings(examined.readConfig);
  if (config === null) return [...findings, ...skip(behindSettings, 'settings')];
  const secrets = createSecrets(config.secretKey, config.secretKeyPrevious);
  const database = await checkDatabase(config, secrets);
  findings.push(...database.findings);
  findings.push(
    ...(database.isUsable ? await examineOpened(examined, config) : skip(behindDatabase, 'database')),
  );
  return [...findings, ...(await checkPublicAddress(config))];
}

async function examineOpened(examined: Examined, config: Config): Promise<Finding[]> {
  const findings: Finding[] = [];
  try {
    await examined.withContext(config, async (context) => {
      findings.push(...(await examineParts(examined, context)));
    });
    return findings;
  } catch (error) {
    return [explainDatabaseFault(error), ...skip(behindDatabase, 'database')];
  }
}

async function examineParts(examined: Examined, context: Context): Promise<Finding[]> {
  const platforms = await checkPlatforms(context, await examined.listPlatforms(context));
  const stores = await checkStores(context, await examined.listDestinations(context));
  const grades = await checkGrades(context.storage, await examined.listOrganisationIds(context));
  // Last: the answers before brought the dates.
  return [...checkContent(context), ...platforms, ...stores, grades, checkClock(context.clockHint.read())];
}

function checkContent({ content, clientDir }: Context): Finding[] {
  const count = content.problems.filter(({ severity }) => severity === 'error').length;
  const hasClient = existsSync(join(clientDir, 'index.html'));
  return [
    count > 0
      ? finding('act', 'content', 'content.problems', { count })
      : finding('ok', 'content', 'content.fine', { forms: content.forms.length }),
    ...(hasClient ? [] : [finding('act', 'content', 'content.no-client', {})]),
  ];
}

function checkClock(seconds: number | null): Finding {
  if (seconds === null) return finding('note', 'clock', 'clock.unknown', {});
  const drift = Math.abs(seconds);
  if (drift < noticedDrift) return finding('ok', 'clock', 'clock.fine', {});
  return finding(drift < harmfulDrift ? 'note' : 'act', 'clock', 'clock.off', { seconds });
}

function skip(checks: readonly Check[], because: 'settings' | 'database'): Finding[] {
  return checks.map((check) => finding('skipped', check, 'skipped', { because }));
}
