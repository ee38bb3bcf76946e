import 'server-only';
import { z } from 'zod';
import { askJson, mostBytes } from '#server/translations/machine/ask-json';
import type {
  LanguagePair,
  MachineFault,
  Provider,
  ProviderSettings,
  Texts,
  Translated,
} from '#server/translations/machine/provider';

const Languages = z.array(z.object({ code: z.string(), targets: z.array(z.string()).optional() }));
type Languages = z.output<typeof Languages>;
const Answer = z.object({ translatedText: z.array(z.string()) });

/** A server of one's own may count in words a second: small requests answer in time. */
const limits = { texts: 20, bytes: 4 * 1024 };
const languagesTimeoutMs = 3_000;
/** How long is remembered which languages a server has, and that it did not say. */
const rememberedMs = { languages: 3_600_000, fault: 60_000 };

/** Codes of LibreTranslate where they are not ours: the first that the server has. */
const codes: Readonly<Record<string, readonly string[]>> = { no: ['nb', 'no'], zh: ['zh-Hans', 'zh'] };

/** A LibreTranslate server. Which languages it has is its own choice, so it is asked, once an hour. */
export function makeLibreTranslate(settings: ProviderSettings): Provider {
  let known: { languages: Languages | MachineFault; until: number } | undefined;
  const readLanguages = async (signal?: AbortSignal) => {
    if (known && performance.now() < known.until) return known.languages;
    const languages = await askLanguages(settings, signal);
    // Who was stopped learnt nothing about the server.
    if (signal?.aborted) return languages;
    const lasts = typeof languages === 'string' ? rememberedMs.fault : rememberedMs.languages;
    known = { languages, until: performance.now() + lasts };
    return languages;
  };
  return {
    limits,
    findPair: async (from, to, signal) => {
      const languages = await readLanguages(signal);
      return typeof languages === 'string' ? languages : pairIn(languages, from, to);
    },
    translate: (texts) => translate(texts, settings),
  };
}

async function askLanguages(
  settings: ProviderSettings,
  signal?: AbortSignal,
): Promise<Languages | MachineFault> {
  // A page waits for it: this long in all, also where the server asks for a pause.
  const limit = AbortSignal.timeout(Math.min(settings.timeoutMs ?? languagesTimeoutMs, languagesTimeoutMs));
  const read = (json: unknown) => Languages.safeParse(json).data ?? null;
  const whole = signal ? AbortSignal.any([limit, signal]) : limit;
  const answer = await askJson({ path: '/languages', most: 256 * 1024, read, signal: whole }, settings);
  return answer.ok ? answer.said : answer.reason;
}

function pairIn(languages: Languages, from: string, to: string): LanguagePair | null {
  const source = (codes[from] ?? [from]).flatMap(
    (code) => languages.find((one) => one.code === code) ?? [],
  )[0];
  const offered = source?.targets ?? languages.map(({ code }) => code);
  const target = (codes[to] ?? [to]).find((code) => offered.includes(code));
  return source && target ? { from: source.code, to: target, takesTags: true } : null;
}

async function translate(
  { pair, texts, isMarked, signal }: Texts,
  settings: ProviderSettings,
): Promise<Translated> {
  const body = {
    q: texts,
    ...{ source: pair.from, target: pair.to, format: isMarked ? 'html' : 'text' },
    ...(settings.key !== undefined && { api_key: settings.key }),
  };
  const most = mostBytes(texts);
  const read = (json: unknown) => {
    const said = Answer.safeParse(json).data?.translatedText;
    return said?.length === texts.length ? said : null;
  };
  const answer = await askJson({ path: '/translate', body, most, read, signal }, settings);
  return answer.ok ? { ok: true, texts: answer.said } : answer;
}
