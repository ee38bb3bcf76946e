/** One row for each table that review and publication need, added to the other fixtures. */
export const reviewFixture = `
  select keep_versions(array['a1b2c3d4e5'], 'content', now());
  insert into submission (id, state, practice_id) values ('publish001', 'published', 'a1b2c3d4e5');
  insert into submission (id, practice_id, based_on) values ('revision01', 'a1b2c3d4e5', 1);
  insert into review_check (submission_id, criterion, checked_by, version) values ('revision01', 'aim', 'editor0001', 1);`;

/** What the database refuses about review and publication, and the rule that does. */
export const reviewRefused: [rule: string, statement: string][] = [
  ['practice_contact_whole', `update practice set contact_email = 'mira@cork.example'`],
  ['practice_evaluator_not_blank', `update practice set evaluator = ' '`],
  ['practice_archived_because_length', `update practice set archived_because = ''`],
  ['submission_claim_whole', `update submission set claimed_by = 'editor0001'`],
  ['submission_based_on_practice', `update submission set based_on = 1 where practice_id is null`],
  [
    'submission_one_published',
    `insert into submission (id, state, practice_id) values ('publish002', 'published', 'a1b2c3d4e5')`,
  ],
  [
    'submission_one_open_revision',
    `insert into submission (id, practice_id, based_on) values ('revision02', 'a1b2c3d4e5', 1)`,
  ],
  [
    'practice_version_number_range',
    `insert into practice_version (practice_id, number, at, by, content) values ('a1b2c3d4e5', 0, now(), 'x', '{}')`,
  ],
  ['review_check_criterion_known', `update review_check set criterion = 'beauty'`],
  ['review_check_verdict_known', `update review_check set verdict = 'perhaps'`],
  ['review_check_note_length', `update review_check set note = repeat('x', 2001)`],
  ['review_check_version_range', `update review_check set version = 0`],
  ['practice_version_append_only', `update practice_version set note = 'x'`],
  ['practice_version_append_only', `delete from practice_version`],
  ['practice_version_untruncated', `truncate practice_version`],
];
