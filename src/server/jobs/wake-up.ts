import 'server-only';
import pg from 'pg';
import { log } from '#server/platform/log';

/**
 * Calls `wake` whenever a transaction that queued a mail is committed, on any instance, and each time the connection is
 * there again: what was said meanwhile was missed. Returns what ends it.
 */
export function listenForMail(connectionString: string, wake: () => void): () => Promise<void> {
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let isStopped = false;
  const open = async () => {
    const opened = new pg.Client({ connectionString, keepAlive: true, connectionTimeoutMillis: 2_000 });
    client = opened;
    let isOver = false;
    const reopen = () => {
      if (isOver || isStopped) return;
      isOver = true;
      retry = setTimeout(() => void open(), 1_000);
    };
    opened.on('error', reopen);
    opened.on('end', reopen);
    opened.on('notification', wake);
    try {
      await opened.connect();
      await opened.query('listen outbox_mail');
      wake();
    } catch (error) {
      log().debug({ err: error }, 'the database does not answer the worker');
      await opened.end().catch(() => {});
      reopen();
    }
  };
  void open();
  return async () => {
    isStopped = true;
    clearTimeout(retry);
    await client?.end().catch(() => {});
  };
}
