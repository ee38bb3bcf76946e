import type { Locale } from '#i18n/locales';

/** The address of a part of a file, for whoever may have it. */
export function filePath(fileId: string, variant: string): string {
  return `/files/${fileId}/${variant}`;
}

/** The step with pictures and documents; with a parked form, the summary of what is to be corrected has the focus. */
export function filesStepPath(locale: Locale, id: string, form?: string): string {
  const path = `/${locale}/submissions/${id}/files`;
  return form ? `${path}?${new URLSearchParams({ form })}#problems` : path;
}
