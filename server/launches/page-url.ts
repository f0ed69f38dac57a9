import { createHash } from 'node:crypto';
import type { SessionAnswer } from '../contract/session.ts';
import type { Launch } from '../storage/ports/launches.ts';
import type { SessionsPort } from '../storage/ports/sessions.ts';

type Page = SessionAnswer['page'];

interface PageUrlDeps {
  readonly storage: { readonly sessions: Pick<SessionsPort, 'insertCode'> };
  readonly publicUrl: string;
  readonly clock: () => number;
  readonly randomToken: () => string;
}

/** The page exchanges the code at once. */
const codeLifeMs = 60_000;

/** The message type decides, then the role. */
export function pageOf({ message, role }: Pick<Launch, 'message' | 'role'>): Page {
  if (message === 'deep-linking') return 'select';
  if (message === 'submission-review') return 'review';
  return role === 'staff' ? 'teach' : 'play';
}

/** The one-time code is in the URL's fragment, which server logs and Referer headers don't contain. */
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
