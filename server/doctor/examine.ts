import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../base/config.ts';
import { createSecrets } from '../base/secrets.ts';
import type { Content } from '../content/load.ts';
import type { Destination } from '../storage/ports/destinations.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { checkDatabase, explainDatabaseFault } from './check-database.ts';
import { checkPlatforms, type ListedPlatform, type PlatformDeps } from './check-platforms.ts';
import { checkPublicAddress } from './check-public.ts';
import { checkSettings } from './check-settings.ts';
import { checkGrades, checkStores, type StoreDeps } from './check-stores.ts';
import { type Check, type Finding, finding, type SkipReason } from './finding.ts';

interface OpenedTool extends PlatformDeps, StoreDeps {
  readonly storage: Storage;
  readonly content: Content;
  readonly clientDir: string;
  readonly clockHint: { readonly read: () => number | null };
}

interface DoctorDeps<Tool extends OpenedTool> {
  readonly readConfig: () => Config;
  readonly withContext: (config: Config, work: (context: Tool) => Promise<void>) => Promise<void>;
  readonly listPlatforms: (context: Tool) => Promise<readonly ListedPlatform[]>;
  readonly listDestinations: (context: Tool) => Promise<readonly Destination[]>;
  readonly listOrganisationIds: (context: Tool) => Promise<readonly string[]>;
}

const needDatabase: readonly Check[] = ['content', 'platform', 'store', 'backlog', 'grades', 'clock'];
const needSettings: readonly Check[] = ['database', 'disk', ...needDatabase, 'public'];

/** Moodle refuses timestamps in the future, other LMSs old ones. */
const noteFromSeconds = 5;
const actFromSeconds = 60;

/** Writes nothing and sends no statement. */
export async function examine<Tool extends OpenedTool>(deps: DoctorDeps<Tool>): Promise<Finding[]> {
  const { config, findings } = checkSettings(deps.readConfig);
  if (config === null) return [...findings, ...skip(needSettings, 'settings')];
  const secrets = createSecrets(config.secretKey, config.secretKeyPrevious);
  const database = await checkDatabase(config, secrets);
  findings.push(...database.findings);
  findings.push(
    ...(database.unusable === null
      ? await examineOpened(deps, config, database.opensKeys)
      : skip(needDatabase, database.unusable)),
  );
  return [...findings, ...(await checkPublicAddress(config))];
}

async function examineOpened<Tool extends OpenedTool>(
  deps: DoctorDeps<Tool>,
  config: Config,
  opensKeys: boolean,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  try {
    await deps.withContext(config, async (context) => {
      findings.push(...(await examineParts(deps, context, opensKeys)));
    });
    return findings;
  } catch (error) {
    return [explainDatabaseFault(error), ...skip(needDatabase, 'database')];
  }
}

async function examineParts<Tool extends OpenedTool>(
  deps: DoctorDeps<Tool>,
  context: Tool,
  opensKeys: boolean,
): Promise<Finding[]> {
  const platforms = opensKeys
    ? await checkPlatforms(context, await deps.listPlatforms(context))
    : skip(['platform'], 'key');
  const stores = await checkStores(context, await deps.listDestinations(context));
  const grades = await checkGrades(context.storage, await deps.listOrganisationIds(context));
  // Last, because it compares the Date headers of the responses to the other checks.
  return [...checkContent(context), ...platforms, ...stores, grades, checkClock(context.clockHint.read())];
}

function checkContent({ content, clientDir }: Pick<OpenedTool, 'content' | 'clientDir'>): Finding[] {
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
  if (drift < noteFromSeconds) return finding('ok', 'clock', 'clock.fine', {});
  return finding(drift < actFromSeconds ? 'note' : 'act', 'clock', 'clock.off', { seconds });
}

function skip(checks: readonly Check[], because: SkipReason): Finding[] {
  return checks.map((check) => finding('skipped', check, 'skipped', { because }));
}
