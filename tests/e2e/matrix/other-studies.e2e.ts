/** An activity that moved to another study: « Mes données » names the one before, and takes its yes back. */
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { comfortEn } from '../../../client/src/i18n/catalogues/comfort.en.ts';
import { comfortFr } from '../../../client/src/i18n/catalogues/comfort.fr.ts';
import { researchEn } from '../../../client/src/i18n/catalogues/research.en.ts';
import { researchFr } from '../../../client/src/i18n/catalogues/research.fr.ts';
import { shellEn } from '../../../client/src/i18n/catalogues/shell.en.ts';
import { shellFr } from '../../../client/src/i18n/catalogues/shell.fr.ts';
import type { ResearchAnswer } from '../../../server/contract/research.ts';
import { findViolations } from '../../support/accessibility.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { setUpBrowserStack } from '../../support/browser-stack.ts';
import { takePicture } from '../../support/picture.ts';
import { openTwoScenes, tellFirstStudy, type Visit } from '../../support/two-scenes.ts';

const words = {
  fr: { ...researchFr, ...comfortFr, ...shellFr },
  en: { ...researchEn, ...comfortEn, ...shellEn },
};

const study = `research:
  team: { fr: L’équipe LINC, en: The LINC team }
  purpose: { fr: Elle étudie l’apprentissage au travail., en: It studies learning at work. }
`;

const visits: readonly Visit[] = [
  { language: 'fr', input: 'keyboard', width: 969, height: 409, personId: 4 },
  { language: 'en', input: 'touch', width: 390, height: 844, personId: 5 },
];

const stack = setUpBrowserStack();

async function agree(personId: number): Promise<ApiLearner> {
  const learner = new ApiLearner(stack);
  await learner.begin(personId);
  const { body } = await learner.request<ResearchAnswer>('GET', '/api/research');
  const said = { version: body.question?.version, language: 'fr', answer: 'given', future: false };
  expect((await learner.request('POST', '/api/research', said)).status).toBe(200);
  return learner;
}

beforeAll(async () => {
  await tellFirstStudy(stack, study);
  for (const { personId } of visits) await agree(personId);
  const file = join(tmpdir(), `numplus-next-study-${process.pid}.yaml`);
  writeFileSync(file, study);
  const listed = await stack.tool.run('platform', 'list', '--json');
  const [{ ref = '' } = {}] = JSON.parse(listed.stdout) as { ref?: string }[];
  const added = await stack.tool.run('study', 'add', '--name', 'B', '--texts', file, '--platform', ref);
  rmSync(file);
  expect([added.stderr, added.code]).toEqual(['', 0]);
});

describe('a yes to another study', () => {
  it.each(visits)('is taken back by $input in $language at $width px', async (each) => {
    const { language } = each;
    const t = words[language];
    const person = await openTwoScenes(stack, each, 2000 + each.personId);
    await person.acceptNotice();
    await person.map.waitFor();
    await person.press(person.named(t['bar.comfort']));
    await person.press(person.named(t['comfort.data.read']));
    const given = person.frame.getByText(t['research.others.given'], { exact: true });
    await given.waitFor();
    await given.scrollIntoViewIfNeeded();
    await takePicture(person.page, 'other-studies', language);
    expect(await findViolations(person.page)).toEqual([]);
    await person.press(person.named(t['research.withdraw']));
    const done = person.frame.getByText(t['research.others.withdrawn'], { exact: true });
    await done.waitFor();
    await takePicture(person.page, 'other-studies-left', language);
    expect(await findViolations(person.page)).toEqual([]);
    expect(await given.count()).toBe(0);
    await person.page.context().close();
  });
});
