import { mkdir } from 'node:fs/promises';
import S3rver from 's3rver';

/** A real S3 server on this machine, with one bucket; `address` is what S3_URL would be. */
export async function startS3(directory: string): Promise<{ address: string; stop: () => Promise<void> }> {
  await mkdir(directory, { recursive: true });
  const server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory,
    configureBuckets: [{ name: 'examples', configs: [] }],
  });
  const { port } = await server.run();
  return {
    address: `http://S3RVER:S3RVER@127.0.0.1:${port}/examples?region=us-east-1`,
    stop: () => server.close(),
  };
}
