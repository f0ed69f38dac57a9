import type { Config } from '../base/config.ts';
import type { Organisation, Study } from '../storage/ports/organisations.ts';
import type { Platform } from '../storage/ports/platforms.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { listAll } from '../storage/read-pages.ts';
import { asksBackground, findTold, noticeOf, questionOf } from '../studies/texts-of-study.ts';
import type { KitFacts, KitPlatform, KitStudy } from './kit-facts.ts';

interface GatherDeps {
  readonly storage: Pick<Storage, 'studies' | 'studyTexts' | 'platforms' | 'destinations'>;
  readonly config: Pick<
    Config,
    'publicUrl' | 'databaseUrl' | 'attemptIdleDays' | 'auditMonths' | 'alertWebhookUrl'
  >;
  readonly clock: () => number;
  readonly build: string;
}

interface Scope {
  /** Undefined on a new database. */
  readonly organisation: Organisation | undefined;
  /** One study; undefined: all of the organisation. */
  readonly study: Study | undefined;
}

export async function gatherFacts(deps: GatherDeps, { organisation, study }: Scope): Promise<KitFacts> {
  const { storage, config, clock, build } = deps;
  const timeZone = organisation?.timeZone ?? 'UTC';
  const studies =
    organisation === undefined
      ? []
      : study === undefined
        ? await listAll((page) => storage.studies.list(organisation.id, page))
        : [study];
  const platforms =
    organisation === undefined ? [] : await listAll((page) => storage.platforms.list(organisation.id, page));
  return {
    build,
    // Swedish writes dates as ISO 8601 does.
    day: new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(clock()),
    publicHost: new URL(config.publicUrl).host,
    database: describeDatabase(config.databaseUrl),
    idleDays: config.attemptIdleDays,
    auditMonths: config.auditMonths,
    // The path of a webhook is a token.
    alertHost: config.alertWebhookUrl === null ? null : new URL(config.alertWebhookUrl).host,
    platforms: await Promise.all(platforms.map((platform) => describePlatform(storage, platform))),
    studies: await describeStudies(storage, studies),
  };
}

async function describeStudies(
  storage: GatherDeps['storage'],
  studies: readonly Study[],
): Promise<KitStudy[]> {
  const destinations = await listAll((page) => storage.destinations.list(page));
  return Promise.all(
    studies.map(async ({ organisationId, id, name }) => {
      const told = await findTold(storage, { organisationId, studyId: id });
      const stores = destinations
        .filter((one) => one.organisationId === organisationId && one.studyId === id)
        .map(({ endpoint, purpose, tier, status }) => ({
          // A path may name an account at the store.
          host: new URL(endpoint).host,
          purpose,
          tier,
          isPaused: status === 'paused',
        }));
      const { facts, isClosed } = told;
      const texts = {
        notice: noticeOf(told),
        question: questionOf(told),
        asksBackground: asksBackground(told),
      };
      return { id, name, isClosed, facts, ...texts, stores };
    }),
  );
}

async function describePlatform(
  { platforms }: GatherDeps['storage'],
  { organisationId, id, name }: Platform,
): Promise<KitPlatform> {
  const registrations = await platforms.listRegistrations(organisationId, id);
  const addresses = registrations
    .filter(({ active }) => active)
    .flatMap(({ issuer, authorizationUrl, tokenUrl, keySetUrl }) => [
      issuer,
      authorizationUrl,
      tokenUrl,
      keySetUrl,
    ]);
  const hosts = addresses.filter((one) => URL.canParse(one)).map((one) => new URL(one).host);
  return { name, hosts: [...new Set(hosts)] };
}

/** Hosts alone: the address of a MongoDB may hold a password. */
export function describeDatabase(url: string): KitFacts['database'] {
  const [, list] = /^mongodb(?:\+srv)?:\/\/(?:.*@)?([^/?]+)/.exec(url) ?? [];
  if (list === undefined) return { kind: 'sqlite', hosts: [] };
  return { kind: 'mongodb', hosts: list.split(',') };
}
