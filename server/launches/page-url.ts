/** Which page a launch leads to, and the address that opens it once. */
import { createHash } from 'node:crypto';
import type { SessionAnswer } from '../contract/session.ts';
import type { Launch } from '../storage/ports/launches.ts';
import type { SessionsPort } from '../storage/ports/sessions.ts';

type Page = SessionAnswer['page'];

interface PageUrlDeps {
  readonly storage: { readonly sessions: Pick<SessionsPort, 'insertCode'> };
  readonly publicUrl: string;
  readonly clock: () => number;
  /** 32 random bytes as base64url. */
  readonly randomToken: () => string;
}

/** The code travels in the address's fragment and is swapped at once. */
const codeLifeMs = 60_000;

/** The page of a launch: by its message, then by its role. */
export function pageOf({ message, role }: Pick<Launch, 'message' | 'role'>): Page {
  if (message === 'deep-linking') return 'select';
  if (message === 'submission-review') return 'review';
  return role === 'staff' ? 'teach' : 'play';
}

/** The address of the launch's page, with a one-time code in its fragment: no server and no Referer sees it there. */
export async function createPageUrl(deps: PageUrlDeps, launch: Launch, platformRef: string): Promise<string> {
  const code = deps.randomToken();
  await deps.storage.sessions.insertCode({
    codeHash: createHash('sha256').update(code).digest('base64url'),
    organisationId: launch.organisationId,
    launchId: launch.id,
    expiresAt: deps.clock() + codeLifeMs,
  });
  const pageUrl = new URL(`/${pageOf(launch)}/${encodeURIComponent(platformRef)}`, deps.publicUrl);
  pageUrl.hash = `code=${code}`;
  return pageUrl.href;
}
