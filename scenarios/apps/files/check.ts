import { expectKnown, expectUnique, type Report } from '../../kit/expect.ts';
import { TRASH } from '../../world/files/tree.ts';
import type { FilesWorld } from '../../world/files/types.ts';
import type { World } from '../../world/types.ts';
import type { AppChecks } from '../../kit/app.ts';

export const filesChecks: AppChecks = {
  isIn: ({ files }) => files !== undefined,
  check: ({ apps, files }, report) => {
    if (files === undefined) return;
    checkFiles(files, report);
    if (apps.includes('files')) checkDetails(files, report);
  },
  textKeys: ({ files }) => [
    ...(files?.folders.map(({ name }) => name) ?? []),
    ...(files?.files.flatMap(({ name, details }) => [
      name,
      ...(details === undefined ? [] : [details.changed, ...details.preview]),
    ]) ?? []),
  ],
  places: ['folder', 'list', 'places', 'search', 'sort'],
  kinds: ['folder', 'file', 'menu'],
  targets: ({ files }: World, kind) => {
    if (kind === 'folder') return [...(files?.folders.map(({ id }) => id) ?? []), TRASH];
    return ['file', 'menu'].includes(kind) ? (files?.files.map(({ id }) => id) ?? []) : [];
  },
};

function checkFiles(files: FilesWorld, report: Report): void {
  const folders = files.folders.map(({ id }) => id);
  // Ids must tell a file from a folder, and from the trash.
  expectUnique([...folders, ...files.files.map(({ id }) => id), TRASH], ['files'], report);
  expectKnown([files.defaultFolder], folders, 'folder', ['files', 'defaultFolder'], report);
  files.folders.forEach(({ parent }, index) => {
    // A parent comes before its folders, so the tree has no cycles.
    const before = folders.slice(0, index);
    if (parent !== undefined) expectKnown([parent], before, 'folder', ['files', 'folders', index], report);
  });
  files.files.forEach(({ folder }, index) => {
    expectKnown([folder], folders, 'folder', ['files', 'files', index, 'folder'], report);
  });
}

function checkDetails(files: FilesWorld, report: Report): void {
  files.files.forEach(({ id, details }, index) => {
    if (details === undefined) report(['files', 'files', index], 'file.without-details', { id });
  });
}
