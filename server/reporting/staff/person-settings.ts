import { accessNeeds } from '../../../scenarios/world/access.ts';
import type { Content } from '../../content/load.ts';
import { AppError } from '../../base/errors.ts';
import type { SettingsRequest } from '../../contract/staff-actions.ts';
import { type AuditDeps, recordAudit } from '../../records/audit.ts';
import { blankSettings } from '../../storage/blank-settings.ts';
import type { PersonSettings } from '../../storage/ports/person-settings.ts';
import type { Storage } from '../../storage/ports/storage.ts';
import type { StaffScope } from './staff-scope.ts';

interface Deps extends AuditDeps {
  readonly storage: Pick<Storage, 'audit' | 'attempts' | 'personSettings'>;
}

export async function readSettings(
  { personSettings }: Pick<Storage, 'personSettings'>,
  { organisationId, resourceLinkId }: StaffScope,
  personId: string,
): Promise<PersonSettings> {
  const stored = await personSettings.find(organisationId, resourceLinkId, personId);
  return stored ?? blankSettings({ organisationId, resourceLinkId, personId });
}

/**
 * Returns false, without audit, if nothing changes.
 * @throws AppError form.unknown; person.changed if somebody else changed them since
 */
export async function changeSettings(
  deps: Deps & { readonly content: Pick<Content, 'forms'> },
  scope: StaffScope,
  personId: string,
  request: SettingsRequest,
): Promise<boolean> {
  const { form, withHelper } = request;
  if (form !== null && !deps.content.forms.some(({ id }) => id === form)) throw new AppError('form.unknown');
  const before = await readSettings(deps.storage, scope, personId);
  const next = {
    withHelper,
    form,
    accessNeeds: accessNeeds.filter((one) => request.accessNeeds.includes(one)),
  };
  const changed = [
    ...(before.withHelper === next.withHelper ? [] : ['helper']),
    ...(before.accessNeeds.join() === next.accessNeeds.join() ? [] : ['access']),
    ...(before.form === next.form ? [] : ['form']),
  ];
  if (changed.length === 0) return false;
  await put(deps, { ...before, ...next, revision: request.revision });
  // The audit must not reveal access needs.
  await recordAudit(deps, {
    organisationId: scope.organisationId,
    actor: scope.actor,
    action: 'person.settings-changed',
    subject: `person:${personId}`,
    details: { activity: scope.resourceLinkId, changed: changed.join(' ') },
  });
  return true;
}

/**
 * Returns false, without audit, if the attempt is already allowed.
 * @param limit null: any number
 * @throws AppError attempt.not-used-up; person.changed if `number` is not next, or settings changed since
 */
export async function allowAttempt(
  deps: Deps,
  scope: StaffScope,
  personId: string,
  { number, limit }: { readonly number: number; readonly limit: number | null },
): Promise<boolean> {
  const { organisationId, resourceLinkId, actor } = scope;
  const [before, latest] = await Promise.all([
    readSettings(deps.storage, scope, personId),
    deps.storage.attempts.findLatest(organisationId, personId, resourceLinkId, false),
  ]);
  if (before.attemptsUpTo >= number) return false;
  if (limit === null || number <= limit) throw new AppError('attempt.not-used-up');
  if (number !== (latest?.attempt.number ?? 0) + 1) throw new AppError('person.changed');
  await put(deps, { ...before, attemptsUpTo: number });
  await recordAudit(deps, {
    organisationId,
    actor,
    action: 'attempt.allowed',
    subject: `person:${personId}`,
    details: { activity: resourceLinkId, number },
  });
  return true;
}

async function put({ storage, clock }: Deps, settings: PersonSettings): Promise<void> {
  const next = { ...settings, revision: settings.revision + 1, updatedAt: clock() };
  if (!(await storage.personSettings.put(next))) throw new AppError('person.changed');
}
