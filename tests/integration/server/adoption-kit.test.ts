/** The adoption kit of a database in use: what it says, and what it must never say. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeDatabase, gatherFacts } from '../../../server/adoption/gather-facts.ts';
import { hasFiles, writeKit } from '../../../server/adoption/write-kit.ts';
import { StudyFacts } from '../../../server/contract/study-facts.ts';
import { addStudy, changeTexts, placeStudy } from '../../../server/organisations/manage-studies.ts';
import type { Organisation, Study } from '../../../server/storage/ports/organisations.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { DeliveryBench } from '../../support/delivery-bench.ts';
import { readZip } from '../../support/read-zip.ts';
import { listXmlFaults } from '../../support/xml-faults.ts';

const webhook = 'http://127.0.0.1:9/hooks/CANARY-webhook-token';
const metricsToken = 'CANARY-metrics-token-CANARY-metrics-token';

let bench: DeliveryBench;
let learner: ApiLearner;
let organisation: Organisation | undefined;
let study: Study;
let files: Map<string, string>;
const folder = mkdtempSync(join(tmpdir(), 'numplus-kit-'));
beforeAll(async () => {
  bench = await DeliveryBench.start(Date.now(), {
    ALERT_WEBHOOK_URL: webhook,
    METRICS_TOKEN: metricsToken,
    AUDIT_KEPT_MONTHS: '84',
  });
  const { context } = bench;
  [organisation] = await context.storage.organisations.list({ limit: 1 });
  learner = new ApiLearner(bench);
  await learner.begin(4, 2);
  study = await addStudy(context, { organisationId: organisation?.id ?? '', name: 'LINC' });
  const facts = StudyFacts.parse({
    organisation: { fr: 'la Coop Emploi', en: 'Coop Emploi' },
    keptMonths: 24,
  });
  await changeTexts(context, study, facts);
  await placeEverywhere();
  files = await write('all');
});
afterAll(async () => {
  await bench.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Gives the study a place of each kind. */
async function placeEverywhere(): Promise<void> {
  const { context } = bench;
  const { platforms } = context.storage;
  const organisationId = organisation?.id ?? '';
  const [platform] = await platforms.list(organisationId, { limit: 1 });
  const platformId = platform?.id ?? '';
  const [deployment] = await platforms.listDeployments(organisationId, platformId, { limit: 1 });
  if (deployment === undefined) throw new Error('There is no deployment.');
  const { registrationId, deploymentId } = deployment;
  await placeStudy(context, study, { kind: 'deployment', registrationId, deploymentId });
  await placeStudy(context, study, { kind: 'course', platformId, deploymentId, contextId: 'COURS-9' });
  await placeStudy(context, study, { kind: 'activity', platformId, deploymentId, resourceLinkId: 'LIEN-8' });
}

/** All text of each file, by its path in the kit. */
async function write(name: string, one?: Study): Promise<Map<string, string>> {
  const out = join(folder, name);
  const facts = await gatherFacts(bench.context, { organisation, study: one });
  const { files: made } = await writeKit(out, facts, ['fr', 'en']);
  const written = made.filter((path) => path.endsWith('.docx'));
  const onDisk = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.docx'),
  );
  expect(onDisk.toSorted()).toEqual(written.toSorted());
  return new Map(
    written.map((file) => {
      const parts = [...readZip(readFileSync(join(out, file)))];
      return [file, parts.map(([part, content]) => `${part}\n${content.toString('utf8')}`).join('\n')];
    }),
  );
}

it('writes eleven documents in each language that a word processor can open', async () => {
  expect(files.size).toBe(22);
  for (const path of files.keys()) {
    for (const [part, content] of readZip(readFileSync(join(folder, 'all', path)))) {
      if (/\.(?:xml|rels)$/.test(part)) expect(listXmlFaults(content.toString('utf8')), part).toEqual([]);
    }
  }
  expect(await hasFiles(join(folder, 'all'))).toBe(true);
  expect(await hasFiles(join(folder, 'new'))).toBe(false);
});

it('says what the settings and the studies say', () => {
  const places = files.get('en/10-recipients-and-places.docx') ?? '';
  expect(places).toContain(new URL(bench.context.publicUrl).host);
  expect(places).toContain(new URL(bench.lms.issuer).host);
  expect(places).toContain(new URL(bench.store.endpoint).host);
  expect(places).toContain('Sandbox');
  const notices = files.get('fr/04-avis-et-consentements.docx') ?? '';
  expect(notices).toContain('la Coop Emploi');
  expect(notices).toContain('Vos données sont gardées 24 mois après le dernier geste.');
  expect(files.get('fr/05-calendrier-de-conservation.docx')).toContain('dure 84 mois ici');
});

it('says where each study applies, and calls the one that nobody named the basic study', () => {
  const notices = (files.get('fr/04-avis-et-consentements.docx') ?? '').replaceAll(/<[^>]+>/g, '');
  expect(notices).toContain('Tout le LMS «\u00a0Sandbox\u00a0» (déploiement ');
  expect(notices).toContain('Un cours du LMS «\u00a0Sandbox\u00a0» (cours COURS-9).');
  expect(notices).toContain('Une activité du LMS «\u00a0Sandbox\u00a0» (activité LIEN-8).');
  expect([...files.values()].filter((text) => />[^<]*(?:«\u00a0|“)default/.test(text))).toEqual([]);
  expect(notices).toContain('Étude de basePartout où aucune autre étude');
});

it('is about one study if one is named', async () => {
  const notices = (await write('one', study)).get('fr/04-avis-et-consentements.docx') ?? '';
  expect(notices).toContain('Étude «\u00a0LINC\u00a0»');
  expect(notices).not.toContain('Étude de base');
});

it('says no key, no token and nothing of a person or of their play', async () => {
  const { storage, config } = bench.context;
  const organisationId = organisation?.id ?? '';
  const found = await storage.attempts.find(organisationId, learner.attempt.id);
  const personId = found?.attempt.personId ?? '';
  const person = await storage.persons.find(organisationId, personId);
  const destinations = await storage.destinations.list({ limit: 10 });
  const canaries = [
    config.secretKey,
    'CANARY',
    study.sealedKey,
    ...destinations.map(({ sealedCredentials }) => sealedCredentials),
    learner.attempt.id,
    personId,
    person?.sealedKey ?? '',
    'client-1',
  ];
  expect(canaries.every((one) => one.length > 3)).toBe(true);
  const texts = [...files.values()].join('\n');
  expect(canaries.filter((one) => texts.includes(one))).toEqual([]);
});

it('says the hosts of a database alone, and never its password', () => {
  expect(describeDatabase('mongodb://ann:p%40ss@db1.example:27017,db2.example/numplus?x=1')).toEqual({
    kind: 'mongodb',
    hosts: ['db1.example:27017', 'db2.example'],
  });
  expect(describeDatabase('mongodb+srv://ann:p@ss/w@db.example/numplus').hosts.join()).not.toContain('ann');
  expect(describeDatabase('sqlite:data/numplus.db')).toEqual({ kind: 'sqlite', hosts: [] });
});
