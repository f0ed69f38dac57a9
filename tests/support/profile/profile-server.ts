/** The profile's pages alone, on loopback. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createProfileRouter } from '../../../server/http/pages/profile.routes.ts';
import { content } from '../s02.ts';

export interface ProfileServer {
  readonly url: string;
  close(): Promise<void>;
}

export async function startProfileServer(): Promise<ProfileServer> {
  const app = express();
  app.use('/xapi', createProfileRouter(content));
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => {
      resolve(listening);
    });
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
