import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

type ReceivedMail = { to: string[]; messageId: string; raw: string };

export type MailServer = {
  url: string;
  /** Everything it has taken, in order. */
  received: ReceivedMail[];
  /** What it answers to a receiver's address: a code, or nothing to take it. */
  answers: { code: number; text: string }[];
  stop: () => Promise<void>;
};

/** A real SMTP server on this machine. Takes its time for each mail, so that there is one under way to be disturbed. */
export async function startMailServer({ port = 0, pauseMs = 0 } = {}): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const answers: { code: number; text: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_, __, done) => {
      const answer = answers.shift();
      if (!answer) return void setTimeout(pauseMs).then(() => done());
      done(Object.assign(new Error(answer.text), { responseCode: answer.code }));
    },
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        const messageId = /^Message-ID: <(.*)>/im.exec(raw)?.[1] ?? '';
        received.push({ to: envelope.rcptTo.map(({ address }) => address), messageId, raw });
        done();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  const { port: own } = server.server.address() as AddressInfo;
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { url: `smtp://127.0.0.1:${own}`, received, answers, stop };
}
