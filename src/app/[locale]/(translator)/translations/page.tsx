import type { Metadata } from 'next';
import { Pager } from '#components/ui/pager';
import {
  countTranslationRestrictions,
  parseTranslationFilter,
  serializeTranslationFilter,
  type TranslationFilter,
} from '#domain/translation-filter';
import type { Locale } from '#i18n/locales';
import { requireLocale } from '#i18n/require-locale';
import { translationPaths } from '#i18n/translation-paths';
import { translatorOf } from '#i18n/translator';
import { requireActing, requirePerson } from '#server/accounts/session';
import { listTranslations } from '#server/translations/queries/list';
import { guard } from '../../guard';
import { PageFrame } from '../../page-frame';
import { ListFilter } from './list-filter';
import { ListTable } from './list-table';
import { ListTabs } from './list-tabs';

type Props = PageProps<'/[locale]/translations'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translatorOf(requireLocale((await params).locale));
  return { title: t('translations.title'), robots: { index: false } };
}

/** What a person may translate, and how it stands; what waits for them first. */
export default async function TranslationsPage({ params, searchParams }: Props) {
  const locale = requireLocale((await params).locale);
  const asked = parseTranslationFilter(await searchParams);
  const { list, reader } = await guard(locale, async () => {
    const actor = await readActor(locale, asked);
    return { list: await listTranslations({ actor, filter: asked }), reader: actor.id };
  });
  const { filter, counts, rows, pageCount } = list;
  const t = translatorOf(locale);
  const pathOf = (page: number) =>
    translationPaths.list(locale, serializeTranslationFilter({ ...filter, page }));
  return (
    <PageFrame
      locale={locale}
      pathIn={(other) => translationPaths.list(other, serializeTranslationFilter(filter))}
    >
      <div className="wrap account-page queue-page" id="content" tabIndex={-1}>
        <h1>{t('translations.title')}</h1>
        <p className="text-order">{t('translations.order')}</p>
        <ListTabs {...{ locale, filter, counts }} />
        <a className="queue-skip" href="#texts">
          {t('translations.skip')}
        </a>
        <ListFilter {...{ locale, filter }} />
        {rows.length > 0 ? (
          <ListTable {...{ locale, rows, reader }} now={new Date()} />
        ) : (
          <NothingHere {...{ locale, filter }} />
        )}
        <Pager {...{ locale, page: filter.page, pageCount, pathOf }} />
      </div>
    </PageFrame>
  );
}

/** Whoever is signed in: who speaks for an example translates it. An editor may do so with a second factor. */
async function readActor(locale: Locale, filter: TranslationFilter) {
  const path = translationPaths.list(locale, serializeTranslationFilter(filter));
  const person = await requirePerson(locale, path);
  const isEditorAlone = person.actor.roles.every((role) => role === 'editor');
  return (isEditorAlone ? await requireActing(locale, path, 'editor') : person).actor;
}

/** Why the table is empty. */
function NothingHere({ locale, filter }: { locale: Locale; filter: TranslationFilter }) {
  const t = translatorOf(locale);
  const isFiltered = countTranslationRestrictions(filter) > 0;
  return (
    <p className="lede" id="texts">
      {isFiltered
        ? t('translations.empty.filtered')
        : t(filter.state ? 'translations.empty.state' : 'translations.empty.nothing')}
    </p>
  );
}
