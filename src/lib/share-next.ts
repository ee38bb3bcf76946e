/**
 * Lets many callers share one read. Who comes while a read is under way waits for the next one, so that what everybody
 * gets was read after they asked, and there are never more than two reads for any number of callers.
 */
export function shareNext<T>(read: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  let next: Promise<T> | undefined;
  const start = () => {
    const started = read().finally(() => {
      if (running === started) running = undefined;
    });
    running = started;
    return started;
  };
  const startNext = () => {
    next = undefined;
    return start();
  };
  return () => {
    if (!running) return start();
    next ??= running.then(startNext, startNext);
    return next;
  };
}
