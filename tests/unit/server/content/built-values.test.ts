import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { withKnownValues } from '../../../../scenarios/kit/known-values.ts';
import { readValue, readYaml } from '../../../../scenarios/kit/yaml-source.ts';
import { openBuiltValues, writeBuiltValues } from '../../../../server/content/built-values.ts';
import { contentDirectory } from '../../../support/s02.ts';

const folder = mkdtempSync(join(tmpdir(), 'numplus-values-'));
const file = join(folder, 'values.json');
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('values that the build has read', () => {
  it('are those of the parser, of every delivered text', () => {
    writeBuiltValues(contentDirectory, file);
    const find = openBuiltValues(file);
    const texts = readdirSync(contentDirectory, { withFileTypes: true, recursive: true })
      .filter(({ name }) => name.endsWith('.yaml'))
      .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'));
    expect(texts.length).toBeGreaterThan(100);
    for (const text of texts) expect(find(text)).toEqual(readValue(text));
  });

  it('are not there for a text that was changed, or if nothing is built', () => {
    writeBuiltValues(contentDirectory, file);
    const text = readFileSync(join(contentDirectory, 'forms.yaml'), 'utf8');
    expect(openBuiltValues(file)(`${text}# changed\n`)).toBeUndefined();
    expect(openBuiltValues(join(folder, 'missing.json'))(text)).toBeUndefined();
  });

  it('are used in place of the text, while findings keep its lines', () => {
    const text = '# words\nname: Nadia\nage: young\n';
    const schema = z.object({ name: z.string(), age: z.number() });
    const known = (): unknown => ({ name: 'Samir', age: 'old' });
    const { problems } = withKnownValues(known, () => readYaml('who.yaml', text, schema));
    expect(problems).toMatchObject([{ line: 3, code: 'file.not-as-the-format', params: { path: 'age' } }]);
    const sound = withKnownValues(
      () => ({ name: 'Samir', age: 3 }),
      () => readYaml('who.yaml', text, schema),
    );
    expect(sound.source?.data).toEqual({ name: 'Samir', age: 3 });
    expect(readYaml('who.yaml', text, schema).source).toBeNull();
  });
});
