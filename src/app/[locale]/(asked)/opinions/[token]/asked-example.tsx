import { Notice } from '#components/form/notice';
import { PracticeArticle } from '#components/practice/practice-article';
import { PracticeFacts } from '#components/practice/practice-facts';
import { PracticeFiles } from '#components/practice/practice-files';
import { Weave } from '#components/practice/weave';
import { ExampleTitle } from '#components/submission/example-title';
import { Around } from '#components/ui/around';
import { formatDate } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { opinionPaths } from '#i18n/opinion-paths';
import { translatorOf } from '#i18n/translator';
import { previewRecord } from '#server/catalogue/queries/preview';
import type { AskedOpinion } from '#server/opinions/queries/asked-opinion';
import { guard } from '../../../guard';

type Props = { asked: AskedOpinion; locale: Locale; token: string; now: Date };

/** Who asks what until when, and the example as its page would be. */
export async function AskedExample({ asked, locale, token, now }: Props) {
  const t = translatorOf(locale);
  const { submissionId: id, fields, files, sentAt, by, question, expiresAt } = asked;
  const record = await guard(locale, () =>
    previewRecord(fields, { id, updatedAt: sentAt, files, locale, now }),
  );
  const title = record.title || t('opinion.untitled');
  return (
    <>
      <Notice>
        <p>
          <Around
            sentence={(words) => t('opinion.lede', { by, title: words, date: formatDate(expiresAt, locale) })}
          >
            <ExampleTitle {...{ locale, title, language: fields.language }} />
          </Around>
        </p>
        <p className="typed-words">
          <b>{t('opinion.question')}:</b> <bdi>{question}</bdi>
        </p>
        <p>{t('opinion.exampleNotice')}</p>
        <p>
          <a href="#opinion">{t('opinion.yours')}</a>
        </p>
      </Notice>
      <div className="record-band">
        <Weave id={id} threads={record.topics.map(({ thread }) => thread)} shape="band" />
      </div>
      <div className="record">
        <div>
          <PracticeArticle practice={{ ...record, title }} locale={locale} />
          <PracticeFiles
            files={files}
            locale={locale}
            pathOf={(fileId, variant) => opinionPaths.file(locale, token, fileId, variant)}
          />
        </div>
        <PracticeFacts practice={record} locale={locale} />
      </div>
    </>
  );
}
