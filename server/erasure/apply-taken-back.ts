/** What people took back after a copy was made does not come back with it (ADR 62). */
import { unlessThrown } from '../base/errors.ts';
import type { Consent } from '../storage/ports/consents.ts';
import { readById } from '../storage/read-pages.ts';
import { findBackground, removeBackground } from '../studies/background.ts';
import { lastAnswer, openAnswers } from '../studies/consent.ts';
import { giveAnswer } from '../studies/gates.ts';
import type { Participant } from '../studies/participant.ts';
import { type TakenBack, takenBackHash } from '../studies/taken-back.ts';
import type { ErasureDeps } from './erase-person.ts';

type Deps = Pick<ErasureDeps, 'storage' | 'secrets' | 'clock' | 'randomId'>;

/**
 * Takes back again what the list names: answers about research, and answers to the background questions. Reads nothing if
 * the list is empty, and otherwise every answer about research. Repeatable.
 * @returns of how many people
 */
export async function applyTakenBack(deps: Deps): Promise<number> {
  const { storage } = deps;
  const list = await storage.erasedList.list();
  if (list.size === 0) return 0;
  let count = 0;
  for await (const consent of listConsents(deps)) {
    const isListed = (what: TakenBack, at: number): boolean => list.has(takenBackHash(consent, what, at));
    if (await takeBack(deps, consent, isListed)) count += 1;
  }
  return count;
}

async function* listConsents({ storage }: Deps): AsyncGenerator<Consent> {
  for await (const { id: organisationId } of readById((page) => storage.organisations.list(page))) {
    for await (const { id: studyId } of readById((page) => storage.studies.list(organisationId, page))) {
      for (let after: { after?: string } = {}; ;) {
        const page = await storage.consents.listByStudy(organisationId, studyId, { limit: 200, ...after });
        yield* page;
        const last = page.at(-1);
        if (last === undefined || page.length < 200) break;
        after = { after: last.personId };
      }
    }
  }
}

/** Returns whether something was taken back. */
async function takeBack(
  deps: Deps,
  { id, sealed, organisationId, studyId, personId }: Consent,
  isListed: (what: TakenBack, at: number) => boolean,
): Promise<boolean> {
  const participant: Participant = { organisationId, studyId, personId };
  // A start must not depend on a value that another key has sealed; `restore` reports it.
  const answers = unlessThrown(() => openAnswers(deps.secrets, { id, sealed }), 'secret.unreadable') ?? [];
  const last = lastAnswer(answers);
  if (last?.answer !== 'given') return false;
  const { version, language } = last;
  const isWithdrawn = isListed('yes', last.at);
  const isForThisOnly = last.future && isListed('future', last.at);
  if (isWithdrawn || isForThisOnly) {
    const answer = isWithdrawn ? 'withdrawn' : 'given';
    await giveAnswer(deps, participant, { version, language, answer, future: false }, 'worker');
  }
  if (isWithdrawn) return true;
  const kept = await findBackground(deps, participant);
  const isRemoved = kept !== undefined && isListed('background', kept.at);
  if (isRemoved) await removeBackground(deps, participant);
  return isForThisOnly || isRemoved;
}
