import type { EvidenceFile } from '../schema/scenario.ts';
import type { World } from '../world/types.ts';
import { allApps, appsById, listPhrases } from '../apps/app-lookups.ts';
import type { Problem } from '../kit/yaml-source.ts';
import { fitToSeed } from '../schema/variant.ts';
import { expectKnown, expectUnique, type Report } from '../kit/expect.ts';
import { featuresOf } from './check-reading.ts';
import type { ScenarioFiles } from './scenario-files.ts';
import type { Vocabularies } from './vocabulary-files.ts';

export function checkReferences(files: ScenarioFiles, vocabularies: Vocabularies): Problem[] {
  const problems: Problem[] = [];
  const world = files.world.data;
  const evidence = files.evidence.data;
  for (const problem of checkVariants(files)) problems.push(problem);
  checkEvidence(evidence, world, (path, code, params) =>
    problems.push(files.evidence.problem('error', path, code, params)),
  );
  problems.push(...checkFeatures(files, vocabularies));
  for (const [index, variant] of world.variants.entries()) {
    const twice = world.variants.findIndex(({ id }) => id === variant.id) !== index;
    if (twice)
      problems.push(files.world.problem('error', ['variants', index], 'id.twice', { id: variant.id }));
  }
  return problems;
}

/** A finding in several variants is reported once. */
function checkVariants({ world: source, worldTexts }: ScenarioFiles): Problem[] {
  const texts = { fr: worldTexts.fr.data, en: worldTexts.en.data };
  const problems = new Map<string, Problem>();
  source.data.variants.forEach((_variant, seed) => {
    checkWorld(fitToSeed(source.data, texts, seed).world, (path, code, params) => {
      const problem = source.problem('error', path, code, params);
      problems.set(JSON.stringify([path, code, params]), problem);
    });
  });
  return [...problems.values()];
}

function checkWorld(world: World, report: Report): void {
  expectUnique(
    world.help.map(({ id }) => id),
    ['help'],
    report,
  );
  for (const app of world.apps.filter((each) => !appsById[each].checks.isIn(world))) {
    report(['apps'], 'app.without-world', { app });
  }
  for (const { checks } of allApps) checks.check(world, report);
  // evidence.yaml gives the meaning of a sentence by its id alone, whatever the app.
  expectUnique(
    listPhrases(world).map(({ id }) => id),
    ['phraseGroups'],
    report,
  );
  world.help.forEach(({ where }, index) => {
    const [app, kind = '', id] = where.split(':');
    const known = Object.entries(appsById).find(([name]) => name === app)?.[1];
    const targets = id === undefined ? [] : (known?.checks.targets(world, kind) ?? []);
    const there = id === undefined ? known?.checks.places : targets;
    if (there?.includes(id ?? kind) === true) return;
    const params: Problem['params'] =
      id === undefined || targets.length === 0
        ? { id: where, kind: 'place', fault: 'place', known: listPlaces(world).join(', ') }
        : { id, kind };
    report(['help', index, 'where'], 'id.unknown', params);
  });
}

/** The first of each kind stands for all. */
function listPlaces(world: World): readonly string[] {
  return world.apps.flatMap((app) => {
    const { places, kinds = [], targets } = appsById[app].checks;
    const things = kinds.flatMap((kind) => {
      const [first, ...more] = targets(world, kind);
      return first === undefined ? [] : [`${app}:${kind}:${first}${more.length === 0 ? '' : '…'}`];
    });
    return [...places.map((place) => `${app}:${place}`), ...things];
  });
}

function checkEvidence(evidence: EvidenceFile, world: World, report: Report): void {
  const items = evidence.items.map(({ id }) => id);
  const rules = evidence.rules.map(({ id }) => id);
  const topics = world.help.map(({ id }) => id);
  const phrases = listPhrases(world).map(({ id }) => id);
  expectUnique([...rules, ...evidence.misconceptions.map(({ id }) => id)], ['rules'], report);
  expectUnique(items, ['items'], report);
  expectKnown([evidence.scenario], [world.id], 'scenario', ['scenario'], report);
  if (evidence.worldVersion !== world.version) {
    report(['worldVersion'], 'version.differs', { evidence: evidence.worldVersion, world: world.version });
  }
  checkScored(evidence, world, report);
  evidence.rules.forEach(({ item }, index) => {
    expectKnown([item], items, 'item', ['rules', index, 'item'], report);
  });
  evidence.misconceptions.forEach(({ item }, index) => {
    if (item !== undefined) expectKnown([item], items, 'item', ['misconceptions', index, 'item'], report);
  });
  evidence.items.forEach(({ id, max }, index) => {
    const sum = evidence.rules
      .filter(({ item }) => item === id)
      .reduce((total, { points }) => total + points, 0);
    if (sum !== max) report(['items', index], 'points.do-not-add-up', { item: id, points: sum, max });
  });
  for (const [topic, shown] of Object.entries(evidence.help)) {
    expectKnown([topic], topics, 'help topic', ['help', topic], report);
    expectKnown(shown, rules, 'rule', ['help', topic], report);
  }
  expectKnown(Object.keys(evidence.phrases), phrases, 'phrase', ['phrases'], report);
  for (const id of phrases.filter((phrase) => !(phrase in evidence.phrases))) {
    report(['phrases'], 'phrase.without-meaning', { id });
  }
}

function checkScored({ items, rules, misconceptions }: EvidenceFile, world: World, report: Report): void {
  if (world.scored === false) {
    for (const [part, list] of Object.entries({ items, rules, misconceptions })) {
      if (list.length > 0) report([part], 'unscored.with-evidence', { part });
    }
    return;
  }
  for (const [part, list] of Object.entries({ items, rules })) {
    if (list.length === 0) report([part], 'scored.without-evidence', { part });
  }
}

function checkFeatures(files: ScenarioFiles, vocabularies: Vocabularies): Problem[] {
  const { evidence } = files;
  const { fr, en } = files.evidenceTexts;
  const groups = { fr: Object.keys(fr.data.keywords), en: Object.keys(en.data.keywords) };
  const lacking = (source: typeof fr, names: readonly string[]): Problem[] =>
    names
      .filter((name) => !(name in source.data.keywords))
      .map((name) => source.problem('error', ['keywords'], 'keywords.missing', { name }));
  const problems = [...lacking(fr, groups.en), ...lacking(en, groups.fr)];
  const known = featuresOf(files, vocabularies);
  for (const [id, features] of Object.entries(evidence.data.phrases)) {
    expectKnown(features, known, 'feature', ['phrases', id], (path, code, params) =>
      problems.push(evidence.problem('error', path, code, params)),
    );
  }
  return problems;
}
