import 'server-only';

/** Why a machine did not translate. */
export type MachineFault =
  /** It does not know this pair of languages. */
  | 'language'
  /** It does not answer, or not in time, or with something that is no answer. */
  | 'away'
  /** It does not take the request (a key that is wrong, what was paid for is used up), or its answer cannot be used. */
  | 'refused'
  /** It has too much to do: later. */
  | 'busy'
  | 'too-long';

/** A pair of languages in the provider's codes, and whether it can translate between tags there. */
export type LanguagePair = { from: string; to: string; takesTags: boolean };

export type Texts = {
  pair: LanguagePair;
  texts: readonly string[];
  /** Texts are HTML: what is in a tag stays in it, and `translate="no"` is kept. Otherwise they are plain. */
  isMarked: boolean;
  signal?: AbortSignal | undefined;
};
export type Translated = { ok: true; texts: readonly string[] } | { ok: false; reason: MachineFault };

/** A service that translates. */
export type Provider = {
  /** The languages in its own codes; null when it does not know the pair. */
  findPair(from: string, to: string, signal?: AbortSignal): Promise<LanguagePair | null | MachineFault>;
  /** One request: texts come back in their order. */
  translate(texts: Texts): Promise<Translated>;
  /** What it takes in one request. */
  limits: { texts: number; bytes: number };
};

export type ProviderSettings = {
  url: string;
  key?: string | undefined;
  /** Milliseconds that one request may take. */
  timeoutMs?: number | undefined;
  /** Is told why a request failed: never a key, never a text. */
  report?: ((fault: { host: string; status: number | null; reason: MachineFault }) => void) | undefined;
};
