/** Rules that hold even for those who switch the triggers off. */
const past = (table: string) => `alter table ${table} disable trigger user;`;

/** What the database refuses about the chain of events, and the rule that does. The other fixtures have events. */
export const auditRefused: [rule: string, statement: string][] = [
  ['audit_link_by_event', `insert into audit_link values (100, 'practice', 100, sha256('x'))`],
  ['audit_link_append_only', `update audit_link set hash = sha256('x')`],
  ['audit_link_append_only', `delete from audit_link`],
  ['audit_link_untruncated', `truncate audit_link`],
  ['audit_head_by_event', `update audit_head set position = 0`],
  ['audit_head_undeleted', `delete from audit_head`],
  ['audit_head_untruncated', `truncate audit_head`],
  [
    'audit_link_position_range',
    `${past('audit_link')} insert into audit_link values (0, 'practice', 100, sha256('x'))`,
  ],
  [
    'audit_link_source_values',
    `${past('audit_link')} insert into audit_link values (100, 'city', 100, sha256('x'))`,
  ],
  [
    'audit_link_hash_length',
    `${past('audit_link')} insert into audit_link values (100, 'practice', 100, '\\x00')`,
  ],
  ['audit_head_one_row', `insert into audit_head values (false, 0, sha256('x'))`],
  ['audit_head_position_range', `${past('audit_head')} update audit_head set position = -1`],
  ['audit_head_hash_length', `${past('audit_head')} update audit_head set hash = '\\x00'`],
];
