import type { Language } from '../../scenarios/world/base.ts';
import { codebookTexts } from './codebook-words.ts';
import type { ColumnMeaning } from './columns.ts';

export interface TableOutline {
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly about: ColumnMeaning }[];
}

export function codebookRows(tables: readonly TableOutline[], language: Language): (readonly string[])[] {
  const { header, columns: texts, notes, note } = codebookTexts[language];
  return [
    header,
    ...tables.flatMap(({ table, columns }) =>
      columns.map(({ name, about }) => {
        const { meaning, values } = texts[about.key];
        return [table, name, fill(meaning, about, language), fill(values, about, language)];
      }),
    ),
    ...notes.map((text, index) => [note, String(index + 1), text, '']),
  ];
}

function fill(text: string, { params = {} }: ColumnMeaning, language: Language): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return typeof value === 'object' ? value[language] : String(value);
  });
}
