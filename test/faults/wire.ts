import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';

/** One change on its way to the database: a transaction at its commit, or a statement alone, with its values. */
export type Statements = string;

/** The wire between one process and its PostgreSQL server. */
export interface Wire {
  /** The server's own address, by way of this wire. */
  url: string;
  /** Everything that is on its way is lost, in both directions. */
  cut(): void;
  close(): Promise<void>;
}

/** Asked at each change: true = the process that sent it is no more, and the wire is to be cut. */
export interface Watch {
  /** The change has not reached the server. */
  before(change: Statements): boolean;
  /** The server has made it durable, its answer has not reached the process. */
  after(change: Statements): boolean;
}

interface Pair {
  near: Socket;
  far: Socket;
}

/**
 * A wire that lets a test cut a process off at a change it makes, without any hook in the process: what a program does
 * with the world outside is in the order of its changes. It reads the protocol as far as it needs (version 3, no TLS).
 */
export async function openWire(serverUrl: string, watch: Watch): Promise<Wire> {
  const server = new URL(serverUrl);
  const pairs = new Set<Pair>();
  const cut = (): void => {
    for (const { near, far } of pairs) {
      near.destroy();
      far.destroy();
    }
    pairs.clear();
  };
  const listener = createServer((near) => {
    const far = dial(Number(server.port || 5432), server.hostname);
    const pair = { near, far };
    pairs.add(pair);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => undefined);
      one.on('close', () => {
        other.destroy();
        pairs.delete(pair);
      });
    }
    join(pair, watch, cut);
  });
  await new Promise<void>((ready) => listener.listen(0, '127.0.0.1', ready));
  const url = new URL(serverUrl);
  url.hostname = '127.0.0.1';
  url.port = String((listener.address() as AddressInfo).port);
  return {
    url: url.href,
    cut,
    async close() {
      cut();
      await new Promise<void>((closed) => listener.close(() => closed()));
    },
  };
}

function join({ near, far }: Pair, watch: Watch, cut: () => void): void {
  /** The statement in hand, message by message until it is complete. */
  let inHand: Buffer[] = [];
  /** What the open transaction has said so far; null outside of one. */
  let transaction: string | null = null;
  /** The change whose answer is awaited. */
  let asked: Statements | null = null;

  const fromProcess = messages(false, (message) => {
    const type = typeOf(message);
    if (inHand.length === 0 && !'QPBDES'.includes(type)) return void far.write(message);
    inHand.push(message);
    if (type !== 'Q' && type !== 'S') return;
    const whole = Buffer.concat(inHand);
    inHand = [];
    const said = whole.toString('utf8');
    const first = wordOf(whole);
    if (first === 'begin' || first === 'start') transaction = '';
    const change: Statements | null = transaction === null ? said : first === 'commit' ? transaction : null;
    if (first === 'commit' || first === 'rollback') transaction = null;
    else if (transaction !== null) transaction += said;
    if (change !== null && watch.before(change)) return cut();
    asked = change;
    far.write(whole);
  });

  const fromServer = messages(true, (message) => {
    // Ready for the next statement: this one is over.
    if (typeOf(message) === 'Z' && asked !== null) {
      const change = asked;
      asked = null;
      if (watch.after(change)) return cut();
    }
    near.write(message);
  });
  near.on('data', (chunk: Buffer) => fromProcess(chunk));
  far.on('data', (chunk: Buffer) => fromServer(chunk));
}

/** Cuts what arrives into messages: a letter and a length; the very first of a process has no letter. */
function messages(lettered: boolean, take: (message: Buffer) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let head = lettered ? 1 : 0;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= head + 4) {
      const end = head + rest.readUInt32BE(head);
      if (rest.length < end) return;
      const message = rest.subarray(0, end);
      rest = rest.subarray(end);
      take(message);
      head = 1;
    }
  };
}

function typeOf(message: Buffer): string {
  return String.fromCharCode(message[0] ?? 0);
}

/** The first word of the statement, in small letters. */
function wordOf(statement: Buffer): string {
  // A prepared one has the name of its plan before it, which is empty.
  const at = typeOf(statement) === 'P' ? 6 : 5;
  return /^\w*/.exec(statement.subarray(at, at + 20).toString('latin1'))?.[0]?.toLowerCase() ?? '';
}
