import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

type Seen = { method: string; path: string; headers: http.IncomingHttpHeaders; body: string };
type Said = { status: number; json: unknown };

export type TranslationServer = {
  url: string;
  /** Everything it was asked, in order. */
  seen: Seen[];
  /** What it does with the next requests instead of translating, one each. */
  next: http.RequestListener[];
  stop: () => Promise<void>;
};

/** What these servers do to words: nobody takes it for another language, and it shows which words were sent. */
type Translate = (html: string, isMarked: boolean) => string;
export const shout: Translate = (text, isMarked) => (isMarked ? shoutBetweenTags(text) : text.toUpperCase());

function shoutBetweenTags(markup: string): string {
  let kept = 0;
  return markup
    .split(/(<[^>]*>)/)
    .map((token) => {
      if (kept > 0 && /^<[^/]/.test(token)) kept += 1;
      else if (/^<span[^>]*translate="no"/.test(token)) kept = 1;
      else if (kept > 0 && token.startsWith('</')) kept -= 1;
      if (kept > 0 || token.startsWith('<')) return token;
      return escapeHtml(unescapeHtml(token).toUpperCase());
    })
    .join('');
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function unescapeHtml(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

async function serve(answer: (seen: Seen) => Said): Promise<TranslationServer> {
  const seen: Seen[] = [];
  const next: http.RequestListener[] = [];
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const { method = '', url: path = '', headers } = request;
    const one = { method, path, headers, body: Buffer.concat(chunks).toString('utf8') };
    seen.push(one);
    const instead = next.shift();
    if (instead) return instead(request, response);
    const { status, json } = answer(one);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: `http://127.0.0.1:${port}`, seen, next, stop };
}

const DeeplBody = z.strictObject({
  text: z.array(z.string()).min(1),
  source_lang: z.string(),
  target_lang: z.string(),
  tag_handling: z.enum(['html', 'xml']).optional(),
  tag_handling_version: z.enum(['v1', 'v2']).optional(),
});

/** DeepL as its documentation describes it: at most 50 texts and 128 KiB, its own codes, tags only in some languages. */
export function startDeepl({ key = 'deepl-key', translate = shout } = {}): Promise<TranslationServer> {
  return serve(({ method, path, headers, body }) => {
    if (method !== 'POST' || path !== '/v2/translate') return { status: 404, json: { message: 'Not found' } };
    if (headers.authorization !== `DeepL-Auth-Key ${key}`)
      return { status: 403, json: { message: 'Forbidden' } };
    if (Buffer.byteLength(body) > 128 * 1024) return { status: 413, json: { message: 'Too large' } };
    const { text, source_lang, target_lang, tag_handling } = DeeplBody.parse(JSON.parse(body));
    const isMarked = tag_handling !== undefined;
    const isKnown = /^[A-Z]{2}$/.test(source_lang) && /^(?:[A-Z]{2}|EN-GB|PT-PT|ZH-HANS)$/.test(target_lang);
    const isVague = ['EN', 'PT', 'ZH', 'NO'].includes(target_lang) || source_lang === 'NO';
    if (!isKnown || isVague || text.length > 50 || (isMarked && [source_lang, target_lang].includes('SQ')))
      return { status: 400, json: { message: "Value for 'target_lang' not supported." } };
    const translations = text.map((one) => ({
      detected_source_language: source_lang,
      text: translate(one, isMarked),
      ...(isMarked && { tag_handling_version: 'v2' }),
    }));
    return { status: 200, json: { translations } };
  });
}

const LibreBody = z.strictObject({
  q: z.array(z.string()).min(1),
  source: z.string(),
  target: z.string(),
  format: z.enum(['text', 'html']),
  api_key: z.string().optional(),
});

const libreLanguages = ['en', 'fr', 'sq', 'ar', 'nb', 'zh-Hans'];

/** LibreTranslate as its sources have it: languages of its own, a key where it asks for one, and entities that are undone. */
export function startLibreTranslate({
  key,
  translate = shout,
}: {
  key?: string;
  translate?: Translate;
} = {}): Promise<TranslationServer> {
  return serve(({ method, path, body }) => {
    if (method === 'GET' && path === '/languages') {
      const languages = libreLanguages.map((code) => ({ code, name: code, targets: libreLanguages }));
      return { status: 200, json: languages };
    }
    if (method !== 'POST' || path !== '/translate') return { status: 404, json: { error: 'Not found' } };
    const { q, source, target, format, api_key } = LibreBody.parse(JSON.parse(body));
    if (key !== undefined && api_key !== key) return { status: 403, json: { error: 'Invalid API key' } };
    if (![source, target].every((code) => libreLanguages.includes(code)))
      return { status: 400, json: { error: `${target} is not supported` } };
    const isMarked = format === 'html';
    const translatedText = q.map((one) => {
      const said = translate(one, isMarked);
      return isMarked ? unescapeHtml(said) : said;
    });
    return { status: 200, json: { translatedText } };
  });
}
