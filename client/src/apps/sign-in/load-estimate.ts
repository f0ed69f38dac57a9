import type { Estimate } from '../../../../scenarios/world/sign-in/secrets.ts';

let loading: Promise<Estimate | null> | null = null;

/** Loaded apart, because one page of one scene needs it. Null if the network fails; the next call tries again. */
export function loadEstimate(): Promise<Estimate | null> {
  loading ??= import('./estimate-password.ts').then(
    ({ estimate }) => estimate,
    () => {
      loading = null;
      return null;
    },
  );
  return loading;
}
