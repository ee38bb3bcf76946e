import 'server-only';
import { formatDate } from '#i18n/format';
import { opinionPaths } from '#i18n/opinion-paths';
import type { Letter, Writing } from '#server/mail/letter';

type Asked = { token: string; title: string; by: string; question: string; until: Date };

/** To somebody without an account: what they are asked. Its link leads to a page with a form. */
export function writeOpinionAsked({ t, locale }: Writing, asked: Asked): Letter {
  const { token, title, by, question, until } = asked;
  return {
    subject: t('mail.opinion.askedSubject', { title }),
    parts: [
      t('mail.opinion.askedText', { by, title }),
      t('mail.opinion.question'),
      { typed: question },
      t('mail.opinion.until', { date: formatDate(until, locale) }),
      { label: t('mail.opinion.askedLink'), path: opinionPaths.page(locale, token) },
    ],
    why: t('mail.opinion.askedWhy', { by }),
  };
}

type Given = { id: string; reference: string; title: string; name: string };

/** To the editors concerned: that an opinion has arrived. */
export function writeOpinionGiven({ t, locale }: Writing, { id, reference, title, name }: Given): Letter {
  return {
    subject: t('mail.opinion.givenSubject', { reference, title }),
    parts: [
      t('mail.opinion.givenText', { name, title, reference }),
      { label: t('mail.opinion.givenLink'), path: opinionPaths.asked(locale, id) },
    ],
    why: t('mail.opinion.givenWhy'),
  };
}
