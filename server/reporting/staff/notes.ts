/** Notes that staff of an activity keep about an attempt for each other: one beside the level, one beside a setting aside. */
import { type AuditDeps, recordAudit } from '../../records/audit.ts';
import { AppError } from '../../base/errors.ts';
import type { Attempt } from '../../storage/ports/attempts.ts';
import type { StaffNote } from '../../storage/ports/staff-notes.ts';
import type { Storage } from '../../storage/ports/storage.ts';
import { openPersonTexts } from './person-texts.ts';
import type { StaffScope } from './staff-scope.ts';

type ReadDeps = Parameters<typeof openPersonTexts>[0] & {
  readonly storage: Pick<Storage, 'persons' | 'staffNotes'>;
};
type WriteDeps = AuditDeps & ReadDeps & { readonly storage: Pick<Storage, 'audit'> };

export interface NoteText {
  /** Empty where there is none. */
  readonly text: string;
  /** 0 before the first. */
  readonly revision: number;
}

export async function readNote(
  deps: ReadDeps,
  { organisationId, id, personId }: Attempt,
  kind: StaffNote['kind'],
): Promise<NoteText> {
  const note = await deps.storage.staffNotes.find(organisationId, id, kind);
  if (note === undefined) return { text: '', revision: 0 };
  const texts = await openPersonTexts(deps, organisationId, personId);
  return { text: texts.open(note.sealedText, placeOf(id, kind)), revision: note.revision };
}

/**
 * Puts the note in the place of the one before; an empty text takes it away. False, without a trace, where it reads so.
 * @param revision of the note that whoever writes has read; undefined writes over any
 * @throws AppError person.changed where somebody else wrote meanwhile
 */
export async function writeNote(
  deps: WriteDeps,
  actor: StaffScope['actor'],
  attempt: Attempt,
  {
    kind,
    text,
    revision,
  }: Pick<NoteText, 'text'> & { readonly kind: StaffNote['kind']; readonly revision?: number },
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
    sealedText: text === '' ? null : texts.seal(text, placeOf(id, kind)),
    revision: (revision ?? before.revision) + 1,
    updatedAt: deps.clock(),
  });
  if (!isWritten) throw new AppError('person.changed');
  const action = text === '' ? 'note.removed' : 'note.written';
  await recordAudit(deps, { organisationId, actor, action, subject: `attempt:${id}`, details: { kind } });
  return true;
}

function placeOf(attemptId: string, kind: StaffNote['kind']): string {
  return `staff-note/${attemptId}/${kind}`;
}
