/** A short mark of a text (FNV-1a, 64 bits): two texts that differ have different ones, as far as chance goes. No secret. */
export function markText(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(36);
}
