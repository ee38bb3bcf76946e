import type { Metadata } from 'next';
import { requireLocale } from '#i18n/require-locale';
import { loadPractice, practiceMetadata } from '../load-practice';
import { PracticeView } from '../practice-view';

type Props = PageProps<'/[locale]/practices/[slug]/[language]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, language } = await params;
  return practiceMetadata(await loadPractice(requireLocale(locale), slug, language));
}

/** The record with its text in a language of its own, whatever the reader's. */
export default async function PracticeInLanguagePage({ params }: Props) {
  const { locale, slug, language } = await params;
  const practice = await loadPractice(requireLocale(locale), slug, language);
  return <PracticeView practice={practice} locale={requireLocale(locale)} />;
}
