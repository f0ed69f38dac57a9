/** `adoption kit` as an operator meets it. */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findFreePort } from '../../support/ports.ts';
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
  expect(stdout.trim().split('\n')).toHaveLength(11);
  expect(readdirSync(out)).toEqual(['en']);
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
