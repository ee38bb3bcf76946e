import { createServer } from 'node:net';

/** The port, if nobody listens on it at this address or, without one, at any; undefined if it is taken. Port 0 asks for a free one. */
export function probePort(port: number, host?: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const found = typeof address === 'object' ? address?.port : undefined;
      server.close(() => resolve(found));
    });
  });
}

/** A port that is free on 127.0.0.1 right now. */
export async function findFreePort(): Promise<number> {
  const port = await probePort(0, '127.0.0.1');
  if (port === undefined) throw new Error('The system offers no free port.');
  return port;
}
