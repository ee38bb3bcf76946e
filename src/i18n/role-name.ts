import type { Role } from '#domain/actor';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

/** A role as it stands inside a sentence: "officer of a city". */
export function roleName(role: Role, locale: Locale): string {
  const t = translatorOf(locale);
  const names: Record<Role, () => string> = {
    officer: () => t('account.role.officer'),
    translator: () => t('account.role.translator'),
    editor: () => t('account.role.editor'),
    administrator: () => t('account.role.administrator'),
  };
  return names[role]();
}
