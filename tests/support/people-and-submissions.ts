/** An officer with a city, and a submission of theirs: one row per table. */
export const peopleFixture = `
  insert into account (id, email, locale, roles) values ('officer001', 'mira@cork.example', 'en', '{officer}');
  insert into affiliation (id, account_id, city_id, country) values ('aff0000001', 'officer001', 'cork', 'IE');
  insert into sign_in_code (id, email, salt, hash, network, expires_at)
    values ('code000001', 'mira@cork.example', '\\x00', '\\x00', '\\x00', now() + interval '10 minutes');
  insert into account_event (account_id, actor, kind) values ('officer001', 'officer001', 'asked-for-access');
  insert into rate_count values ('\\x00', now(), 1);
  insert into submission (id) values ('draft00001');
  insert into submission_member (submission_id, account_id, is_author) values ('draft00001', 'officer001', true);
  insert into submission_event (submission_id, actor, kind) values ('draft00001', 'officer001', 'begun');
  insert into submission_sent (submission_id, number, sent_by, fields, files)
    values ('draft00001', 1, 'officer001', '{}', '[]');
  insert into submission_file (id, submission_id, kind, name, media_type, bytes, digest, storage_key, position)
    values ('file000001', 'draft00001', 'image', 'a.jpg', 'image/jpeg', 1, '\\x00', 'a', 0);`;

/** What the database refuses about people and submissions, and the rule that does. */
export const peopleRefused: [rule: string, statement: string][] = [
  ['account_id_format', `update account set id = 'Mira'`],
  ['account_email_format', `update account set email = 'Mira@cork.example'`],
  ['account_email_format', `update account set email = 'mira at cork'`],
  ['account_name_length', `update account set name = repeat('x', 201)`],
  ['account_totp_confirmed', `update account set totp_since = now()`],
  ['affiliation_city_known', `update affiliation set city_id = null`],
  ['affiliation_city_known', `update affiliation set city_name = 'Cork'`],
  ['affiliation_country_format', `update affiliation set country = 'ie'`],
  ['affiliation_confirmed_decided', `update affiliation set confirmed = true`],
  [
    'affiliation_once',
    `insert into affiliation (id, account_id, city_id, country) values ('aff0000002', 'officer001', 'cork', 'IE')`,
  ],
  ['sign_in_code_tries_range', `update sign_in_code set tries = 6`],
  [
    'invitation_roles_some',
    `insert into invitation (id, token_hash, email, locale, roles, invited_by, expires_at)
      values ('inv0000001', '\\x00', 'x@y.example', 'en', '{}', 'officer001', now())`,
  ],
  ['rate_count_hits_range', `update rate_count set hits = -1`],
  ['account_event_append_only', `update account_event set actor = 'nobody'`],
  ['account_event_append_only', `delete from account_event`],
  ['account_event_untruncated', `truncate account_event`],
  ['submission_id_format', `insert into submission (id) values ('Draft')`],
  ['submission_version_range', `update submission set version = 0`],
  ['submission_fields_object', `update submission set fields = '[]'`],
  ['submission_sent_has_reference', `update submission set submitted_at = now()`],
  [
    'submission_member_one_author',
    `insert into account (id, email, locale, roles) values ('officer002', 'b@cork.example', 'en', '{officer}');
     insert into submission_member (submission_id, account_id, is_author) values ('draft00001', 'officer002', true)`,
  ],
  ['submission_event_append_only', `update submission_event set actor = 'nobody'`],
  ['submission_event_append_only', `delete from submission_event`],
  ['submission_event_untruncated', `truncate submission_event`],
  ['submission_sent_append_only', `update submission_sent set fields = '{"title":"x"}'`],
  ['submission_sent_append_only', `delete from submission_sent`],
  ['submission_file_bytes_range', `update submission_file set bytes = 0`],
  ['submission_file_consent_values', `update submission_file set consent = 'perhaps'`],
  [
    'submission_file_once',
    `insert into submission_file (id, submission_id, kind, name, media_type, bytes, digest, storage_key, position)
      values ('file000002', 'draft00001', 'image', 'b.jpg', 'image/jpeg', 1, '\\x00', 'b', 1)`,
  ],
];
