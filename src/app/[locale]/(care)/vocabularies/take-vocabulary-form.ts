import { mayEditVocabularies } from '#domain/permissions';
import { isEntryId, type VocabularyKind } from '#domain/vocabulary';
import { accountPaths } from '#i18n/account-paths';
import type { Locale } from '#i18n/locales';
import { requireLocale } from '#i18n/require-locale';
import { findVocabulary, vocabularyPaths } from '#i18n/vocabulary-paths';
import { type FormValues, firstValue } from '#lib/form-values';
import { storableText } from '#lib/storable';
import { currentPerson, type Person } from '#server/accounts/session';
import { openForm } from '#server/forms/form-door';
import { guardForm } from '#server/forms/guard-form';
import { seeOther } from '#server/forms/see-other';
import { nothingThere } from '../../nothing-there';
import { entryLabels } from './list-problems';

/** Bytes that the form of an entry sends at most: words of a topic in every language. */
const limit = 400_000;

type Sent = {
  locale: Locale;
  kind: VocabularyKind;
  /** Of the entry it is about; empty for a new one. */
  id: string;
  values: FormValues;
  /** The first value of a field, as it can be stored. */
  read: (name: string) => string;
  person: Person;
  now: Date;
  /** Answers who may not do this, and what is not there. */
  refuse: () => Response;
};
type Context = { params: Promise<{ locale: string; kind: string; id?: string }> };

/** Takes a form about an entry of a vocabulary from who may look after them; for everyone else there is nothing. */
export async function takeVocabularyForm(
  request: Request,
  { params }: Context,
  work: (sent: Sent) => Promise<Response>,
): Promise<Response> {
  const { locale: asked, kind: segment, id = '' } = await params;
  const locale = requireLocale(asked);
  const kind = findVocabulary(segment);
  const labels = kind ? entryLabels(locale, kind) : {};
  const opened = await openForm(request, { limit, labels });
  if (!opened.ok) return opened.answer;
  const { values } = opened;
  const refuse = () => nothingThere(locale, request);
  return guardForm({ request, values, labels }, async () => {
    const person = await currentPerson();
    if (!person) return seeOther(accountPaths.signIn(locale, { to: vocabularyPaths.all(locale) }));
    if (!mayEditVocabularies(person.actor) || !kind || (id !== '' && !isEntryId(id))) return refuse();
    const read = (name: string) => storableText(firstValue(values, name)).text;
    return work({ locale, kind, id, values, read, person, now: new Date(), refuse });
  });
}
