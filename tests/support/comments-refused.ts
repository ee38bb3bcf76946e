/** A comment with a suggestion that was read, its answer, and one that was not read yet. */
export const commentsFixture = `
  insert into review_comment (id, submission_id, field, account_id, text, suggestion, base_version, sent_number, shared_at)
    values ('comment001', 'draft00001', 'title', 'officer001', 'Shorter?', 'Walks', 1, 1, now());
  insert into review_comment (id, submission_id, field, thread_id, account_id, text, sent_number)
    values ('comment002', 'draft00001', 'title', 'comment001', 'officer001', 'Yes', 1);`;

/** What the database refuses about comments, and the rule that does. */
export const commentsRefused: [rule: string, statement: string][] = [
  [
    'review_comment_id_format',
    `insert into review_comment (id, submission_id, field, account_id, text, sent_number)
      values ('Comment', 'draft00001', '', 'officer001', 'x', 1)`,
  ],
  ...(
    [
      ['says_something', `' '`],
      ['text_length', `repeat('x', 3001)`],
    ] as const
  ).map(([rule, text]): [string, string] => [
    `review_comment_${rule}`,
    `insert into review_comment (id, submission_id, field, account_id, text, sent_number)
      values ('comment003', 'draft00001', '', 'officer001', ${text}, 1)`,
  ]),
  [
    'review_comment_suggestion_whole',
    `insert into review_comment (id, submission_id, field, account_id, suggestion, sent_number)
      values ('comment003', 'draft00001', 'title', 'officer001', 'x', 1)`,
  ],
  [
    'review_comment_answer_whole',
    `update review_comment set suggestion_state = 'taken' where thread_id is null`,
  ],
  [
    'review_comment_answer_values',
    `update review_comment set suggestion_state = 'lost', suggestion_at = now(), suggestion_by = 'x' where thread_id is null`,
  ],
  [
    'review_comment_resolved_whole',
    `update review_comment set resolved_at = now(), resolved_by = 'x' where thread_id is not null`,
  ],
  ['review_comment_unchanged', `update review_comment set text = 'Longer?'`],
  ['review_comment_shared_stays', `update review_comment set shared_at = null where id = 'comment001'`],
  [
    'review_comment_undeleted',
    `delete from review_comment where id = 'comment002'; delete from review_comment`,
  ],
  ['review_comment_untruncated', `truncate review_comment`],
];
