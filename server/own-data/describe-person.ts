/** What « Mes données » shows: counts and times, from the same rows as the copy. */
import type { Content } from '../content/load.ts';
import { defaultName } from '../storage/ports/organisations.ts';
import { spellBackground } from '../studies/background-questions.ts';
import { findTold } from '../studies/texts-of-study.ts';
import type { PersonDeps } from './copy-person.ts';
import { isAction, listActivities, typedIn } from './describe-play.ts';
import type { Description, Kept, KeptKind, OpenedBy, PlayedActivity, SentCopy } from './description.ts';
import type { CopiedAttempt, CopiedReading, Owner, PersonCopy } from './person-copy.ts';

export interface DescribeDeps extends PersonDeps {
  readonly content: Content;
}

/** More would not be read. */
const mostOpened = 20;

export async function describeCopy(
  { storage, content }: DescribeDeps,
  { organisationId }: Owner,
  copy: PersonCopy,
): Promise<Description> {
  const organisation = await storage.organisations.find(organisationId);
  const studyId = copy.attempts.at(-1)?.attempt.studyId ?? copy.studies.at(-1)?.id ?? '';
  const opened = copy.audit.flatMap(toOpened).reverse();
  const { facts } = await findTold(storage, { organisationId, studyId });
  const activities = await listActivities({ storage, content }, copy);
  return {
    kept: listKept(copy),
    organisation: facts.organisation ?? ownName(copy.organisation),
    activities,
    sent: listSent(copy.attempts),
    opened: opened.slice(0, mostOpened),
    openedCount: opened.length,
    keptMonths: periodOf(activities),
    timeZone: organisation?.timeZone ?? 'UTC',
  };
}

function periodOf(activities: readonly PlayedActivity[]): Description['keptMonths'] {
  const attempts = activities.flatMap((activity) => activity.attempts);
  const [period = null, ...others] = new Set(attempts.map(({ keptMonths }) => keptMonths));
  return others.length > 0 ? 'by-activity' : period;
}

function listKept({ attempts, comfort, settings, groups, launches, studies }: PersonCopy): Kept[] {
  const entries = attempts.flatMap((one) => one.entries);
  const acted = entries.filter(isAction);
  const times: Readonly<Record<KeptKind, readonly (number | null)[]>> = {
    visits: launches.map(({ createdAt }) => Number(createdAt)),
    actions: acted.map(({ at }) => at),
    typed: acted.filter((one) => typedIn(one) !== '').map(({ at }) => at),
    results: entries.filter(({ kind }) => kind === 'scene-ended').map(({ at }) => at),
    grades: attempts.flatMap(({ grades }) => grades.map(({ createdAt }) => Number(createdAt))),
    comfort: comfort === null ? [] : [comfort.updatedAt],
    settings: settings.map(({ updatedAt }) => Number(updatedAt)),
    groups: groups.map(() => null),
    notes: attempts.flatMap(({ notes }) => notes.map(({ updatedAt }) => updatedAt)),
    requests: attempts.flatMap(({ requests }) => requests.map(({ askedAt }) => askedAt)),
    research: studies.flatMap(({ answers }) => answers.map(({ at }) => at)),
    background: studies.flatMap(({ background }) =>
      background === null ? [] : spellBackground('fr', background.answers).map(() => background.at),
    ),
  };
  return (Object.keys(times) as KeptKind[]).flatMap((kind) => {
    const of = times[kind].filter((at) => at !== null).sort((one, other) => one - other);
    const count = times[kind].length;
    return count === 0 ? [] : [{ kind, count, first: of[0] ?? null, last: of.at(-1) ?? null }];
  });
}

function ownName(name: string): Description['organisation'] {
  return name === '' || name === defaultName ? null : { fr: name, en: name };
}

function listSent(attempts: readonly CopiedAttempt[]): SentCopy[] {
  const all: SentCopy[] = attempts.flatMap(({ deliveries, grades }) => [
    ...deliveries,
    ...grades.map(({ lineItemUrl, state }) => ({
      host: hostOf(String(lineItemUrl)),
      purpose: 'grades' as const,
      sent: Number(state === 'sent'),
      waiting: Number(state === 'pending'),
    })),
  ]);
  const sums = new Map<string, SentCopy>();
  for (const one of all.filter(({ sent, waiting }) => sent + waiting > 0)) {
    const key = `${one.purpose} ${one.host}`;
    const before = sums.get(key) ?? { ...one, sent: 0, waiting: 0 };
    sums.set(key, { ...before, sent: before.sent + one.sent, waiting: before.waiting + one.waiting });
  }
  return [...sums.values()];
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}

const pages: Readonly<Record<string, OpenedBy['how']>> = {
  'sheet.opened': 'sheet',
  'actions.opened': 'actions',
  'timeline.opened': 'timeline',
};

function toOpened({ at, by, action, subject }: CopiedReading): OpenedBy[] {
  if (by !== 'staff' && by !== 'operator') return [];
  const page = pages[action];
  if (page !== undefined) return [{ at, by, how: page }];
  if (subject.startsWith('activity:')) return [{ at, by, how: 'list' }];
  if (/\.(opened|read|shown|found)$/.test(action)) return [{ at, by, how: 'opened' }];
  return [{ at, by, how: /\.(exported|copied)$/.test(action) ? 'exported' : 'changed' }];
}
