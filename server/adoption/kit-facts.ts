/** What the kit says of one installation: no secret, no token, nothing of a learner or of staff. */
import type { NoticeAnswer } from '../contract/notice.ts';
import type { ResearchQuestion } from '../contract/research-question.ts';
import type { StudyFacts } from '../contract/study-facts.ts';
import type { Role } from './blocks.ts';

export interface KitStore {
  readonly host: string;
  readonly purpose: 'operational' | 'research';
  /** 1: results; 2: actions too; 3: everything. */
  readonly tier: 1 | 2 | 3;
  readonly isPaused: boolean;
}

/** Where new attempts belong to a study. */
export interface KitPlace {
  readonly kind: 'deployment' | 'course' | 'activity';
  /** The name of its LMS; null if that was removed. */
  readonly platform: string | null;
  /** As the LMS sends it. */
  readonly id: string;
}

export interface KitStudy {
  readonly id: string;
  /** Null if nobody ever named it. */
  readonly name: string | null;
  readonly isClosed: boolean;
  /** It takes whatever has no other place. */
  readonly isDefault: boolean;
  readonly places: readonly KitPlace[];
  readonly facts: StudyFacts;
  readonly notice: NoticeAnswer;
  readonly question: ResearchQuestion | null;
  readonly stores: readonly KitStore[];
  /** Whether people who agreed to its research are asked about themselves. */
  readonly asksBackground: boolean;
}

export interface KitPlatform {
  readonly name: string;
  /** Where its pages and its services are. */
  readonly hosts: readonly string[];
}

export interface KitFacts {
  readonly build: string;
  /** ISO date. */
  readonly day: string;
  readonly publicHost: string;
  readonly database: { readonly kind: 'sqlite' | 'mongodb'; readonly hosts: readonly string[] };
  readonly idleDays: number;
  /** How long rows of the audit log are kept. */
  readonly auditMonths: number;
  readonly alertHost: string | null;
  readonly platforms: readonly KitPlatform[];
  readonly studies: readonly KitStudy[];
}

/** Each value once, or null if no study says it. */
export function sayOnce(
  studies: readonly KitStudy[],
  pick: (facts: StudyFacts) => string | null | undefined,
): string | null {
  const said = new Set(studies.map(({ facts }) => pick(facts)).filter((one) => typeof one === 'string'));
  return said.size === 0 ? null : [...said].join('; ');
}

export function storesOf(studies: readonly KitStudy[]): KitStore[] {
  return studies.flatMap(({ stores }) => stores);
}

/** The team of each study that asks about research. */
export function researchTeams(
  studies: readonly KitStudy[],
): { readonly name: string | null; readonly team: { readonly fr: string; readonly en: string } }[] {
  return studies.flatMap(({ name, question, facts: { research } }) =>
    question === null || research === null ? [] : [{ name, team: research.team }],
  );
}

export function asksAboutResearch(studies: readonly KitStudy[]): boolean {
  return studies.some(({ question }) => question !== null);
}

export function namesOf(platforms: readonly KitPlatform[]): string {
  return platforms.map(({ name }) => name).join(', ');
}

/** Whether the notice names who answers for the data, for how long they are kept, and whether they leave Québec. */
export function isNamed({ facts }: KitStudy): boolean {
  const { organisation, inCharge, contact, keptMonths, leavesQuebec } = facts;
  return [organisation, inCharge, contact, keptMonths, leavesQuebec].every((one) => one !== null);
}

/** Whom somebody asks for a review, by study; null where the study has no contact. */
export function reviewers(
  studies: readonly KitStudy[],
  { everyStudy, nameOf }: { readonly everyStudy: string; readonly nameOf: (name: string | null) => string },
): [study: string, who: string | null][] {
  if (studies.length === 0) return [[everyStudy, null]];
  return studies.map(({ name, facts: { contact } }) => [nameOf(name), contact]);
}

/** Each host once. */
export function hostNames(stores: readonly KitStore[]): string {
  return [...new Set(stores.map(({ host }) => host))].join(', ');
}

/** Each once, as a cell says them; empty if there are none. */
export function hostsOf(hosts: readonly string[]): string {
  return [...new Set(hosts)].map((host) => `\`${host}\``).join(', ');
}

/** A row for each store. What is asked of a host, of the same person, is asked in the first row that names it. */
export function listStoreRows(
  studies: readonly KitStudy[],
): { readonly study: string | null; readonly store: KitStore; readonly isAskedAbove: boolean }[] {
  const rows = studies.flatMap(({ name, stores }) => stores.map((store) => ({ study: name, store })));
  return rows.map((row, index) => ({
    ...row,
    isAskedAbove: rows
      .slice(0, index)
      .some(({ store: { host, purpose } }) => host === row.store.host && purpose === row.store.purpose),
  }));
}

/** The team of a study answers for a store of research. */
export function whoKnowsStore({ purpose }: KitStore): Role {
  return purpose === 'research' ? 'research' : 'contract';
}
