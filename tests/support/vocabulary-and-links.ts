/** A topic that became another, and a link that was looked at: one row per table. */
export const careFixture = `
  insert into vocabulary_redirect (kind, from_id, to_id) values ('topic', 'lodging', 'housing');
  insert into link_check (url, status, checked_at) values ('https://cork.example/', 200, now());`;

/** What the database refuses about vocabularies and links, and the rule that does. */
export const careRefused: [rule: string, statement: string][] = [
  ['vocabulary_redirect_elsewhere', `update vocabulary_redirect set to_id = from_id`],
  ['vocabulary_redirect_kept', `delete from vocabulary_redirect`],
  ['vocabulary_redirect_untruncated', `truncate vocabulary_redirect`],
  ['link_check_failures_range', `update link_check set failures = -1`],
];
