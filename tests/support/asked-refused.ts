/** One row for each table of what is asked, said and confirmed, added to the other fixtures. */
export const askedFixture = `
  insert into opinion (id, submission_id, sent_number, token_hash, name, email, locale, question, asked_by, expires_at)
    values ('opinion001', 'draft00001', 1, '\\x01', 'Nora', 'nora@university.example', 'en', 'Is it new?', 'editor0001',
      now() + interval '14 days');
  insert into opinion (id, submission_id, sent_number, token_hash, name, email, locale, question, asked_by, expires_at,
      verdict, signed_name, signed_at)
    values ('opinion002', 'draft00001', 1, '\\x02', 'Ole', 'ole@university.example', 'en', 'Is it new?', 'editor0001',
      now() + interval '14 days', 'approve', 'Ole', now());
  insert into adoption (id, practice_id, city_id, year, words, stated_by)
    values ('adoption01', 'a1b2c3d4e5', 'cork', 2024, 'The walks.', 'officer001');
  insert into confirmation_request (token_hash, practice_id, account_id, expires_at)
    values ('\\x03', 'a1b2c3d4e5', 'officer001', now() + interval '60 days');`;

const open = `where id = 'opinion001'`;

/** What the database refuses about these, and the rule that does. */
export const askedRefused: [rule: string, statement: string][] = [
  ['opinion_id_format', `update opinion set id = 'Opinion' ${open}`],
  ['opinion_name_length', `update opinion set name = ' ' ${open}`],
  ['opinion_email_format', `update opinion set email = 'Nora@university.example' ${open}`],
  ['opinion_question_length', `update opinion set question = '' ${open}`],
  ['opinion_expires_in_time', `update opinion set expires_at = asked_at + interval '61 days' ${open}`],
  ['opinion_expires_in_time', `update opinion set expires_at = asked_at ${open}`],
  ['opinion_signed_whole', `update opinion set verdict = 'approve' ${open}`],
  ['opinion_signed_whole', `update opinion set verdict = 'approve', signed_at = now() ${open}`],
  [
    'opinion_signed_name_length',
    `update opinion set verdict = 'approve', signed_at = now(), signed_name = ' ' ${open}`,
  ],
  [
    'opinion_words_length',
    `update opinion set verdict = 'ask', signed_at = now(), signed_name = 'Nora' ${open}`,
  ],
  [
    'opinion_signed_while_open',
    `update opinion set verdict = 'approve', signed_at = now(), signed_name = 'Nora', ended_at = now() ${open}`,
  ],
  [
    'opinion_signed_while_open',
    `update opinion set verdict = 'approve', signed_at = expires_at, signed_name = 'Nora' ${open}`,
  ],
  ['opinion_signed_unchanged', `update opinion set words = 'x' where id = 'opinion002'`],
  ['opinion_signed_unchanged', `delete from opinion where id = 'opinion002'`],
  ['adoption_id_format', `update adoption set id = 'Adoption'`],
  ['adoption_own_is_another', `update adoption set own_practice_id = practice_id`],
  ['adoption_year_range', `update adoption set year = 1899`],
  ['adoption_words_length', `update adoption set words = repeat('x', 1501)`],
  ['adoption_website_format', `update adoption set website = 'javascript:alert(1)'`],
  ['adoption_version_range', `update adoption set version = 0`],
  ['adoption_decided_whole', `update adoption set state = 'confirmed'`],
  [
    'adoption_decided_by_another',
    `update adoption set state = 'confirmed', decided_at = now(), decided_by = stated_by`,
  ],
  [
    'adoption_refused_because',
    `update adoption set state = 'refused', decided_at = now(), decided_by = 'editor0001'`,
  ],
  [
    'adoption_once',
    `insert into adoption (id, practice_id, city_id, year, words, stated_by)
      values ('adoption02', 'a1b2c3d4e5', 'cork', 2025, 'Again.', 'officer001')`,
  ],
  ['confirmation_request_expires_later', `update confirmation_request set expires_at = sent_at`],
  ['confirmation_request_used_in_time', `update confirmation_request set used_at = expires_at`],
];
