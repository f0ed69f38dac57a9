/** ltijs gets a request that we build, never a real one or its response. */
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

export type EngineApp = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

export interface EngineRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body: Readonly<Record<string, string>>;
  readonly signedCookies: Readonly<Record<string, string>>;
}

export interface EngineAnswer {
  /** 0 if ltijs passed the request on. */
  readonly status: number;
  readonly body: string;
}

export function callEngine(app: EngineApp, request: EngineRequest): Promise<EngineAnswer> {
  return new Promise((resolve) => {
    const incoming = Object.assign(new IncomingMessage(new Socket()), {
      method: request.method,
      url: request.path,
      body: request.body,
      // Marks the body as parsed. Without `secret`, signing cookies throws.
      _body: true,
      cookies: {},
      secret: 'unused',
      signedCookies: request.signedCookies,
    });
    const outgoing = new ServerResponse(incoming);
    Object.assign(outgoing, {
      end(chunk: unknown): ServerResponse {
        const body = typeof chunk === 'string' || chunk instanceof Buffer ? chunk.toString() : '';
        resolve({ status: outgoing.statusCode, body });
        return outgoing;
      },
    });
    app(incoming, outgoing, () => {
      resolve({ status: 0, body: '' });
    });
  });
}
