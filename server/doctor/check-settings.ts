import { type Config, ConfigError, isLoopbackHost } from '../base/config.ts';
import type { Misspelt } from '../base/misspelt-settings.ts';
import { type Finding, finding } from './finding.ts';

export function checkSettings(read: () => Config): { config: Config | null; findings: Finding[] } {
  try {
    const config = read();
    const isTrial = config.allowInsecureLoopback && !isLoopbackHost(new URL(config.publicUrl).hostname);
    const found = isTrial
      ? finding('act', 'settings', 'settings.trial', {})
      : finding('ok', 'settings', 'settings.fine', {});
    return { config, findings: [found, ...misspeltFindings(config.misspelt), ...checkStrength(config)] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const findings = error.faults.map((fault) => finding('act', 'settings', 'settings.unusable', fault));
    return { config: null, findings: [...findings, ...misspeltFindings(error.misspelt)] };
  }
}

/** Only a note: the variable may belong to another program. */
function misspeltFindings(misspelt: readonly Misspelt[]): Finding[] {
  return misspelt.map(({ setting, near }) =>
    finding('note', 'settings', 'settings.misspelt', { setting, near: near.join(', ') }),
  );
}

/** A random key of 32 characters nearly always has more. */
const minDistinctCharacters = 12;

const wordsOfSamples = /secret|password|passwort|motdepasse|change|example|numplus|0123456|abcdef/i;

function checkStrength({ secretKey, secretKeyPrevious }: Config): Finding[] {
  if (secretKeyPrevious === secretKey) return [finding('act', 'key', 'key.same-twice', {})];
  const isWeak = new Set(secretKey).size < minDistinctCharacters || wordsOfSamples.test(secretKey);
  return [isWeak ? finding('act', 'key', 'key.weak', {}) : finding('ok', 'key', 'key.strong', {})];
}
