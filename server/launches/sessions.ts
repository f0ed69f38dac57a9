/**
 * Exchanges a one-time code for a bearer token of 15 minutes and a rotating refresh token. Stores only
 * hashes of tokens.
 */
import { createHmac } from 'node:crypto';
import { AppError } from '../base/errors.ts';
import { contractVersion } from '../contract/session.ts';
import type { SessionAnswer } from '../contract/session.ts';
import type { LtiRows } from '../../lti/engine/database-plugin.ts';
import { hash } from '../../lti/launch/hash.ts';
import { getFamilyQuirks } from '../../lti/platform-quirks.ts';
import { hashPresentedCode } from './launch-code.ts';
import { noteLeft, wasLeft } from './left-launches.ts';
import { pageOf } from './page-url.ts';
import type { Launch, LaunchesPort } from '../storage/ports/launches.ts';
import type { Session, SessionsPort } from '../storage/ports/sessions.ts';

const minuteMs = 60_000;
const accessLifeMs = 15 * minuteMs;
const idleLifeMs = 4 * 60 * minuteMs;
const absoluteLifeMs = 12 * 60 * minuteMs;
/** By then the last session that a launch's code could open has ended, with a margin. */
export const launchLifeMs = absoluteLifeMs + 60 * minuteMs;
/** How long the previous refresh token still works, in case its response was lost. */
const repeatMs = 30_000;
/** Between clocks of several servers. */
const clockToleranceMs = 5 * minuteMs;

export interface SessionsDeps {
  readonly storage: {
    readonly sessions: SessionsPort;
    readonly launches: LaunchesPort;
    readonly ltiRows: Pick<LtiRows, 'find' | 'replace'>;
  };
  readonly clock: () => number;
  readonly randomId: () => string;
  readonly randomToken: () => string;
  /** 32 bytes; derives the next tokens. */
  readonly tokenKey: Uint8Array;
}

interface Authenticated {
  readonly session: Session;
  readonly launch: Launch;
}

export interface Sessions {
  /**
   * Exchanges the code of a launch, once.
   * @param cookies header of the request: most codes work in their own browser only
   * @throws AppError session.expired
   */
  open(code: string, cookies?: string): Promise<SessionAnswer>;
  /**
   * A repeat within 30 s returns the same pair, in case the response was lost. Later reuse ends the launch.
   * @throws AppError session.expired
   */
  refresh(refreshToken: string): Promise<SessionAnswer>;
  /** @throws AppError session.expired */
  authenticate(authorization: string | undefined): Promise<Authenticated>;
  /**
   * « Quitter », even if the bearer token has expired: ends the session, and those of the launch's other windows.
   * @param goesOn `frame`: the game goes on in the frame that opened this window; only the session ends
   */
  leave(authorization: string | undefined, goesOn?: 'frame'): Promise<void>;
}

type LaunchRef = Pick<Session, 'organisationId' | 'launchId'>;

interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken: string;
}

export function createSessions(deps: SessionsDeps): Sessions {
  const { storage, clock } = deps;
  const findLaunch = ({ organisationId, launchId }: LaunchRef): Promise<Launch | undefined> =>
    storage.launches.find(organisationId, launchId);
  return {
    async open(code, cookies) {
      const now = clock();
      const row = await storage.sessions.consumeCode(hashPresentedCode(code, cookies), now);
      const launch = row && (await findLaunch(row));
      if (row === undefined || launch === undefined || (await wasLeft(deps, row)))
        throw new AppError('session.expired');
      const pair = { accessToken: deps.randomToken(), refreshToken: deps.randomToken() };
      const session = buildSession(deps.randomId(), launch, pair, now);
      await storage.sessions.insert(session);
      // « Quitter » at the same moment may have ended the others before this one was stored.
      if (await wasLeft(deps, row)) {
        await storage.sessions.revoke(session.organisationId, session.id);
        throw new AppError('session.expired');
      }
      return buildAnswer(deps.tokenKey, { session, launch, pair, now });
    },

    async refresh(refreshToken) {
      const now = clock();
      const pair = derivePair(deps.tokenKey, refreshToken);
      const presented = hash(refreshToken);
      let session = await findLive(deps, presented, now);
      if (session.refreshHash === presented) {
        const next = rotate(session, pair, now);
        // Of two concurrent refreshes one wins. The other finds the winner's row, which has the same pair.
        session = (await storage.sessions.rotate(presented, next))
          ? next
          : await findLive(deps, presented, now);
      }
      if (session.refreshHash !== hash(pair.refreshToken)) throw new AppError('session.expired');
      const launch = await findLaunch(session);
      if (launch === undefined) throw new AppError('session.expired');
      return buildAnswer(deps.tokenKey, { session, launch, pair, now });
    },

    async authenticate(authorization) {
      const accessHash = hashBearer(authorization);
      const now = clock();
      const session = accessHash === undefined ? undefined : await storage.sessions.findByAccess(accessHash);
      if (accessHash === undefined || session === undefined || !isAccessGood(session, accessHash, now)) {
        throw new AppError('session.expired');
      }
      const launch = await findLaunch(session);
      if (launch === undefined) throw new AppError('session.expired');
      return { session, launch };
    },

    async leave(authorization, goesOn) {
      const accessHash = hashBearer(authorization);
      const session = accessHash === undefined ? undefined : await storage.sessions.findByAccess(accessHash);
      if (session === undefined || session.revoked) return;
      if (goesOn === undefined) await endLaunch(deps, session);
      else await storage.sessions.revoke(session.organisationId, session.id);
    },
  };
}

/** A token older than the previous one ends the launch: whoever stole it may have opened another window. */
async function findLive(deps: SessionsDeps, presented: string, now: number): Promise<Session> {
  const { sessions } = deps.storage;
  const session = await sessions.findByRefresh(presented);
  if (session === undefined || isOver(session, now) || (await wasLeft(deps, session))) {
    throw new AppError('session.expired');
  }
  const current = session.refreshHash === presented;
  const repeated =
    session.previousRefreshHash === presented && isWithin(session.previousRefreshUntil, repeatMs, now);
  if (current || repeated) return session;
  await endLaunch(deps, session);
  throw new AppError('session.expired');
}

/** In all windows: the next request of each is refused. The note comes first, for a window that opens meanwhile. */
async function endLaunch(deps: SessionsDeps, session: Session): Promise<void> {
  await noteLeft(deps, session, launchLifeMs);
  await deps.storage.sessions.revokeOfLaunch(session.organisationId, session.launchId);
}

/** Derived, not random, so that a repeat after a lost response gets the same pair. */
function derivePair(key: Uint8Array, refreshToken: string): TokenPair {
  const derive = (use: string): string =>
    createHmac('sha256', key).update(`${use}\0${refreshToken}`).digest('base64url');
  return { accessToken: derive('access'), refreshToken: derive('refresh') };
}

/** A selection may come without a person; then no other session has its mark. */
function markPerson(key: Uint8Array, { organisationId, personId, id }: Launch): string {
  const who = personId === null ? `launch\0${id}` : `person\0${organisationId}\0${personId}`;
  return createHmac('sha256', key).update(who).digest('base64url');
}

function buildSession(id: string, launch: Launch, pair: TokenPair, now: number): Session {
  // Of the launch: the session of another window lasts no longer than the first one.
  const absoluteExpiresAt = Math.min(now, launch.createdAt) + absoluteLifeMs;
  return {
    id,
    organisationId: launch.organisationId,
    launchId: launch.id,
    accessHash: hash(pair.accessToken),
    accessExpiresAt: Math.min(now + accessLifeMs, absoluteExpiresAt),
    previousAccessHash: '',
    previousAccessExpiresAt: 0,
    refreshHash: hash(pair.refreshToken),
    previousRefreshHash: '',
    previousRefreshUntil: 0,
    idleExpiresAt: Math.min(now + idleLifeMs, absoluteExpiresAt),
    absoluteExpiresAt,
    revoked: false,
  };
}

function rotate(session: Session, pair: TokenPair, now: number): Session {
  return {
    ...session,
    accessHash: hash(pair.accessToken),
    accessExpiresAt: Math.min(now + accessLifeMs, session.absoluteExpiresAt),
    previousAccessHash: session.accessHash,
    previousAccessExpiresAt: session.accessExpiresAt,
    refreshHash: hash(pair.refreshToken),
    previousRefreshHash: session.refreshHash,
    previousRefreshUntil: now + repeatMs,
    // Not earlier: a clock that is behind would end the session once it is right.
    idleExpiresAt: Math.max(session.idleExpiresAt, Math.min(now + idleLifeMs, session.absoluteExpiresAt)),
  };
}

function isOver(session: Session, now: number): boolean {
  return session.revoked || now >= session.idleExpiresAt || now >= session.absoluteExpiresAt;
}

function isAccessGood(session: Session, accessHash: string, now: number): boolean {
  if (isOver(session, now)) return false;
  const endsAt =
    session.accessHash === accessHash ? session.accessExpiresAt : session.previousAccessExpiresAt;
  return isWithin(endsAt, accessLifeMs, now);
}

/** More than a whole life ahead: made by a clock that was wrong. */
function isWithin(endsAt: number, lifeMs: number, now: number): boolean {
  return now < endsAt && endsAt <= now + lifeMs + clockToleranceMs;
}

function buildAnswer(
  key: Uint8Array,
  { session, launch, pair, now }: Authenticated & { readonly pair: TokenPair; readonly now: number },
): SessionAnswer {
  return {
    ...pair,
    expiresInS: Math.max(0, Math.floor((session.accessExpiresAt - now) / 1000)),
    contractVersion,
    personMark: markPerson(key, launch),
    page: pageOf(launch),
    practice: launch.practice,
    testUser: launch.testUser,
    resizesFrame: launch.documentTarget !== 'window' && getFamilyQuirks(launch.family).resizesFrame,
    language: launch.language,
    returnUrl: launch.returnUrl,
  };
}

function hashBearer(authorization: string | undefined): string | undefined {
  const token = /^Bearer ([\w-]{20,100})$/i.exec(authorization ?? '')?.[1];
  return token === undefined ? undefined : hash(token);
}
