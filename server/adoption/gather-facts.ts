import type { Config } from '../base/config.ts';
import type { Destination } from '../storage/ports/destinations.ts';
import { defaultName, type Organisation, type Study } from '../storage/ports/organisations.ts';
import type { Platform, Registration } from '../storage/ports/platforms.ts';
import type { Storage } from '../storage/ports/storage.ts';
import { listAll } from '../storage/read-pages.ts';
import { mostPlaces, parsePlace, type Place } from '../studies/places.ts';
import { asksBackground, findTold, noticeOf, questionOf } from '../studies/texts-of-study.ts';
import type { KitFacts, KitPlace, KitPlatform, KitStore, KitStudy } from './kit-facts.ts';

interface GatherDeps {
  readonly storage: Pick<Storage, 'studies' | 'studyTexts' | 'studyPlaces' | 'platforms' | 'destinations'>;
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
  const all =
    organisation === undefined ? [] : await listAll((page) => storage.studies.list(organisation.id, page));
  const platforms =
    organisation === undefined ? [] : await listAll((page) => storage.platforms.list(organisation.id, page));
  const known = await Promise.all(platforms.map((platform) => readPlatform(storage, platform)));
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
    platforms: known.map(describePlatform),
    studies: await describeStudies(storage, {
      studies: study === undefined ? all : [study],
      defaultId: all[0]?.id,
      known,
    }),
  };
}

interface StudiesOf {
  readonly studies: readonly Study[];
  /** The oldest of the organisation. */
  readonly defaultId: string | undefined;
  readonly known: readonly KnownPlatform[];
}

async function describeStudies(
  storage: GatherDeps['storage'],
  { studies, defaultId, known }: StudiesOf,
): Promise<KitStudy[]> {
  const destinations = await listAll((page) => storage.destinations.list(page));
  return Promise.all(
    studies.map(async ({ organisationId, id, name }) => {
      const told = await findTold(storage, { organisationId, studyId: id });
      const places = await storage.studyPlaces.listByStudy(organisationId, id, mostPlaces);
      const stores = destinations
        .filter((one) => one.organisationId === organisationId && one.studyId === id)
        .map(describeStore);
      const { facts, isClosed } = told;
      return {
        id,
        name: name === defaultName ? null : name,
        isClosed,
        isDefault: id === defaultId,
        places: places.map(({ place }) => describePlace(parsePlace(place), known)),
        facts,
        notice: noticeOf(told),
        question: questionOf(told),
        asksBackground: asksBackground(told),
        stores,
      };
    }),
  );
}

function describeStore({ endpoint, purpose, tier, status }: Destination): KitStore {
  // A path may name an account at the store.
  return { host: new URL(endpoint).host, purpose, tier, isPaused: status === 'paused' };
}

function describePlace(place: Place, known: readonly KnownPlatform[]): KitPlace {
  switch (place.kind) {
    case 'deployment': {
      const found = known.find(({ registrations }) =>
        registrations.some(({ id }) => id === place.registrationId),
      );
      return { kind: place.kind, platform: found?.platform.name ?? null, id: place.deploymentId };
    }
    case 'course':
      return { kind: place.kind, platform: nameOf(place.platformId, known), id: place.contextId };
    case 'activity':
      return { kind: place.kind, platform: nameOf(place.platformId, known), id: place.resourceLinkId };
  }
}

function nameOf(platformId: string, known: readonly KnownPlatform[]): string | null {
  return known.find(({ platform: { id } }) => id === platformId)?.platform.name ?? null;
}

interface KnownPlatform {
  readonly platform: Platform;
  readonly registrations: readonly Registration[];
}

async function readPlatform(
  { platforms }: GatherDeps['storage'],
  platform: Platform,
): Promise<KnownPlatform> {
  const registrations = await platforms.listRegistrations(platform.organisationId, platform.id);
  return { platform, registrations };
}

function describePlatform({ platform: { name }, registrations }: KnownPlatform): KitPlatform {
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
