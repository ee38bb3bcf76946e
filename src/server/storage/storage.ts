import 'server-only';
import type { Readable } from 'node:stream';

/** Something that is kept, with its size in bytes. */
type StoredObject = { size: number; stream: Readable };

/**
 * Where the bytes of files lie. Keys are made here, of small letters, digits, "/", "." and "-"; never of what people
 * typed. What is under a key never changes.
 */
export type Storage = {
  /** Keeps all of a stream, of exactly `size` bytes, or nothing: a reader never meets a part of it. */
  put: (key: string, stream: Readable, about: { size: number; mediaType: string }) => Promise<void>;
  /** Null when there is nothing under the key. */
  get: (key: string) => Promise<StoredObject | null>;
  head: (key: string) => Promise<{ size: number } | null>;
  /** Removing what is not there is no failure. */
  delete: (key: string) => Promise<void>;
};

const keyForm = /^[a-z0-9][a-z0-9-]*(?:[./][a-z0-9][a-z0-9-]*)*$/;

/** Throws for a key that could lead out of the storage. */
export function checkKey(key: string): string {
  if (key.length > 200 || !keyForm.test(key))
    throw new Error(`"${key.slice(0, 200)}" is no key of the storage.`);
  return key;
}
