/** For the person themselves: the launch says who asks. */
import type { Pace } from '../attempts/pace.ts';
import type { PlayerLaunch } from '../attempts/services.ts';
import { AppError } from '../base/errors.ts';
import type { CopyQuery, OwnDataAnswer } from '../contract/own-data.ts';
import { type AuditDeps, recordAudit } from '../records/audit.ts';
import { copyPerson, type Extent } from './copy-person.ts';
import { renderCopy } from './copy-page.ts';
import { describeCopy, type DescribeDeps } from './describe-person.ts';
import type { Owner, PersonCopy } from './person-copy.ts';
import { personEn } from './person-words.en.ts';
import { personFr } from './person-words.fr.ts';

type OwnDeps = DescribeDeps & AuditDeps & { readonly pace: Pick<Pace, 'startReading' | 'startCopy'> };

/** @throws AppError session.forbidden for whoever tries out; person.unknown, attempt.too-fast */
export async function readOwnData(deps: OwnDeps, launch: PlayerLaunch): Promise<OwnDataAnswer> {
  const owner = ownerOf(launch);
  const copy = await read(deps, owner, { withStatements: false });
  const about = await describeCopy(deps, owner, copy);
  return { sections: { fr: personFr(about), en: personEn(about) } };
}

/** @throws AppError as readOwnData */
export async function copyOwnData(
  deps: OwnDeps,
  launch: PlayerLaunch,
  { form, language }: CopyQuery,
): Promise<string> {
  const owner = ownerOf(launch);
  deps.pace.startCopy(owner.personId);
  const copy = await read(deps, owner, { withStatements: true });
  await recordAudit(deps, {
    organisationId: owner.organisationId,
    actor: `person:${owner.personId}`,
    action: 'own-data.copied',
    subject: `person:${owner.personId}`,
    details: { form },
  });
  if (form === 'data') return `${JSON.stringify(copy, null, 2)}\n`;
  return renderCopy(language, copy, await describeCopy(deps, owner, copy));
}

/** @throws AppError session.forbidden */
export function ownerOf({ organisationId, personId, practice }: PlayerLaunch): Owner {
  if (practice) throw new AppError('session.forbidden');
  return { organisationId, personId };
}

async function read(
  deps: OwnDeps,
  owner: Owner,
  extent: Pick<Extent, 'withStatements'>,
): Promise<PersonCopy> {
  const spend = deps.pace.startReading(owner.personId);
  const copy = await copyPerson(deps, owner, { ...extent, withNotes: false, withOpenResults: false });
  spend(copy.attempts.reduce((sum, { entries }) => sum + entries.length, 0));
  return copy;
}
