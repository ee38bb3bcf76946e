import 'server-only';
import { z } from 'zod';
import { askJson, mostBytes } from '#server/translations/machine/ask-json';
import { deeplPair } from '#server/translations/machine/deepl-languages';
import type { Provider, ProviderSettings, Texts, Translated } from '#server/translations/machine/provider';

const Answer = z.object({ translations: z.array(z.object({ text: z.string() })) });

/** DeepL takes 50 texts and 128 KiB in a request; some of it is for what is not text. */
const limits = { texts: 50, bytes: 120 * 1024 };

/** Where a key is asked: the keys of free accounts end with ":fx". */
export function deeplUrl(key: string): string {
  return key.endsWith(':fx') ? 'https://api-free.deepl.com' : 'https://api.deepl.com';
}

/** DeepL, as its API stands in version 2. */
export function makeDeepl(settings: ProviderSettings): Provider {
  return {
    limits,
    findPair: async (from, to) => deeplPair(from, to),
    translate: (texts) => translate(texts, settings),
  };
}

async function translate(
  { pair, texts, isMarked, signal }: Texts,
  settings: ProviderSettings,
): Promise<Translated> {
  const body = {
    text: texts,
    ...{ source_lang: pair.from, target_lang: pair.to },
    ...(isMarked && { tag_handling: 'html', tag_handling_version: 'v2' }),
  };
  const headers = { authorization: `DeepL-Auth-Key ${settings.key ?? ''}` };
  const most = mostBytes(texts);
  const read = (json: unknown) => {
    const said = Answer.safeParse(json).data?.translations;
    return said?.length === texts.length ? said.map(({ text }) => text) : null;
  };
  const answer = await askJson({ path: '/v2/translate', headers, body, most, read, signal }, settings);
  return answer.ok ? { ok: true, texts: answer.said } : answer;
}
