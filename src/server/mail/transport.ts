import 'server-only';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { siteUrl } from '#server/platform/env';
import { log } from '#server/platform/log';

/** A mail on its way out. */
export type OutgoingMail = {
  id: string;
  to: string;
  locale: string;
  subject: string;
  text: string;
  html: string;
  /** The path that ends such mails, where people can live without them. */
  unsubscribe: string | null;
};

/** Hands a mail over. Resolves once it is the other side's, rejects when it is not or may not be. */
export type Transport = (mail: OutgoingMail) => Promise<void>;

type Settings = { smtpUrl: string | undefined; from: string; dataFolder: string };

/** Longest that one handing over may take. Servers that look into a mail take their time with the last answer. */
const patienceMs = 5 * 60_000;

/** Through the server of SMTP_URL, or into files where there is none. */
export function openTransport({ smtpUrl, from, dataFolder }: Settings): Transport {
  return smtpUrl ? bySmtp(smtpUrl, from) : intoFiles(resolve(dataFolder, 'mail'), from);
}

/**
 * One connection for each mail: a kept one that turns out to be dead would have the library send again what may have
 * arrived.
 */
function bySmtp(smtpUrl: string, from: string): Transport {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 5_000,
    greetingTimeout: 10_000,
    dnsTimeout: 5_000,
    socketTimeout: 120_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async (mail) => {
    await transport.sendMail({ ...compose(mail, from), signal: AbortSignal.timeout(patienceMs) });
  };
}

/** A file for each mail, named by its id: written twice, it is still one. */
function intoFiles(folder: string, from: string): Transport {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return async (mail) => {
    const { message } = await transport.sendMail(compose(mail, from));
    const file = join(folder, `${mail.id}.eml`);
    await mkdir(folder, { recursive: true });
    await writeFile(`${file}.new`, message);
    await rename(`${file}.new`, file);
    log().info({ file, kind: 'mail' }, 'a mail was written to a file');
  };
}

/** The same mail has the same Message-ID however often it is sent, so that a mailbox can tell a double. */
function compose(
  { id, to, locale, subject, text, html, unsubscribe }: OutgoingMail,
  from: string,
): SendMailOptions {
  const host = /@([^\s<>@]+)>?$/.exec(from)?.[1] ?? 'localhost';
  return {
    messageId: `<${id}@${host}>`,
    from,
    // As it is: a list of addresses in it would be a list of receivers.
    to: { name: '', address: to },
    subject,
    text,
    html,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale, ...endOf(unsubscribe) },
  };
}

/** So that programs of mail offer a button of their own (RFC 8058). */
function endOf(unsubscribe: string | null): Record<string, string> {
  if (!unsubscribe) return {};
  return {
    'List-Unsubscribe': `<${siteUrl()}${unsubscribe}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}
