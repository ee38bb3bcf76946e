import type { Metadata } from 'next';
import { requireLocale } from '#i18n/require-locale';
import { loadPractice, practiceMetadata } from './load-practice';
import { PracticeView } from './practice-view';

type Props = PageProps<'/[locale]/practices/[slug]'>;

async function read({ params }: Props) {
  const { locale: asked, slug } = await params;
  const locale = requireLocale(asked);
  return { locale, loaded: await loadPractice(locale, slug) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, loaded } = await read(props);
  return practiceMetadata(loaded, locale);
}

export default async function PracticePage(props: Props) {
  return <PracticeView {...(await read(props))} />;
}
