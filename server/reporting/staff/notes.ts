import { type AuditDeps, recordAudit } from '../../records/audit.ts';
import { AppError } from '../../base/errors.ts';
import type { NoteView } from '../../contract/staff-actions.ts';
import type { Attempt } from '../../storage/ports/attempts.ts';
import type { StaffNote } from '../../storage/ports/staff-notes.ts';
import type { Storage } from '../../storage/ports/storage.ts';
import { openPersonTexts } from './person-texts.ts';
import type { StaffScope } from './staff-scope.ts';

type ReadDeps = Parameters<typeof openPersonTexts>[0] & {
  readonly storage: Pick<Storage, 'persons' | 'staffNotes'>;
};
type WriteDeps = AuditDeps & ReadDeps & { readonly storage: Pick<Storage, 'audit'> };

export async function readNote(
  deps: ReadDeps,
  { organisationId, id, personId }: Pick<Attempt, 'organisationId' | 'id' | 'personId'>,
  kind: StaffNote['kind'],
): Promise<NoteView> {
  const note = await deps.storage.staffNotes.find(organisationId, id, kind);
  if (note === undefined) return { text: '', revision: 0 };
  const texts = await openPersonTexts(deps, organisationId, personId);
  return { text: texts.open(note.sealedText, bindingOf(id, kind)), revision: note.revision };
}

/**
 * An empty text deletes the note. Returns false, without audit, if nothing changes.
 * @param revision the one that was read; undefined overwrites any
 * @throws AppError person.changed if somebody else wrote since
 */
export async function writeNote(
  deps: WriteDeps,
  actor: StaffScope['actor'],
  attempt: Attempt,
  {
    kind,
    text,
    revision,
  }: { readonly kind: StaffNote['kind']; readonly text: string; readonly revision?: number },
): Promise<boolean> {
  const { organisationId, id, personId } = attempt;
  const before = await readNote(deps, attempt, kind);
  if (before.text === text) return false;
  const texts = await openPersonTexts(deps, organisationId, personId);
  const isWritten = await deps.storage.staffNotes.put({
    organisationId,
    attemptId: id,
    kind,
    personId,
    sealedText: text === '' ? null : texts.seal(text, bindingOf(id, kind)),
    revision: (revision ?? before.revision) + 1,
    updatedAt: deps.clock(),
  });
  if (!isWritten) throw new AppError('person.changed');
  const action = text === '' ? 'note.removed' : 'note.written';
  await recordAudit(deps, { organisationId, actor, action, subject: `attempt:${id}`, details: { kind } });
  return true;
}

function bindingOf(attemptId: string, kind: StaffNote['kind']): string {
  return `staff-note/${attemptId}/${kind}`;
}
