import 'server-only';

/**
 * Texts in their order, in groups of at most so many, and of at most so many bytes as they stand in JSON. A text that is
 * longer than that is a group of its own.
 */
export function cutBatches(
  texts: readonly string[],
  limits: { texts: number; bytes: number },
): readonly (readonly string[])[] {
  const batches: string[][] = [];
  let bytes = 0;
  for (const text of texts) {
    const size = Buffer.byteLength(JSON.stringify(text)) + 1;
    const last = batches.at(-1);
    if (last && last.length < limits.texts && bytes + size <= limits.bytes) {
      last.push(text);
      bytes += size;
    } else {
      batches.push([text]);
      bytes = size;
    }
  }
  return batches;
}
