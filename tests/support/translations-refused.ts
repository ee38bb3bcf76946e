/** A text that was translated, a translation, its publication, and a save, added to the other fixtures. */
export const translationsFixture = `
  insert into practice_text (practice_id, language, title, made_from) values ('0000000000', 'fr', 'Balades', 1);
  insert into translation (id, practice_id, language, state, made_from, translator_id, approved_as)
    values ('translat01', 'a1b2c3d4e5', 'fr', 'approved', 1, 'officer001', 1);
  insert into translation_save (translation_id, version, id, account_id, base, changed)
    values ('translat01', 1, 'save000001', 'officer001', 1, '{"title": "Balades"}');
  insert into practice_text_version
    values ('a1b2c3d4e5', 'fr', 1, now(), 'officer001', 'editor0001', 1, '{"title": "Balades"}');`;

const another = (number: number, approvedBy: string) =>
  `insert into practice_text_version values ('a1b2c3d4e5', 'fr', ${number}, now(), 'officer001', '${approvedBy}', 1, '{}')`;

/** What the database refuses about translations, and the rule that does. */
export const translationsRefused: [rule: string, statement: string][] = [
  ['practice_text_state_public', `update practice_text set state = 'ready' where language = 'fr'`],
  ['practice_text_made_from_range', `update practice_text set made_from = 0 where language = 'fr'`],
  [
    'translation_id_format',
    `insert into translation (id, practice_id, language, state, made_from, translator_id)
      values ('Translation', 'a1b2c3d4e5', 'sq', 'draft', 1, 'officer001')`,
  ],
  ['translation_language_format', `update translation set language = 'French'`],
  [
    'translation_practice_id_language_key',
    `insert into translation (id, practice_id, language, state, made_from, translator_id)
      values ('translat02', 'a1b2c3d4e5', 'fr', 'draft', 1, 'officer001')`,
  ],
  ['translation_version_range', `update translation set version = 0, approved_as = 0`],
  ['translation_version_range', `update translation set approved_as = 2`],
  ['translation_made_from_range', `update translation set made_from = 0`],
  ['translation_fields_object', `update translation set fields = '[]'`],
  ['translation_has_translator', `update translation set translator_id = null`],
  ['translation_has_translator', `update translation set state = 'machine', machine = 'test'`],
  ['translation_machine_named', `update translation set state = 'machine', translator_id = null`],
  // Nobody's words are thrown away with it.
  ['translation_save_translation_id_fkey', `delete from translation`],
  ['practice_text_version_number_range', another(0, 'editor0001')],
  ['practice_text_version_four_eyes', another(2, 'officer001')],
  ['practice_text_version_pkey', another(1, 'editor0001')],
  ['practice_text_version_append_only', `update practice_text_version set content = '{"title": "x"}'`],
  ['practice_text_version_append_only', `delete from practice_text_version`],
  ['practice_text_version_untruncated', `truncate practice_text_version`],
];
