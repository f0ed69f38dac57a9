/** A proxy between tool and database that can fall silent: connections stay open, but nothing passes. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface FreezingProxy {
  readonly port: number;
  /** Freezes all connections, present and future. */
  freeze(): void;
  /** Freezes all present connections but the first, which is the driver's heartbeat. */
  freezeIdle(): void;
  /** Serves new connections; frozen ones stay dead, as connections that a firewall forgot. */
  thaw(): void;
  close(): Promise<void>;
}

/**
 * @param to a port on loopback
 * @param isLast called with each chunk of a client: the first for which it returns true is dropped, and all is frozen
 */
export async function startFreezingProxy(
  to: number,
  isLast: (sent: Buffer) => boolean = () => false,
): Promise<FreezingProxy> {
  const sockets = new Set<Socket>();
  const pairs = new Set<readonly [Socket, Socket]>();
  let isSilent = false;
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    // The client may hang up.
    socket.on('error', () => undefined).once('close', () => sockets.delete(socket));
    return socket;
  };
  const server = createServer((client) => {
    keep(client);
    if (isSilent) return;
    const inner = keep(connect(to, '127.0.0.1'));
    const pair = [client, inner] as const;
    pairs.add(pair);
    inner.pipe(client);
    client.on('data', (sent: Buffer) => {
      if (isLast(sent)) freeze();
      else inner.write(sent);
    });
    client.once('close', () => {
      inner.destroy();
      pairs.delete(pair);
    });
    inner.once('close', () => client.destroy());
  });
  const silence = ([client, inner]: readonly [Socket, Socket]): void => {
    client.pause();
    inner.unpipe(client).pause();
  };
  const freeze = (): void => {
    isSilent = true;
    [...pairs].forEach(silence);
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    freeze,
    freezeIdle: () => {
      [...pairs].slice(1).forEach(silence);
    },
    thaw: () => {
      isSilent = false;
    },
    close: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}
