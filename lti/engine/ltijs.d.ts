/** ltijs 5.9.9 as provider.ts uses it; @types/ltijs describes another version. */
declare module 'ltijs' {
  import type { KeyObject } from 'node:crypto';
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export interface LtijsResponse extends ServerResponse {
    locals: { err?: { details?: { message?: unknown } } };
  }

  type Handler = (request: IncomingMessage, response: LtijsResponse) => void;
  type LaunchHandler = (token: unknown, request: IncomingMessage, response: LtijsResponse) => void;

  interface SetupOptions {
    readonly appRoute: string;
    readonly loginRoute: string;
    readonly keysetRoute: string;
    readonly dynRegRoute: string;
    readonly ltiaas: boolean;
    readonly devMode: boolean;
    readonly cors: boolean;
    readonly tokenMaxAge: number | false;
    readonly cookies: { readonly secure: boolean; readonly sameSite: 'None' | 'Lax' | 'Strict' };
  }

  export interface LtijsProvider {
    readonly app: (
      request: IncomingMessage,
      response: ServerResponse,
      next: (error?: unknown) => void,
    ) => void;
    setup(key: string | KeyObject, database: { readonly plugin: object }, options: SetupOptions): this;
    deploy(options: { readonly serverless: true; readonly silent: true }): Promise<true>;
    onConnect(handler: LaunchHandler): true;
    onDeepLinking(handler: LaunchHandler): true;
    onInvalidToken(handler: Handler): true;
    onSessionTimeout(handler: Handler): true;
    onUnregisteredPlatform(handler: Handler): true;
    onInactivePlatform(handler: Handler): true;
  }

  /** The class is reachable only through the exported instance. */
  const ltijs: { readonly Provider: LtijsProvider & { readonly constructor: new () => LtijsProvider } };
  export default ltijs;
}
