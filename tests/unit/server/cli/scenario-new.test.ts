import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginScene } from '../../../../server/cli/scenario-new.ts';
import { newScenarioWords } from '../../../../server/cli/words/new-scenario.ts';
import { loadContent } from '../../../../server/content/load.ts';
import { OperatorError } from '../../../../server/cli/operator-error.ts';

let root: string;
let dir: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'numplus-new-'));
  dir = join(root, 'mine');
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const begin = (id: string, apps: readonly string[]): ReturnType<typeof beginScene> =>
  beginScene({ id, apps, dir }, newScenarioWords.en);

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));

describe('scenario new', () => {
  it('begins a folder that loads without findings, with the new scene in its form', () => {
    expect(begin('x10-parking', ['phone', 'browser']).isFirst).toBe(true);
    const content = loadContent(dir);
    expect(content.problems).toEqual([]);
    expect(content.getForm('example').scenes).toEqual(['x01-thanks', 'x10-parking']);
    expect(content.publicScene('x10-parking', 1, 0).world.apps).toEqual(['phone', 'browser']);
  });

  it('adds a second scene and leaves the other files alone', () => {
    begin('x10-parking', ['mail']);
    const before = filesIn(dir).map((file) => [file, readFileSync(join(dir, file), 'utf8')]);
    expect(begin('x11-badge', ['files']).isFirst).toBe(false);
    for (const [file = '', text] of before)
      expect([file, readFileSync(join(dir, file), 'utf8')]).toEqual([file, text]);
    expect(loadContent(dir).problems).toEqual([]);
  });

  it('says of a second scene where it is added, its items in a bank too', () => {
    begin('x10-parking', ['mail']);
    const begun = begin('x11-badge', ['files']);
    expect(newScenarioWords.en.done(begun)).toContain(
      `add x11-badge to a form in ${join(dir, 'forms.yaml')}. Once it measures, add its items to the bank of that form, in ${join(dir, 'banks')}.`,
    );
    expect(newScenarioWords.fr.done(begun)).toContain(
      `Quand elle mesurera, ajoutez ses items à la banque de ce parcours, dans ${join(dir, 'banks')}.`,
    );
  });

  it('names in each file a schema that editors find from anywhere', () => {
    begin('x10-parking', ['mail']);
    for (const file of filesIn(dir)) {
      const [, address = ''] = /\$schema=(\S+)/.exec(readFileSync(join(dir, file), 'utf8')) ?? [];
      expect([file, address, existsSync(fileURLToPath(address))]).toEqual([file, address, true]);
    }
  });

  it.each([
    ['a scene that exists', 'x01-thanks', ['mail'], 'already exists'],
    ['an app that there is not', 'x10-parking', ['mail', 'fax'], 'No app is called “fax”. Choose from mail'],
    ['no app', 'x10-parking', [], 'Choose at least one app'],
    ['a bad id', 'X10 parking', ['mail'], 'cannot be an id'],
    ['an id that leaves the folder', '../x10', ['mail'], 'cannot be an id'],
  ])('refuses %s, and changes nothing', (_, id, apps, said) => {
    begin('x09-before', ['mail']);
    const before = filesIn(root);
    expect(() => begin(id, apps)).toThrow(OperatorError);
    expect(() => begin(id, apps)).toThrow(said);
    expect(filesIn(root)).toEqual(before);
  });

  it('refuses a folder of something else, and changes nothing', () => {
    dir = root;
    writeFileSync(join(dir, 'letter.txt'), 'Dear');
    expect(() => begin('x10-parking', ['mail'])).toThrow('no forms.yaml');
    expect(readdirSync(dir)).toEqual(['letter.txt']);
  });

  it('speaks French too', () => {
    expect(() => beginScene({ id: 'x10', apps: ['fax'], dir }, newScenarioWords.fr)).toThrow(
      'Choisissez parmi mail',
    );
  });
});
