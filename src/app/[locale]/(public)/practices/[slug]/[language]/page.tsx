import type { Metadata } from 'next';
import { requireLocale } from '#i18n/require-locale';
import { loadPractice, practiceMetadata } from '../load-practice';
import { PracticeView } from '../practice-view';

type Props = PageProps<'/[locale]/practices/[slug]/[language]'>;

async function read({ params }: Props) {
  const { locale: asked, slug, language } = await params;
  const locale = requireLocale(asked);
  return { locale, loaded: await loadPractice(locale, slug, language) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, loaded } = await read(props);
  return practiceMetadata(loaded, locale);
}

/** The record with its text in a language of its own, whatever the reader's. */
export default async function PracticeInLanguagePage(props: Props) {
  return <PracticeView {...(await read(props))} />;
}
