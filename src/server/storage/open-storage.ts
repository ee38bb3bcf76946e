import 'server-only';
import { resolve } from 'node:path';
import { env } from '#server/platform/env';
import { openDisk } from '#server/storage/disk';
import { openS3 } from '#server/storage/s3';
import type { Storage } from '#server/storage/storage';

const kept = globalThis as typeof globalThis & { catalogueStorage?: Storage };

/** Where the process keeps files: in S3 where S3_URL says so, else in DATA_DIR. */
export function storage(): Storage {
  const { S3_URL, DATA_DIR } = env();
  kept.catalogueStorage ??= S3_URL ? openS3(S3_URL) : openDisk(resolve(DATA_DIR, 'files'));
  return kept.catalogueStorage;
}
