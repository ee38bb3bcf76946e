import 'server-only';
import { confirmationRules } from '#domain/confirmation';
import { invitationDays } from '#domain/invitation';
import type { Endable } from '#domain/mail-wishes';
import { opinionLimits } from '#domain/opinion';
import {
  writeAdoptionConfirmed,
  writeAdoptionRefused,
  writeAdoptionStated,
} from '#server/mail/kinds/adoption';
import { writeAffiliationConfirmed, writeAffiliationRefused } from '#server/mail/kinds/affiliation';
import { writeConfirmationAsked } from '#server/mail/kinds/confirmation';
import {
  writePublicationStopped,
  writeRevisionPublished,
  writeSubmissionAppealed,
  writeSubmissionDecision,
  writeSubmissionTakenBack,
} from '#server/mail/kinds/decision';
import { writeDigest } from '#server/mail/kinds/digest';
import { writeInvitation } from '#server/mail/kinds/invitation';
import { writeOpinionAsked, writeOpinionGiven } from '#server/mail/kinds/opinion';
import { writeSignInCode } from '#server/mail/kinds/sign-in-code';
import {
  writeSubmissionArrived,
  writeSubmissionReceipt,
  writeSubmissionShared,
} from '#server/mail/kinds/submission';
import {
  writeTranslationDecided,
  writeTranslationOffered,
  writeTranslationOutdated,
} from '#server/mail/kinds/translation';
import type { Letter, Writing } from '#server/mail/letter';

const written = {
  'sign-in-code': writeSignInCode,
  invitation: writeInvitation,
  'affiliation-confirmed': writeAffiliationConfirmed,
  'affiliation-refused': writeAffiliationRefused,
  'submission-receipt': writeSubmissionReceipt,
  'submission-arrived': writeSubmissionArrived,
  'submission-shared': writeSubmissionShared,
  'opinion-asked': writeOpinionAsked,
  'opinion-given': writeOpinionGiven,
  'adoption-stated': writeAdoptionStated,
  'adoption-confirmed': writeAdoptionConfirmed,
  'adoption-refused': writeAdoptionRefused,
  'confirmation-asked': writeConfirmationAsked,
  'submission-decision': writeSubmissionDecision,
  'submission-appealed': writeSubmissionAppealed,
  'submission-taken-back': writeSubmissionTakenBack,
  'publication-stopped': writePublicationStopped,
  'revision-published': writeRevisionPublished,
  'translation-offered': writeTranslationOffered,
  'translation-decided': writeTranslationDecided,
  'translation-outdated': writeTranslationOutdated,
  digest: writeDigest,
};

export type MailKind = keyof typeof written;
type DataByKind = { [Kind in MailKind]: Parameters<(typeof written)[Kind]>[1] };
/** What a kind of mail is about. */
export type MailData<Kind extends MailKind> = DataByKind[Kind];

/** Every kind of mail, and how it is written. A new kind: a file in `kinds/`, and a line above and in `care`. */
export const mailKinds: { [Kind in MailKind]: (writing: Writing, data: DataByKind[Kind]) => Letter } =
  written;

type Care = {
  /** Its text opens a door: it is erased as soon as it is sent. */
  secret?: true;
  /** Minutes after which it is of no use any more, and is not sent. */
  usefulFor?: number;
  /** People can live without it: it comes as they wish, with a link that ends it. */
  optional?: Endable;
};

/** What the outbox has to know of each kind. */
export const care: Record<MailKind, Care> = {
  'sign-in-code': { secret: true, usefulFor: 10 },
  invitation: { secret: true, usefulFor: invitationDays * 24 * 60 },
  'affiliation-confirmed': {},
  'affiliation-refused': {},
  'submission-receipt': {},
  'submission-arrived': { optional: 'arrivals' },
  'submission-shared': {},
  'opinion-asked': { secret: true, usefulFor: opinionLimits.mostDays * 24 * 60 },
  'opinion-given': { optional: 'answers' },
  'adoption-stated': { optional: 'arrivals' },
  'adoption-confirmed': {},
  'adoption-refused': {},
  'confirmation-asked': { secret: true, usefulFor: confirmationRules.linkDays * 24 * 60 },
  'submission-decision': {},
  'submission-appealed': { optional: 'answers' },
  'submission-taken-back': { optional: 'answers' },
  'publication-stopped': {},
  'revision-published': { optional: 'versions' },
  'translation-offered': { optional: 'arrivals' },
  'translation-decided': {},
  'translation-outdated': { optional: 'versions' },
  digest: { optional: 'digest' },
};

/** The same for a kind as a row says it; none for one of another version. */
export function careOf(kind: string): Care | undefined {
  return new Map<string, Care>(Object.entries(care)).get(kind);
}
