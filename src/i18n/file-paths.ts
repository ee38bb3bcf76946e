/** The address of a part of a file, for whoever may have it. */
export function filePath(fileId: string, variant: string): string {
  return `/files/${fileId}/${variant}`;
}
