/** What a provider of machine translations calls itself. */
export function machineName(machine: string): string {
  return { libretranslate: 'LibreTranslate', deepl: 'DeepL' }[machine] ?? machine;
}
