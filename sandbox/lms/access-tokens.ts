import type { Clock } from './lms-options.ts';

export const TOKEN_LIFE_S = 3600;

export interface AccessTokens {
  issue(scopes: readonly string[]): string;
  findScopes(token: string): readonly string[] | undefined;
  revokeAll(): void;
}

export function createAccessTokens(clock: Clock, randomToken: () => string): AccessTokens {
  const tokens = new Map<string, { readonly scopes: readonly string[]; readonly expiresAtMs: number }>();
  const forgetExpired = (): void => {
    for (const [token, { expiresAtMs }] of tokens) {
      if (expiresAtMs <= clock().getTime()) tokens.delete(token);
    }
  };
  return {
    issue(scopes) {
      forgetExpired();
      const token = randomToken();
      tokens.set(token, { scopes, expiresAtMs: clock().getTime() + TOKEN_LIFE_S * 1000 });
      return token;
    },
    findScopes(token) {
      forgetExpired();
      return tokens.get(token)?.scopes;
    },
    revokeAll() {
      tokens.clear();
    },
  };
}
