const stopping = new AbortController();

/**
 * Aborts when this process is asked to stop: by Ctrl-C, by SIGTERM, when its terminal closes, or when the process that
 * started it is gone. Asking again changes nothing: what runs is being stopped already.
 */
export function listenForStop(): AbortSignal {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());
  if (process.channel) {
    process.on('disconnect', () => stopping.abort());
    process.channel.unref();
  }
  return stopping.signal;
}
