/** What a record store has of an attempt, as its keeper and as its readers see it. */
import type { RunningStore } from '../../../sandbox/store/start-store.ts';

interface Held {
  /** Ids of all that it was ever sent, voiding statements excepted. */
  readonly statements: readonly string[];
  /** Ids of the statements that others void. */
  readonly voided: readonly string[];
  /** What it still gives to whoever asks by xAPI, voiding statements excepted. */
  readonly shown: readonly string[];
}

interface Statement {
  readonly id: string;
  readonly verb: { readonly id: string };
  readonly object: { readonly id: string };
  readonly context?: { readonly registration?: string };
}

const voiding = 'http://adlnet.gov/expapi/verbs/voided';

export async function askStore(
  store: RunningStore,
  { key, secret }: { readonly key: string; readonly secret: string },
  attemptId: string,
): Promise<Held> {
  const own = (store.statements() as unknown as readonly Statement[]).filter(
    ({ context }) => context?.registration === attemptId,
  );
  const isVoiding = ({ verb }: Statement): boolean => verb.id === voiding;
  const response = await fetch(`${store.endpoint}statements?registration=${attemptId}&limit=500`, {
    headers: {
      authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`,
      'x-experience-api-version': '1.0.3',
    },
  });
  const { statements } = (await response.json()) as { readonly statements: readonly Statement[] };
  const idsOf = (some: readonly Statement[]): string[] => some.map(({ id }) => id).sort();
  return {
    statements: idsOf(own.filter((one) => !isVoiding(one))),
    voided: own
      .filter(isVoiding)
      .map(({ object }) => object.id)
      .sort(),
    shown: idsOf(statements.filter((one) => !isVoiding(one))),
  };
}
