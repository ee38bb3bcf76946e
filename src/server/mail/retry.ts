import 'server-only';

/** After so many minutes a mail that cannot be sent is given up. */
const longestMinutes = 24 * 60;

/** Minutes until the next try: 1, 2, 4 … up to 6 hours. Null when the mail is given up. */
export function minutesToNextTry(attempts: number, ageMinutes: number): number | null {
  return ageMinutes >= longestMinutes ? null : Math.min(2 ** Math.max(attempts - 1, 0), 6 * 60);
}

/** What went wrong with a mail, as its transport tells. */
export type MailProblem = {
  text: string;
  /** The server answered that it will never take this mail for this address: trying again is of no use. */
  isFinal: boolean;
  /** No server was reached: it would be the same with any other mail. */
  isOutage: boolean;
};

const outages = ['ECONNECTION', 'ECONNREFUSED', 'EDNS', 'EAUTH', 'ETLS', 'ETIMEDOUT', 'ESOCKET'];

/** Reads a transport's error. The server's words may hold the address: they are cut, and kept out of the log. */
export function readProblem(error: unknown): MailProblem {
  const { code, responseCode, command } = readCodes(error);
  return {
    text: (error instanceof Error ? error.message : String(error)).slice(0, 300),
    isFinal: code === 'EENVELOPE' && command === 'RCPT TO' && responseCode >= 550 && responseCode < 560,
    isOutage: outages.includes(code),
  };
}

function readCodes(error: unknown): { code: string; responseCode: number; command: string } {
  const read = (name: string) =>
    typeof error === 'object' && error !== null && name in error ? Reflect.get(error, name) : undefined;
  return {
    code: String(read('code') ?? ''),
    responseCode: Number(read('responseCode') ?? 0),
    command: String(read('command') ?? ''),
  };
}
