/** Checks of the shared folders' part of a world. */
import { expectKnown, expectUnique, type Report } from '../../checks/expect.ts';
import type { FilesWorld } from '../../world/files/types.ts';
import type { AppChecks } from '../checks.ts';

export const filesChecks: AppChecks = {
  isIn: ({ files }) => files !== undefined,
  check: ({ files }, report) => {
    if (files) checkFiles(files, report);
  },
  textKeys: ({ files }) => [
    ...(files?.folders.map(({ name }) => name) ?? []),
    ...(files?.files.map(({ name }) => name) ?? []),
  ],
  targets: () => [],
};

function checkFiles(files: FilesWorld, report: Report): void {
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
