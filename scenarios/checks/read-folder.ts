import { readYaml, type Problem, type YamlSource } from '../kit/yaml-source.ts';

type ReadFile<Name extends string> = <Data>(
  name: Name,
  schema: Parameters<typeof readYaml<Data>>[2],
) => YamlSource<Data> | null;

/** `read` returns null if the file is missing or unsound, and adds what it found to `problems`. */
export function readFolder<Name extends string>(
  folder: string,
  texts: Readonly<Partial<Record<Name, string | undefined>>>,
): { readonly read: ReadFile<Name>; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const read: ReadFile<Name> = (name, schema) => {
    const file = `${folder}/${name}`;
    const text = texts[name];
    if (text === undefined) {
      problems.push({ severity: 'error', file, line: null, code: 'file.missing', params: {} });
      return null;
    }
    const { source, problems: faults } = readYaml(file, text, schema);
    problems.push(...faults);
    return source;
  };
  return { read, problems };
}
