import { cities, groups, languages, networks, topics } from '#tests/bench/generated-rows';
import { lexiconOf } from '#tests/bench/generated-words';
import { randomFrom } from '#tests/bench/random';

type Column = [name: string, type: string, values: unknown[]];

const named = ['en', 'fr', 'sq'];

/** Topics, groups, networks and cities, with names in the languages of the interface; a city has one in its own as well. */
export function vocabularyTables(): [table: string, columns: Column[]][] {
  const random = randomFrom(11);
  const latitudes = cities.map(() => 36 + random.next() * 26);
  const longitudes = cities.map(() => -9 + random.next() * 45);
  return [
    ['network', [['id', 'text', networks]]],
    nameTable('network_name', 'network_id', networks, () => named),
    [
      'topic',
      [
        ['id', 'text', topics],
        ['position', 'smallint', topics.map((_, i) => i)],
        ['thread', 'smallint', topics.map((_, i) => 1 + (i % 7))],
      ],
    ],
    nameTable('topic_name', 'topic_id', topics, () => named),
    [
      'target_group',
      [
        ['id', 'text', groups],
        ['position', 'smallint', groups.map((_, i) => i)],
      ],
    ],
    nameTable('target_group_name', 'target_group_id', groups, () => named),
    [
      'city',
      [
        ['id', 'text', cities.map(({ id }) => id)],
        ['country', 'text', cities.map(({ country }) => country)],
        ['place_type', '"PlaceType"', cities.map(({ place }) => place)],
        ['network_id', 'text', cities.map(({ network }) => network)],
        ['latitude', 'float8', latitudes],
        ['longitude', 'float8', longitudes],
      ],
    ],
    nameTable(
      'city_name',
      'city_id',
      cities.map(({ id }) => id),
      (i) => [...new Set([...named, languages[3 + (i % 12)] ?? 'de'])],
    ),
  ];
}

function nameTable(
  table: string,
  column: string,
  ids: readonly string[],
  languagesOf: (i: number) => readonly string[],
): [table: string, columns: Column[]] {
  const rows = ids.flatMap((id, i) =>
    languagesOf(i).map((language) => ({ id, language, name: nameOf(id, i, language) })),
  );
  return [
    table,
    [
      [column, 'text', rows.map(({ id }) => id)],
      ['language', 'text', rows.map(({ language }) => language)],
      ['name', 'text', rows.map(({ name }) => name)],
    ],
  ];
}

/** One or two words of the language, never the same for two of a kind. */
function nameOf(id: string, i: number, language: string): string {
  const { word } = lexiconOf(language);
  const random = randomFrom(i * 31 + id.length);
  const name = `${word(random)}${word(random)} ${i % 3 === 0 ? word(random) : ''}`.trim();
  return name.charAt(0).toUpperCase() + name.slice(1);
}
