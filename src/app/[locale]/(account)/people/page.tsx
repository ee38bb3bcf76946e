import type { Metadata } from 'next';
import { ErrorSummary } from '#components/form/error-summary';
import { SavedLine } from '#components/form/saved-line';
import { maySuspend } from '#domain/permissions';
import { accountPaths } from '#i18n/account-paths';
import { adoptionPaths } from '#i18n/adoption-paths';
import { sortByName } from '#i18n/format';
import { requireLocale } from '#i18n/require-locale';
import { translatorOf } from '#i18n/translator';
import { listAskedAffiliations, listOpenInvitations, listPeople } from '#server/accounts/queries/people';
import { requireActing } from '#server/accounts/session';
import { readChoices } from '#server/catalogue/queries/choices';
import { readParkedForm } from '#server/forms/queries';
import { guard } from '../../guard';
import { PageFrame } from '../../page-frame';
import { formMetadata } from '../form-metadata';
import { readQuery } from '../read-query';
import { AskedList } from './asked-list';
import { InvitationList } from './invitation-list';
import { InviteForm, listInviteProblems } from './invite-form';
import { PeopleList } from './people-list';
import { whatWasDone } from './what-was-done';

type Props = PageProps<'/[locale]/people'>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = requireLocale((await params).locale);
  const { form } = await readQuery(searchParams);
  return formMetadata(locale, translatorOf(locale)('account.people.title'), form !== undefined);
}

/** For editors and administrators: whom to confirm, invite, and who is there. */
export default async function PeoplePage({ params, searchParams }: Props) {
  const locale = requireLocale((await params).locale);
  const { form, done } = await readQuery(searchParams);
  const path = accountPaths.people(locale);
  const { person, asked, invitations, people, cities, parked } = await guard(locale, async () => {
    const person = await requireActing(locale, path, 'editor', 'administrator');
    const now = new Date();
    const [asked, invitations, people, { cities }, parked] = await Promise.all([
      listAskedAffiliations(),
      listOpenInvitations(now),
      listPeople(),
      readChoices({ locale, now }),
      form ? readParkedForm(form, path, now) : null,
    ]);
    return { person, asked, invitations, people, cities, parked };
  });
  const t = translatorOf(locale);
  const problems = listInviteProblems(locale, parked?.errors ?? {});
  const message = whatWasDone(locale, done);
  const cityName = (id: string) => cities.find((city) => city.id === id)?.name ?? id;
  return (
    <PageFrame locale={locale} pathIn={(other) => accountPaths.people(other)}>
      <div className="wrap account-page" id="content" tabIndex={-1}>
        <ErrorSummary locale={locale} problems={problems} />
        {message && <SavedLine>{message}</SavedLine>}
        <h1>{t('account.people.title')}</h1>
        <p>
          <a href={adoptionPaths.list(locale)}>{t('adoption.listTitle')}</a>
        </p>
        <AskedList locale={locale} asked={asked} cityName={cityName} />
        <InviteForm
          {...{ locale, cities, problems }}
          actor={person.actor}
          typed={parked?.values ?? new Map()}
        />
        <InvitationList locale={locale} invitations={invitations} cityName={cityName} />
        <PeopleList
          locale={locale}
          people={sortByName(people, ({ name, email }) => name || email, locale)}
          cityName={cityName}
          maySuspend={(id) => maySuspend(person.actor, id)}
        />
      </div>
    </PageFrame>
  );
}
