/** A copy of the whole database holds everybody's data, so the audit log says who made it. */
import type { AuditDeps } from './audit.ts';
import { recordReading } from './readings.ts';
import type { AuditPort } from '../storage/ports/audit.ts';
import type { RowAccess, RowReaderByKind, TransferTarget, TransferRows } from '../storage/ports/transfer.ts';
import type { Upkeep } from '../storage/ports/upkeep.ts';

type NoteDeps = Omit<AuditDeps, 'storage'>;

/** In the source, before it is copied: the copy has the row too. @throws AppError audit.unwritten */
export async function noteCopy(
  deps: NoteDeps,
  upkeep: Pick<Upkeep, 'audit' | 'listOrganisationIds' | 'inspect'>,
): Promise<void> {
  const { persons = 0, attempts = 0 } = (await upkeep.inspect()).rows;
  for (const organisationId of await upkeep.listOrganisationIds()) {
    await recordReading(
      { ...deps, storage: { audit: upkeep.audit } },
      {
        organisationId,
        actor: 'operator',
        action: 'database.copied',
        subject: `organisation:${organisationId}`,
        details: { persons, attempts },
      },
    );
  }
}

/** In the target only, because a move does not change its source. @throws AppError audit.unwritten */
export async function noteMove(
  deps: NoteDeps,
  from: Pick<RowReaderByKind, 'organisations'>,
  target: Pick<TransferTarget, 'rows'>,
): Promise<void> {
  const audit = appendTo(target.rows.audit);
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof from.organisations.read>> = await from.organisations.read(
      after,
      100,
    );
    for (const { id } of page.rows) {
      const organisationId = String(id);
      await recordReading(
        { ...deps, storage: { audit } },
        {
          organisationId,
          actor: 'operator',
          action: 'database.moved',
          subject: `organisation:${organisationId}`,
        },
      );
    }
    after = page.next;
  } while (after !== null);
}

function appendTo(rows: RowAccess<TransferRows['audit']>): Pick<AuditPort, 'append'> {
  return { append: (row) => rows.write([{ ...row }]) };
}
