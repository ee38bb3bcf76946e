const names = new Map([
  ['deepl', 'DeepL'],
  ['libretranslate', 'LibreTranslate'],
]);

/** What a machine that translates calls itself. */
export function machineName(machine: string): string {
  return names.get(machine) ?? machine;
}
