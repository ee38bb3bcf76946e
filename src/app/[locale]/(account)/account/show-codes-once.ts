import { accountPaths } from '#i18n/account-paths';
import type { Locale } from '#i18n/locales';
import { sealText } from '#server/accounts/commands/seal-text';
import { parkForm } from '#server/forms/commands';
import { seeOther } from '#server/forms/see-other';

type Codes = {
  locale: Locale;
  accountId: string;
  codes: readonly string[];
  to: string | undefined;
  now: Date;
};

/** Leads to the page with new recovery codes. For a quarter of an hour they wait for it, encrypted; then nobody has them. */
export async function showCodesOnce({ locale, accountId, codes, to, now }: Codes): Promise<Response> {
  const sealed = await sealText(accountId, codes.join(' '));
  const path = accountPaths.recoveryCodes(locale, {});
  const form = await parkForm({ path, values: new Map([['codes', [sealed]]]), now });
  return seeOther(accountPaths.recoveryCodes(locale, { form, to }));
}
