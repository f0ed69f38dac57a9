/**
 * A proxy on MongoDB's wire that shows its server as the primary of a replica set, so that the driver retries as it
 * does there, and that fails chosen commands once. A retried write gets the answer of its first run, as a real
 * primary gives it.
 */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { mongo } from 'mongoose';

type Document = Record<string, unknown>;

/** A number is a code that the server answers; `cut…` breaks the connection before or after the command ran. */
export type MongoFault = number | 'cut before' | 'cut after';

export const mongoFaults: readonly MongoFault[] = [10_107, 134, 'cut before', 'cut after'];

export interface FaultyMongo {
  readonly url: string;
  /** Names of the commands that arrived, without greetings and pings. Retries are in it too. */
  readonly seen: string[];
  /** The command `at` (0 is the next one) fails once. */
  fail(at: number, fault: MongoFault): void;
  /** Every command of this name gets this answer and never reaches the server; `undefined` ends that. */
  answer(command: string, answer: Document | undefined): void;
  /** Holds back the answers to commands of this name, which do run. */
  hold(command: string): Held;
  close(): Promise<void>;
}

interface Held {
  /** The first of them ran. */
  readonly ran: Promise<void>;
  /** Lets their answers go, also those of later ones. */
  release(): void;
}

const headerBytes = 16;
const opReply = 1;
const opQuery = 2004;
const opMsg = 2013;
const greetings = ['hello', 'ismaster', 'isMaster'];

interface Message {
  readonly id: number;
  readonly code: number;
  readonly body: Document;
  /** Of OP_MSG: what follows the body. */
  readonly rest: Buffer;
}

/** @param url of a server on loopback, with the database's name */
export async function startFaultyMongo(url: string): Promise<FaultyMongo> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  const seen: string[] = [];
  const answers = new Map<string, Document>();
  const holds = new Map<string, { readonly run: Signal; readonly release: Signal }>();
  /** Answers by session and transaction number. */
  const written = new Map<string, Buffer>();
  let failing: { at: number; fault: MongoFault } | undefined;
  let port = 0;

  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    // Being cut off is what it is there for.
    return socket.on('error', () => undefined).once('close', () => sockets.delete(socket));
  };

  const takeFault = (): MongoFault | undefined => {
    if (failing === undefined) return undefined;
    failing.at -= 1;
    if (failing.at >= 0) return undefined;
    const { fault } = failing;
    failing = undefined;
    return fault;
  };

  const run = async (message: Message, inner: () => Promise<Socket>): Promise<Buffer> => {
    const { lsid, txnNumber, ...body } = message.body;
    const write = txnNumber === undefined ? undefined : mongo.BSON.EJSON.stringify([lsid, txnNumber]);
    const before = write === undefined ? undefined : written.get(write);
    if (before !== undefined) return reply(message, before);
    const answer = await exchange(await inner(), reply(message, mongo.BSON.serialize(body), message.rest));
    const found = read(answer);
    if (write !== undefined && found.body.ok === 1)
      written.set(write, Buffer.from(mongo.BSON.serialize(found.body)));
    return answer;
  };

  const respond = async (message: Message, inner: () => Promise<Socket>): Promise<Buffer | undefined> => {
    const [name = ''] = Object.keys(message.body);
    if (greetings.includes(name)) return reply(message, mongo.BSON.serialize(greet(port)));
    if (name === 'endSessions') return reply(message, mongo.BSON.serialize({ ok: 1 }));
    if (name !== 'ping') seen.push(name);
    const given = answers.get(name);
    if (given !== undefined) return reply(message, mongo.BSON.serialize(given));
    const fault = name === 'ping' ? undefined : takeFault();
    if (fault === 'cut before') return undefined;
    if (typeof fault === 'number') return reply(message, mongo.BSON.serialize(refuse(fault, message.body)));
    const answer = await run(message, inner);
    const held = holds.get(name);
    held?.run.give();
    await held?.release.given;
    return fault === 'cut after' ? undefined : answer;
  };

  const server = createServer((client) => {
    keep(client);
    let opened: Promise<Socket> | undefined;
    const inner = (): Promise<Socket> => (opened ??= open());
    const open = async (): Promise<Socket> => {
      const socket = keep(connect(Number(target.port), target.hostname));
      client.once('close', () => socket.destroy());
      socket.once('close', () => client.destroy());
      await once(socket, 'connect');
      return socket;
    };
    serve(client, (message) => respond(message, inner)).catch(() => client.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
  return {
    url: `mongodb://127.0.0.1:${port}${target.pathname}`,
    seen,
    fail: (at, fault) => (failing = { at, fault }),
    answer: (command, answer) => {
      if (answer === undefined) answers.delete(command);
      else answers.set(command, answer);
    },
    hold: (command) => {
      const held = { run: createSignal(), release: createSignal() };
      holds.set(command, held);
      return { ran: held.run.given, release: held.release.give };
    },
    close: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}

interface Signal {
  readonly given: Promise<void>;
  readonly give: () => void;
}

function createSignal(): Signal {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

async function serve(
  client: Socket,
  respond: (message: Message) => Promise<Buffer | undefined>,
): Promise<void> {
  for await (const frame of frames(client)) {
    const answer = await respond(read(frame));
    if (answer === undefined) {
      client.destroy();
      return;
    }
    client.write(answer);
  }
}

async function* frames(socket: Socket): AsyncGenerator<Buffer> {
  let held = Buffer.alloc(0);
  for await (const chunk of socket) {
    held = Buffer.concat([held, chunk as Buffer]);
    while (held.length >= headerBytes && held.length >= held.readInt32LE(0)) {
      const length = held.readInt32LE(0);
      yield held.subarray(0, length);
      held = held.subarray(length);
    }
  }
}

/** One command at a time per connection, as the driver does. */
function exchange(socket: Socket, sent: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let held = Buffer.alloc(0);
    const take = (chunk: Buffer): void => {
      held = Buffer.concat([held, chunk]);
      if (held.length < headerBytes || held.length < held.readInt32LE(0)) return;
      socket.off('data', take).off('close', fail);
      resolve(held);
    };
    const fail = (): void => {
      reject(new Error('the server hung up'));
    };
    socket.on('data', take).once('close', fail);
    socket.write(sent);
  });
}

function read(frame: Buffer): Message {
  const [id, code] = [frame.readInt32LE(4), frame.readInt32LE(12)];
  // Behind the flags: of OP_QUERY the collection's name and two numbers, of OP_MSG the kind of its first section.
  const at = code === opQuery ? frame.indexOf(0, headerBytes + 4) + 9 : headerBytes + 5;
  const end = at + frame.readInt32LE(at);
  const body = mongo.BSON.deserialize(frame.subarray(at, end), { promoteLongs: false, promoteValues: true });
  return { id, code, body, rest: frame.subarray(end) };
}

/** A message in answer to one, or that one again with another body. */
function reply({ id, code }: Message, body: Uint8Array, rest: Buffer = Buffer.alloc(0)): Buffer {
  const isLegacy = code === opQuery;
  const front = Buffer.alloc(headerBytes + (isLegacy ? 20 : 5));
  front.writeInt32LE(front.length + body.length + rest.length, 0);
  front.writeInt32LE(id, 4);
  front.writeInt32LE(id, 8);
  front.writeInt32LE(isLegacy ? opReply : opMsg, 12);
  if (isLegacy) front.writeInt32LE(1, headerBytes + 16);
  return Buffer.concat([front, body, rest]);
}

function greet(port: number): Document {
  const me = `127.0.0.1:${port}`;
  return {
    helloOk: true,
    isWritablePrimary: true,
    ismaster: true,
    secondary: false,
    setName: 'rs0',
    setVersion: 1,
    hosts: [me],
    me,
    primary: me,
    maxBsonObjectSize: 16_777_216,
    maxMessageSizeBytes: 48_000_000,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    minWireVersion: 0,
    maxWireVersion: 21,
    ok: 1,
  };
}

/** As a server of today: it marks writes that the driver may repeat, if the code is one of an election. */
function refuse(code: number, command: Document): Document {
  const errorLabels = code === 10_107 && 'txnNumber' in command ? ['RetryableWriteError'] : [];
  return { ok: 0, code, codeName: 'Failed', errmsg: 'numplus@db1.example says no', errorLabels };
}
