import { connect, createServer, type Socket } from 'node:net';

export type CountingProxy = {
  /** The database's address by way of this. */
  url: string;
  /** Statements that went to the database since it was asked last. */
  take: () => number;
  stop: () => Promise<void>;
};

/** Stands between the site and the database and counts statements: messages Execute and Query of PostgreSQL's protocol. */
export async function countQueries(databaseUrl: string): Promise<CountingProxy> {
  const { hostname, port } = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let count = 0;
  const server = createServer((client) => {
    const database = connect(Number(port), hostname);
    const countIn = readStatements();
    client.on('data', (chunk) => {
      count += countIn(chunk);
      database.write(chunk);
    });
    database.on('data', (chunk) => client.write(chunk));
    for (const [one, other] of [
      [client, database],
      [database, client],
    ] as const) {
      sockets.add(one);
      one.setNoDelay(true);
      one.on('close', () => other.destroy());
      one.on('error', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = new URL(databaseUrl);
  url.port = String(typeof address === 'object' ? address?.port : '');
  return {
    url: url.href,
    take: () => {
      const taken = count;
      count = 0;
      return taken;
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const executes = new Set(['E'.charCodeAt(0), 'Q'.charCodeAt(0)]);
/** The kind of a message and its length; the first message of a connection has no kind. */
const headerBytes = 5;

/** Counts in a stream of bytes that comes in any pieces. */
function readStatements(): (chunk: Buffer) => number {
  let waiting = Buffer.alloc(0);
  let started = false;
  return (chunk) => {
    waiting = Buffer.concat([waiting, chunk]);
    let count = 0;
    for (;;) {
      const kindBytes = started ? 1 : 0;
      if (waiting.length < headerBytes) return count;
      const length = kindBytes + waiting.readUInt32BE(kindBytes);
      if (waiting.length < length) return count;
      if (started && executes.has(waiting[0] ?? 0)) count += 1;
      started = true;
      waiting = waiting.subarray(length);
    }
  };
}
