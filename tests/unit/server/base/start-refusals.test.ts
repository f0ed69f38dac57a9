/** Messages about invalid settings, and about an address that cannot be listened on, in French and in English. */
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../../../server/base/config.ts';
import { makeFolder } from '../../../../server/base/make-folder.ts';
import { explainRefusal } from '../../../../server/cli/refusal.ts';
import { type StartRefusals, startRefusals } from '../../../../server/base/start-refusals.ts';

function listTexts({ settings, faults, misspelt, system }: StartRefusals): string[] {
  const told = [...Object.values(faults), ...Object.values(system), misspelt].map((tell) => tell('9'));
  return [settings, ...told];
}

function refusalOf(env: Readonly<Record<string, string>>): unknown {
  try {
    return readConfig(env);
  } catch (error) {
    return error;
  }
}

function refusalOfFolder(place: string): unknown {
  try {
    makeFolder(place);
    return null;
  } catch (error) {
    return error;
  }
}

describe('the message of a refused start', () => {
  it('has the same sentences in both languages, none of them alike', () => {
    const [french, english] = [listTexts(startRefusals.fr), listTexts(startRefusals.en)];
    expect(french).toHaveLength(english.length);
    expect(french.filter((text) => english.includes(text))).toEqual([]);
  });

  it('follows French typography: fixed space before a colon, none before other marks, curved apostrophes', () => {
    for (const text of listTexts(startRefusals.fr)) {
      expect(text.replaceAll('https://', '')).not.toMatch(/[^\u00a0]:|\s[;?!]|'/);
    }
  });

  it('names each setting, what it must be and what may be meant, without its value', () => {
    const error = refusalOf({ PUBLIC_ULR: 'https://hush.example', SECRET_KEY: 'hush', LOG_LEVEL: 'hush' });
    expect(explainRefusal(error, 'fr')).toBe(
      [
        'Les réglages ne sont pas utilisables\u00a0:',
        '  PUBLIC_URL\u00a0: manque',
        '  SECRET_KEY\u00a0: doit avoir au moins 32 caractères',
        '  LOG_LEVEL\u00a0: doit être un de ces mots\u00a0: fatal, error, warn, info, debug, silent',
        '  PUBLIC_ULR\u00a0: n’est pas un réglage de NUM+. Tout près\u00a0: PUBLIC_URL',
      ].join('\n'),
    );
    expect(explainRefusal(error, 'en')).toMatch(
      /^The settings can't be used:\n {2}PUBLIC_URL: is missing\n.*\n.*\n {2}PUBLIC_ULR: .*PUBLIC_URL$/,
    );
    expect(String(error)).not.toContain('hush');
    expect(error).toBeInstanceOf(ConfigError);
  });

  it.runIf(process.platform === 'linux')('says where no folder can be made', () => {
    for (const [place, sentence] of [
      ['/proc/numplus', 'No folder can be made here: /proc/numplus. Choose another one.'],
      ['/proc/version/numplus', 'The path of this folder leads through a file: /proc/version/numplus.'],
    ] as const) {
      expect(explainRefusal(refusalOfFolder(place))).toBe(sentence);
    }
  });

  it('does not exist for a programming error', () => {
    expect(explainRefusal(new TypeError('x is not a function'))).toBeUndefined();
  });
});
