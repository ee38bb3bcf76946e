/** One row for each table of the mails that people want, added to the other fixtures. */
export const wishesFixture = `
  insert into mail_wish (account_id, "group", wish) values ('officer001', 'versions', 'daily');
  insert into digest_item (account_id, kind, subject, path)
    values ('officer001', 'revision-published', 'A later version', '/en/practices/cafe');`;

/** What the database refuses about them, and the rule that does. */
export const wishesRefused: [rule: string, statement: string][] = [
  ['mail_wish_group_known', `update mail_wish set "group" = 'codes'`],
  ['mail_wish_wish_known', `update mail_wish set wish = 'weekly'`],
  ['digest_item_path_local', `update digest_item set path = '//elsewhere.example'`],
  ['digest_item_path_local', `update digest_item set path = 'https://elsewhere.example'`],
];
