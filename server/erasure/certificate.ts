/** What was done, without saying to whom. */
import type { Erasure, RowCounts } from '../storage/ports/erasures.ts';
import type { Storage } from '../storage/ports/storage.ts';

export interface ErasureCertificate {
  readonly id: string;
  readonly organisationId: string;
  readonly kind: Erasure['kind'];
  readonly requestedBy: Erasure['requestedBy'];
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  /** Rows deleted, by kind; `notVoided`: statements that no store can be told of. */
  readonly rows: RowCounts;
  /** False until the worker has looked again for what was being written meanwhile. */
  readonly isFinal: boolean;
  /** Statements sent before, by record store; none is listed if none had any. */
  readonly stores: readonly StoreVoidings[];
}

interface StoreVoidings {
  readonly destinationId: string;
  readonly voided: number;
  readonly waiting: number;
  readonly refused: number;
}

interface CertificateDeps {
  readonly storage: Pick<Storage, 'erasures' | 'voidings'>;
}

/** As of now: stores may answer later. */
export async function findCertificate(
  { storage }: CertificateDeps,
  organisationId: string,
  erasureId: string,
): Promise<ErasureCertificate | undefined> {
  const erasure = await storage.erasures.find(organisationId, erasureId);
  return erasure === undefined ? undefined : describeErasure({ storage }, erasure);
}

export async function describeErasure(
  { storage }: CertificateDeps,
  { id, organisationId, kind, requestedBy, at, counts, subject }: Erasure,
): Promise<ErasureCertificate> {
  const stores = new Map<string, StoreVoidings>();
  for (const { destinationId, state, count } of await storage.voidings.count(organisationId, id)) {
    const before = stores.get(destinationId) ?? { destinationId, voided: 0, waiting: 0, refused: 0 };
    stores.set(destinationId, { ...before, [nameOf[state]]: count });
  }
  return {
    id,
    organisationId,
    kind,
    requestedBy,
    at,
    rows: counts,
    isFinal: subject === null,
    stores: [...stores.values()],
  };
}

const nameOf = { sent: 'voided', pending: 'waiting', refused: 'refused' } as const;
