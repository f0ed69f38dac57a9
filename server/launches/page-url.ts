import type { BrowserProof } from '../../lti/launch/browser-binding.ts';
import type { SessionAnswer } from '../contract/session.ts';
import type { AttemptsPort } from '../storage/ports/attempts.ts';
import type { Launch } from '../storage/ports/launches.ts';
import type { ComfortPort } from '../storage/ports/comfort.ts';
import type { SessionsPort } from '../storage/ports/sessions.ts';
import { findComfort } from './comfort.ts';
import { createLaunchCode, hashLaunchCode } from './launch-code.ts';

type Page = SessionAnswer['page'];

interface CodeDeps {
  readonly storage: { readonly sessions: Pick<SessionsPort, 'insertCode'> };
  readonly clock: () => number;
  readonly randomToken: () => string;
}

interface PageUrlDeps extends CodeDeps {
  readonly storage: CodeDeps['storage'] & {
    readonly attempts: Pick<AttemptsPort, 'findLatest'>;
    readonly comfort: Pick<ComfortPort, 'find'>;
  };
  readonly publicUrl: string;
}

/** The page exchanges the code at once. */
const codeLifeMs = 60_000;

/** The message type decides, then the role. */
export function pageOf({ message, role }: Pick<Launch, 'message' | 'role'>): Page {
  if (message === 'deep-linking') return 'select';
  if (message === 'submission-review') return 'review';
  return role === 'staff' ? 'teach' : 'play';
}

interface PageUrlOf {
  readonly platformRef: string;
  /** The only browser that can use the code; null: any. */
  readonly browser: BrowserProof | null;
}

/**
 * The one-time code is in the URL's fragment, which server logs and Referer headers don't contain. Language, comfort and
 * whether the notice comes first are what the page shows before it can ask (client/src/state/arrival.ts).
 */
export async function createPageUrl(
  deps: PageUrlDeps,
  launch: Launch,
  { platformRef, browser }: PageUrlOf,
): Promise<string> {
  const page = pageOf(launch);
  const [code, comfort, isNew] = await Promise.all([
    storeCode(deps, launch, browser),
    launch.role === 'learner' ? findComfort(deps.storage.comfort, launch) : null,
    page === 'play' && isNewHere(deps.storage, launch),
  ]);
  const pageUrl = new URL(`/${page}/${encodeURIComponent(platformRef)}`, deps.publicUrl);
  pageUrl.hash = `code=${code}&lang=${launch.language}`;
  if (isNew) pageUrl.hash += '&first=notice';
  if (comfort !== null) pageUrl.hash += `&comfort=${encodeURIComponent(JSON.stringify(comfort))}`;
  return pageUrl.href;
}

async function isNewHere({ attempts }: PageUrlDeps['storage'], launch: Launch): Promise<boolean> {
  const { organisationId, personId, resourceLinkId, practice } = launch;
  if (personId === null || resourceLinkId === null) return false;
  return (await attempts.findLatest(organisationId, personId, resourceLinkId, practice)) === undefined;
}

/**
 * A one-time code with which a page opens a session of the launch.
 * @param browser the only one that can use it; null: any
 */
export async function storeCode(
  deps: CodeDeps,
  launch: Pick<Launch, 'id' | 'organisationId'>,
  browser: BrowserProof | null,
): Promise<string> {
  const code = createLaunchCode(deps.randomToken(), browser);
  await deps.storage.sessions.insertCode({
    codeHash: hashLaunchCode(code, browser?.secret),
    organisationId: launch.organisationId,
    launchId: launch.id,
    expiresAt: deps.clock() + codeLifeMs,
  });
  return code;
}
