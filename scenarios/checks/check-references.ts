/** Ids that point somewhere: every one must be there, every rule's points must add up. */
import type { EvidenceFile } from '../schema.ts';
import type { MailWorld, World } from '../world/types.ts';
import type { Problem, ProblemPath } from '../yaml-source.ts';
import type { ScenarioFiles } from './scenario-files.ts';

type Report = (path: ProblemPath, code: string, params?: Problem['params']) => void;

/** Findings about ids of world and evidence, and about points. */
export function checkReferences(files: ScenarioFiles): Problem[] {
  const problems: Problem[] = [];
  const world = files.world.data;
  const evidence = files.evidence.data;
  checkWorld(world, (path, code, params) => problems.push(files.world.problem('error', path, code, params)));
  checkEvidence(evidence, world, (path, code, params) =>
    problems.push(files.evidence.problem('error', path, code, params)),
  );
  for (const [index, variant] of world.variants.entries()) {
    const twice = world.variants.findIndex(({ id }) => id === variant.id) !== index;
    if (twice)
      problems.push(files.world.problem('error', ['variants', index], 'id.twice', { id: variant.id }));
  }
  return problems;
}

function checkWorld(world: World, report: Report): void {
  expectUnique(
    world.help.map(({ id }) => id),
    ['help'],
    report,
  );
  if (world.apps.includes('mail') && !world.mail) report(['apps'], 'app.without-world', { app: 'mail' });
  if (world.apps.includes('files') && !world.files) report(['apps'], 'app.without-world', { app: 'files' });
  if (world.mail) checkMail(world.mail, report);
  world.help.forEach(({ where }, index) => {
    const [, kind, id] = where.split(':');
    if (id !== undefined && !targetsOf(world, kind ?? '').includes(id)) {
      report(['help', index, 'where'], 'id.unknown', { id, kind: kind ?? '' });
    }
  });
  const { files } = world;
  if (!files) return;
  const folders = files.folders.map(({ id }) => id);
  expectUnique(folders, ['files', 'folders'], report);
  expectUnique(
    files.files.map(({ id }) => id),
    ['files', 'files'],
    report,
  );
  expectKnown([files.defaultFolder], folders, 'folder', ['files', 'defaultFolder'], report);
  files.files.forEach(({ folder }, index) => {
    expectKnown([folder], folders, 'folder', ['files', 'files', index, 'folder'], report);
  });
}

function checkMail(mail: MailWorld, report: Report): void {
  const contacts = mail.contacts.map(({ id }) => id);
  const messages = mail.messages.map(({ id }) => id);
  const phrases = mail.phraseGroups.flatMap((group) => group.phrases.map(({ id }) => id));
  const attachments = mail.messages.flatMap((message) => message.attachments.map(({ id }) => id));
  expectUnique(contacts, ['mail', 'contacts'], report);
  expectUnique(
    [...messages, ...mail.drafts.map(({ id }) => id), ...attachments],
    ['mail', 'messages'],
    report,
  );
  expectUnique(phrases, ['mail', 'phraseGroups'], report);
  expectKnown([mail.me], contacts, 'contact', ['mail', 'me'], report);
  mail.messages.forEach(({ from, to }, index) => {
    expectKnown([from, ...to], contacts, 'contact', ['mail', 'messages', index], report);
  });
  mail.drafts.forEach((draft, index) => {
    const path = ['mail', 'drafts', index];
    expectKnown(draft.to, contacts, 'contact', path, report);
    expectKnown(draft.phrases, phrases, 'phrase', path, report);
    if (draft.about !== null) expectKnown([draft.about], messages, 'message', path, report);
    // State holds ids and canonical values: a sentence would be of one language.
    if (draft.typed !== '') report([...path, 'typed'], 'draft.typed-text');
  });
}

function checkEvidence(evidence: EvidenceFile, world: World, report: Report): void {
  const items = evidence.items.map(({ id }) => id);
  const rules = evidence.rules.map(({ id }) => id);
  const topics = world.help.map(({ id }) => id);
  const phrases = world.mail?.phraseGroups.flatMap((group) => group.phrases.map(({ id }) => id)) ?? [];
  expectUnique([...rules, ...evidence.misconceptions.map(({ id }) => id)], ['rules'], report);
  expectUnique(items, ['items'], report);
  expectKnown([evidence.scenario], [world.id], 'scenario', ['scenario'], report);
  if (evidence.worldVersion !== world.version) {
    report(['worldVersion'], 'version.differs', { evidence: evidence.worldVersion, world: world.version });
  }
  evidence.rules.forEach(({ item }, index) => {
    expectKnown([item], items, 'item', ['rules', index, 'item'], report);
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

function targetsOf(world: World, kind: string): readonly string[] {
  const messages = world.mail?.messages ?? [];
  if (kind === 'message') return messages.map(({ id }) => id);
  if (kind === 'attachment' || kind === 'save')
    return messages.flatMap((each) => each.attachments.map(({ id }) => id));
  if (kind === 'folder') return ['inbox', 'sent', 'drafts'];
  return [];
}

function expectUnique(ids: readonly string[], path: ProblemPath, report: Report): void {
  for (const id of new Set(ids.filter((each, index) => ids.indexOf(each) !== index)))
    report(path, 'id.twice', { id });
}

function expectKnown(
  ids: readonly string[],
  known: readonly string[],
  kind: string,
  path: ProblemPath,
  report: Report,
): void {
  for (const id of ids.filter((each) => !known.includes(each))) report(path, 'id.unknown', { id, kind });
}
