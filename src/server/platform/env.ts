import 'server-only';
import { z } from 'zod';

const Env = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Public origin, without a slash at the end. Used where an absolute address is needed (canonical, sitemap, feeds). */
  SITE_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  /** Where the pages of `content/` are read from while serving. */
  CONTENT_DIR: z.string().min(1).default('content'),
  /** The folder for what must outlive a run and is not in the database: files and, where nothing sends them, mails. */
  DATA_DIR: z.string().min(1).default('.data'),
  /** `https://key:secret@host/bucket?region=eu`: files lie there instead of in DATA_DIR. */
  S3_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** What codes and second factors are hashed and encrypted under; without it, one is drawn into the database. */
  APP_SECRET: z.string().min(32, 'has at least 32 characters').optional(),
  /** How many proxies stand in front: as many addresses at the end of X-Forwarded-For are theirs to tell. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(6),
  /** Where mails are handed over, such as smtp://user:password@host:587. Without it they are written as files. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Whom mails come from: an address, or `Name <address>`. */
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, 'name an address, or Name <address>')
    .optional(),
  /** Whether the links of published texts are looked at; `off` where this site must not make requests to others. */
  LINK_CHECKS: z.enum(['on', 'off']).default('on'),
  /** Who drafts translations, where a translator asks for it; `off`: no text is sent anywhere. */
  TRANSLATION_PROVIDER: z.enum(['off', 'libretranslate', 'deepl']).default('off'),
  /** Where the provider is asked, without a slash at the end; DeepL is found without it. */
  TRANSLATION_URL: z
    .url({ protocol: /^https?$/ })
    .regex(/^[^@?#]*$/, 'is an address alone, without a name, a query or a #')
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  TRANSLATION_KEY: z
    .string()
    .regex(/^[!-~]+$/, 'has no spaces')
    .optional(),
  /** Whether readers see drafts of a machine, labelled as what they are. */
  MACHINE_DRAFTS: z.enum(['hidden', 'shown']).default('hidden'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

/** What one setting asks of another: who sends mails has to say from whom, who is asked to translate has to be found. */
const CompleteEnv = Env.refine(({ SMTP_URL, MAIL_FROM }) => !SMTP_URL || MAIL_FROM, {
  path: ['MAIL_FROM'],
  message: 'name the address that mails come from',
})
  .refine((env) => env.TRANSLATION_PROVIDER !== 'libretranslate' || env.TRANSLATION_URL, {
    path: ['TRANSLATION_URL'],
    message: 'name the address of the LibreTranslate server',
  })
  .refine((env) => env.TRANSLATION_PROVIDER !== 'deepl' || env.TRANSLATION_KEY, {
    path: ['TRANSLATION_KEY'],
    message: 'name the key that DeepL gave you',
  })
  .refine((env) => env.TRANSLATION_PROVIDER !== 'off' || !(env.TRANSLATION_URL || env.TRANSLATION_KEY), {
    path: ['TRANSLATION_PROVIDER'],
    message: 'say libretranslate or deepl, or leave out TRANSLATION_URL and TRANSLATION_KEY',
  });

export type Env = z.output<typeof Env>;

let parsed: Env | undefined;

/** The process's settings, parsed once at first use (never while building). Throws one sentence per wrong variable. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

/** Origin for absolute addresses: SITE_URL, or this machine while trying out. */
export function siteUrl(): string {
  return env().SITE_URL ?? `http://localhost:${env().PORT}`;
}

function parseEnv(variables: NodeJS.ProcessEnv): Env {
  const result = CompleteEnv.safeParse(variables);
  if (result.success) return result.data;
  const sentences = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment needs a correction. ${sentences.join('. ')}.`);
}
