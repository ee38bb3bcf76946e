import 'server-only';
import { writeSignInCode } from '#server/mail/kinds/sign-in-code';

/** Every kind of mail, and how it is written. A new kind: a file in `kinds/`, and a line here and in `care`. */
export const mailKinds = {
  'sign-in-code': writeSignInCode,
};

export type MailKind = keyof typeof mailKinds;
/** What a kind of mail is about. */
export type MailData<Kind extends MailKind> = Parameters<(typeof mailKinds)[Kind]>[1];

type Care = {
  /** Its text opens a door: it is erased as soon as it is sent. */
  secret?: true;
  /** Minutes after which it is of no use any more, and is not sent. */
  usefulFor?: number;
};

/** What the worker has to know of each kind. */
export const care: Record<MailKind, Care> = {
  'sign-in-code': { secret: true, usefulFor: 10 },
};
