/** `adoption kit` as an operator meets it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findFreePort } from '../../support/ports.ts';
import { readZip } from '../../support/read-zip.ts';
import { ToolProcess } from '../../support/tool-process.ts';

let tool: ToolProcess;
const folder = mkdtempSync(join(tmpdir(), 'numplus-adoption-'));
const out = join(folder, 'kit');
beforeAll(async () => {
  tool = new ToolProcess(await findFreePort(), '127.0.0.1', {});
});
afterAll(async () => {
  await tool.remove();
  rmSync(folder, { recursive: true, force: true });
});

it('writes the kit of a database without a study, in the language that is asked for', async () => {
  const { code, stdout } = await tool.run('adoption', 'kit', '--out', out, '--language', 'en');
  expect(code).toBe(0);
  expect(stdout.trim().split('\n')).toHaveLength(12);
  expect(readdirSync(out).toSorted()).toEqual(['answers.yaml', 'en']);
  expect(readdirSync(join(out, 'en'))).toContain('02-privacy-impact-assessment.docx');
  expect(statSync(join(out, 'en', '01-read-first.docx')).mode & 0o077).toBe(0);
});

it('refuses a folder that may hold answers, and a study that does not exist', async () => {
  const again = await tool.run('adoption', 'kit', '--out', out);
  expect(again.code).toBe(1);
  expect(again.stderr).toContain('may hold your answers');
  const unknown = await tool.run('adoption', 'kit', '--out', join(folder, 'other'), '--study', 'none');
  expect(unknown).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('There is no study none') as string,
  });
});

it('fills in a new kit from the answers beside an earlier one, and says which found no place', async () => {
  const answers = readFileSync(join(out, 'answers.yaml'), 'utf8');
  const start = /(en: "Planned start – date"\n\s+answer: )""/;
  expect(answers).toMatch(start);
  const filled = join(folder, 'filled.yaml');
  const gone =
    '  - document: 4\n    kind: words\n    fr: "Question ancienne"\n    en: "Old question"\n    answer: "kept"\n';
  writeFileSync(filled, `${answers.replace(start, '$1"2 March"')}${gone}`);
  const next = join(folder, 'next');
  const { code, stderr } = await tool.run('adoption', 'kit', '--out', next, '--answers', filled);
  expect(code).toBe(0);
  expect(stderr).toContain('Old question');
  for (const name of ['fr/01-a-lire-d-abord.docx', 'en/01-read-first.docx'])
    expect(
      readZip(readFileSync(join(next, name)))
        .get('word/document.xml')
        ?.toString('utf8'),
    ).toContain('2 March');
  expect(readFileSync(join(next, 'answers.yaml'), 'utf8')).toContain('"kept"');
  expect(statSync(join(next, 'answers.yaml')).mode & 0o077).toBe(0);

  const forbidden = /(fr: "Usage interdit[^\n]*\n[^\n]*\n\s+answer: )""/;
  expect(answers).toMatch(forbidden);
  writeFileSync(filled, answers.replace(forbidden, '$1"non"'));
  const unclear = await tool.run(
    ...['adoption', 'kit', '--out', join(folder, 'unclear'), '--language', 'fr', '--answers', filled],
  );
  expect(unclear.code).toBe(1);
  expect(unclear.stderr).toContain('Document 2, «\u00a0Usage interdit\u00a0»');
  expect(unclear.stderr).toContain('Rien n’a été écrit');
  expect(readdirSync(join(folder, 'unclear'))).toEqual([]);

  const outside = /(fr: "Conclusion – d[^\n]*\n[^\n]*\n(?:\s+(?:choices:|- )[^\n]*\n)+\s+answer: )""/;
  expect(answers).toMatch(outside);
  writeFileSync(filled, answers.replace(outside, '$1"non, tout est ici"'));
  const inWords = await tool.run('adoption', 'kit', '--out', join(folder, 'words'), '--answers', filled);
  expect(inWords.code).toBe(1);
  expect(inWords.stderr).toContain('write only 1 for “Everything is in Québec”');

  writeFileSync(filled, 'answers: yes');
  const refused = await tool.run('adoption', 'kit', '--out', join(folder, 'third'), '--answers', filled);
  expect(refused).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('nothing was written') as string,
  });
});
