/** Subscribes to notices of copied courses, once a launch offered them. */
import type { LtiRows } from '../../lti/engine/database-plugin.ts';
import { parseJson } from '../../lti/net/parse-json.ts';
import type { NoticeHandlers } from '../../lti/services/notice-handlers.ts';
import type { Log } from '../base/log.ts';
import { buildHandlerRow, dueIndex, handlerCollection, WantedNotices } from '../launches/want-notices.ts';
import { mostNotices } from '../launches/take-notices.ts';
import type { PlatformsPort } from '../storage/ports/platforms.ts';
import { backoffMs, gradeBackoff } from './backoff.ts';
import type { WorkerTask } from './worker.ts';

interface AskDeps {
  readonly rows: Pick<LtiRows, 'find' | 'replace'>;
  readonly platforms: Pick<PlatformsPort, 'findRegistration'>;
  readonly client: NoticeHandlers;
  readonly handlerUrl: string;
  readonly log: Log;
  readonly clock: () => number;
  readonly chance: () => number;
}

const everyMs = 10_000;
const mostInRun = 20;
/** A slow LMS delays few others. */
const atOnce = 5;
const mostTries = 10;
const dayMs = 24 * 3_600_000;
/** Then a launch asks again: the LMS's rights may have changed. */
const lifeMs = { done: 30 * dayMs, refused: dayMs } as const;

/** Two workers may ask at once: the LMS has one handler per tool. */
export function createNoticeTask(deps: AskDeps): WorkerTask {
  let nextAt = 0;
  return {
    name: 'notices',
    async run(stopping) {
      const now = deps.clock();
      if (now < nextAt) return false;
      nextAt = now + everyMs;
      const rows = await deps.rows.find(handlerCollection, dueIndex, now);
      const due = rows.flatMap(({ index, value }) => {
        const wanted = WantedNotices.safeParse(parseJson(value)).data;
        return wanted !== undefined && wanted.nextAt <= now ? [{ handler: index.handler ?? '', wanted }] : [];
      });
      // One of each LMS in a run, so that all have their turn.
      const registrations = new Set<string>();
      const turns = due.filter(
        ({ wanted: { registrationId: id } }) => !registrations.has(id) && registrations.add(id),
      );
      for (let from = 0; from < Math.min(turns.length, mostInRun); from += atOnce) {
        if (stopping.aborted) return false;
        const together = turns.slice(from, from + atOnce);
        await Promise.all(together.map(({ handler, wanted }) => ask(deps, handler, wanted)));
      }
      return false;
    },
  };
}

async function ask(deps: AskDeps, handler: string, wanted: WantedNotices): Promise<void> {
  const { organisationId, registrationId, url } = wanted;
  const outcome = await put(deps, wanted);
  const tries = wanted.tries + 1;
  const now = deps.clock();
  const state = outcome.kind === 'retry' && tries >= mostTries ? 'refused' : outcome.kind;
  const details = { organisationId, registrationId, detail: outcome.detail };
  if (state === 'done') deps.log.info(details, 'notices.asked');
  else if (state === 'refused') deps.log.warn(details, 'notices.not-granted');
  const row =
    state === 'retry'
      ? buildHandlerRow(
          handler,
          { ...wanted, tries, nextAt: now + backoffMs(gradeBackoff, tries, deps.chance()) },
          { state: dueIndex.state, now, lifeMs: 0 },
        )
      : buildHandlerRow(handler, { ...wanted, url, tries }, { state, now, lifeMs: lifeMs[state] });
  await deps.rows.replace({ handler }, row);
}

async function put(
  { platforms, client, handlerUrl: handler }: AskDeps,
  { organisationId, registrationId, url }: WantedNotices,
): ReturnType<NoticeHandlers['put']> {
  const registration = await platforms.findRegistration(organisationId, registrationId);
  if (registration?.active !== true) return { kind: 'refused', detail: 'platform inactive' };
  const { issuer, clientId } = registration;
  return client.put({ client: { issuer, clientId }, url, handler, mostNotices });
}
