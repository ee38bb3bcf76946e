import { createTryOutAccounts } from '#server/accounts/commands/try-out';
import { toBase32, totpAddress } from '#server/accounts/totp';
import { database } from '#server/platform/db';
import { siteUrl } from '#server/platform/env';

/** Makes an officer, a translator and an editor in a database where nobody has an account, and prints how to sign in. */
try {
  const made = await createTryOutAccounts(new Date());
  if (made) {
    const { officer, translator, editor, secret, codes } = made;
    console.log(`Sign in at ${siteUrl()}/en/sign-in as ${officer}, ${translator} or ${editor}.
The code comes by mail, which is written to the folder mail in DATA_DIR as long as there is no SMTP_URL.
The editor gives a second factor as well. For an app: ${toBase32(secret)}
  ${totpAddress({ secret, email: editor, site: 'Intercultural cities' })}
or one of these, each once: ${codes.join(' ')}
This is shown only now.`);
  }
} finally {
  await database().$disconnect();
}
