import type { Metadata } from 'next';
import { requireLocale } from '#i18n/require-locale';
import { loadPractice, practiceMetadata } from './load-practice';
import { PracticeView } from './practice-view';

type Props = PageProps<'/[locale]/practices/[slug]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  return practiceMetadata(await loadPractice(requireLocale(locale), slug));
}

export default async function PracticePage({ params }: Props) {
  const { locale, slug } = await params;
  return (
    <PracticeView practice={await loadPractice(requireLocale(locale), slug)} locale={requireLocale(locale)} />
  );
}
