/** Whether mail could be sent there: something, an at sign, a host with a dot in it. Whether anyone reads it only a mail shows. */
export function isEmailAddress(text: string): boolean {
  return /^[^\s@,;<>()"]{1,64}@[^\s@.,;<>()"]+(?:\.[^\s@.,;<>()"]+)+$/u.test(text);
}

/** Whether it is the whole address of a page, beginning with https:// or http://. */
export function isWebAddress(text: string): boolean {
  if (/\s/.test(text) || !URL.canParse(text)) return false;
  const { protocol, hostname, username } = new URL(text);
  return /^https?:$/.test(protocol) && /[^.]\.[^.]/.test(hostname) && username === '';
}
