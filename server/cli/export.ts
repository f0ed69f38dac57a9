import type { Command } from 'commander';
import { addItemsExport } from './export-items.ts';
import { addStatementsExport } from './export-statements.ts';
import { addCodebookExport, addMatrixExport, addProcessExport } from './export-tables.ts';

export function addExportCommand(program: Command): void {
  const parent = program.command('export').description('export data for analysis, under pseudonyms');
  addStatementsExport(parent);
  addMatrixExport(parent);
  addProcessExport(parent);
  addCodebookExport(parent);
  addItemsExport(parent);
}
