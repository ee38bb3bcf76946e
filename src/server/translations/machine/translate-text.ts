import 'server-only';
import { env } from '#server/platform/env';
import { log } from '#server/platform/log';
import { deeplUrl, makeDeepl } from '#server/translations/machine/deepl';
import { makeLibreTranslate } from '#server/translations/machine/libretranslate';
import { type MachineAnswer, type MachineAsk, translateFields } from '#server/translations/machine/machine';
import type { Provider } from '#server/translations/machine/provider';

/** The provider that the settings name; null where there is none. */
let chosen: { provider: Provider | null } | undefined;

/**
 * A machine's draft of a text in another language, with the same structure. Texts are sent to the provider of the
 * settings: only published ones may be given. Takes as long as the provider does, up to half a minute a request.
 */
export async function translateText(ask: MachineAsk): Promise<MachineAnswer> {
  const provider = findProvider();
  return provider ? translateFields(ask, provider) : { ok: false, reason: 'off' };
}

/**
 * Whether a draft can be asked for. Known without a request for DeepL; LibreTranslate is asked once an hour for its
 * languages, and counts as unable for a minute when it does not answer within three seconds.
 */
export async function canTranslate(from: string, to: string): Promise<boolean> {
  const pair = from === to ? null : await findProvider()?.findPair(from, to);
  return typeof pair === 'object' && pair !== null;
}

function findProvider(): Provider | null {
  chosen ??= { provider: makeProvider() };
  return chosen.provider;
}

function makeProvider(): Provider | null {
  const { TRANSLATION_PROVIDER: name, TRANSLATION_URL: url, TRANSLATION_KEY: key } = env();
  const report = (fault: object) => log().warn({ provider: name, ...fault }, 'machine draft failed');
  if (name === 'libretranslate' && url) return makeLibreTranslate({ url, key, report });
  if (name === 'deepl' && key) return makeDeepl({ url: url ?? deeplUrl(key), key, report });
  return null;
}
