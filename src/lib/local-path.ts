/**
 * An address of this site as a path with its query, if that is what was given: never a way out to another. Browsers take
 * a backslash for a slash and leave control characters out, so neither may stand in it.
 */
export function localPath(address: string | null | undefined): string | null {
  if (!address?.startsWith('/') || /^\/[/\\]|\\|\p{Cc}/u.test(address)) return null;
  const base = 'http://local';
  if (!URL.canParse(address, base)) return null;
  const { origin, pathname, search } = new URL(address, base);
  return origin === base && !pathname.startsWith('//') ? `${pathname}${search}` : null;
}
