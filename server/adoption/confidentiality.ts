/** A confidentiality policy to publish, filled in from the studies; what they do not say is highlighted. */
import type { Language } from '../../scenarios/world/base.ts';
import { asSentence } from '../base/as-sentence.ts';
import { type Block, type Inline, type Line, quote } from './blocks.ts';
import { type KitFacts, type KitStudy, storesOf } from './kit-facts.ts';
import { elsewhere, sharedPlaces } from './shared-places.ts';

export interface ConfidentialityWords {
  readonly organisation: string;
  readonly uses: string;
  readonly why: string;
  readonly collected: string;
  readonly aboutResearch: string;
  readonly background: string;
  readonly means: string;
  readonly receives: string;
  readonly alsoReceives: readonly [before: string, unknown: string];
  readonly researchTeam: (team: string) => string;
  readonly period: string;
  readonly months: (months: number) => string;
  readonly noPeriod: string;
  readonly teamMonths: (months: number) => string;
  readonly destroyed: (auditMonths: number) => string;
  readonly outside: string;
  readonly leaves: (leaves: boolean) => string;
  readonly notSaid: string;
  readonly security: string;
  readonly roles: readonly [before: string, after: string];
  readonly rights: readonly [first: string, before: string, after: string];
  readonly withdraw: string;
  readonly complaints: readonly [before: string, after: string];
  readonly changes: (day: string) => string;
  readonly inStudy: (name: string | null) => string;
}

export function confidentialityPolicy(
  { studies, auditMonths, day }: KitFacts,
  language: Language,
  words: ConfidentialityWords,
): Block {
  const { organisation, inCharge, contact } = sharedPlaces(language, studies);
  const open = studies.filter(({ isClosed }) => !isClosed);
  const hasResearch = open.some(({ question }) => question !== null);
  const each = (say: (study: KitStudy) => Inline, none: string): Inline[] =>
    sayEach(open, say, none, words.inStudy);
  const lines: Line[] = [
    [words.organisation, organisation],
    words.uses,
    words.why,
    joined(
      words.collected,
      hasResearch && words.aboutResearch,
      open.some(({ asksBackground }) => asksBackground) && words.background,
    ),
    words.means,
    [words.receives, ...others(open, language, words)],
    [
      words.period,
      ...each(
        ({ facts: { keptMonths } }) =>
          keptMonths === null ? elsewhere(words.noPeriod) : words.months(keptMonths),
        words.noPeriod,
      ),
      ...teamPeriods(open, words).map((one) => ` ${one}`),
      ` ${words.destroyed(auditMonths)}`,
    ],
    [
      words.outside,
      ...each(
        ({ facts: { leavesQuebec } }) =>
          leavesQuebec === null ? elsewhere(words.notSaid) : words.leaves(leavesQuebec),
        words.notSaid,
      ),
    ],
    words.security,
    [words.roles[0], inCharge, words.roles[1]],
    [joined(words.rights[0], hasResearch && words.withdraw, words.rights[1]), contact, words.rights[2]],
    [words.complaints[0], contact, words.complaints[1]],
    words.changes(day),
  ];
  return quote(...lines);
}

/** Once if all studies say the same. */
function sayEach(
  studies: readonly KitStudy[],
  say: (study: KitStudy) => Inline,
  none: string,
  inStudy: (name: string | null) => string,
): Inline[] {
  const said = studies.map((study) => ({ name: study.name, part: say(study) }));
  const [first] = said;
  if (first === undefined) return [' ', ...ended(elsewhere(none))];
  if (new Set(said.map(({ part }) => JSON.stringify(part))).size === 1) return [' ', ...ended(first.part)];
  return said.flatMap(({ name, part }) => [inStudy(name), ...ended(part)]);
}

/** A place to fill in has no period of its own. */
function ended(part: Inline): Inline[] {
  return typeof part === 'string' ? [part] : [part, '.'];
}

/** Recipients that the notices name, and research teams. A store that nobody named is a place to fill in. */
function others(studies: readonly KitStudy[], language: Language, words: ConfidentialityWords): Inline[] {
  const named = unique(studies.flatMap(({ facts }) => facts.recipients.map((one) => one[language])));
  const teams = unique(
    studies.flatMap(({ facts: { research } }) => (research === null ? [] : [research.team[language]])),
  );
  const [before, unknown] = words.alsoReceives;
  const isUnnamed = studies.some(
    (study) => storesOf([study]).length > 0 && study.facts.recipients.length === 0,
  );
  const known = named.join('; ');
  return [
    ...(isUnnamed ? [` ${before}${known}${known && '; '}`, ...ended(elsewhere(unknown))] : []),
    ...(known === '' || isUnnamed ? [] : [` ${asSentence(`${before}${known}`)}`]),
    ...teams.map((team) => ` ${words.researchTeam(team)}`),
  ];
}

function teamPeriods(studies: readonly KitStudy[], { teamMonths }: ConfidentialityWords): string[] {
  return unique(
    studies.flatMap(({ facts: { research } }) =>
      typeof research?.keptMonths === 'number' ? [teamMonths(research.keptMonths)] : [],
    ),
  );
}

function unique(said: readonly string[]): string[] {
  return [...new Set(said)];
}

function joined(...sentences: readonly (string | false)[]): string {
  return sentences.filter((one) => one !== false).join(' ');
}
