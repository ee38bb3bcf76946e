/** What an example may hold, and how large a file may be. Form, checks and tests follow from it. */
export const fileLimits = {
  files: 12,
  imageBytes: 12_000_000,
  documentBytes: 25_000_000,
  /** Width times height: what a camera of today takes, and memory can bear. */
  pixels: 50_000_000,
  /** Of a stored name, and of each description. */
  name: 120,
  alt: 300,
  credit: 160,
  title: 160,
} as const;

/** The media types that are kept, by what the file holds; never by its name. */
export const imageTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif'] as const;
export const documentType = 'application/pdf';

export type FileKind = 'image' | 'document';

/** What the author says about a file. All of it may be missing in a draft. */
type FileDescription = {
  /** What a picture shows, for those who do not see it. */
  alt: string;
  /** It shows nothing that the text does not say: then no words are needed. */
  decorative: boolean;
  credit: string;
  /** Whether people in the picture agreed: "yes", "nobody" where none can be recognised, empty while not answered. */
  consent: string;
  title: string;
  language: string;
};
type DescribedField = Exclude<keyof FileDescription, 'decorative'>;

export type DescribedFile = FileDescription & { id: string; kind: FileKind; name: string };

/** A refusal, or what is still to be said about a file that is kept. */
export type DescriptionProblem = {
  fileId: string;
  /** The file's name, to say which it is. */
  name: string;
  field: DescribedField;
  reason: 'missing' | 'too-long' | 'unknown-choice';
  limit: number;
};

/** Names of the fields a kind of file is described by, in reading order. */
const describedFields = {
  image: ['alt', 'credit', 'consent'],
  document: ['title', 'language'],
} as const satisfies Record<FileKind, readonly DescribedField[]>;

const limits: Partial<Record<DescribedField, number>> = {
  alt: fileLimits.alt,
  credit: fileLimits.credit,
  title: fileLimits.title,
};

type CheckOptions = {
  /** Also what is needed to send; without, only what is wrong with what stands there. */
  forSending: boolean;
  /** Languages a document may be in. */
  languages: ReadonlySet<string>;
};

/** What is to be corrected about the files, in their order and that of their fields; at most one problem a field. */
export function checkFiles(
  files: readonly DescribedFile[],
  { forSending, languages }: CheckOptions,
): DescriptionProblem[] {
  return files.flatMap((file) =>
    describedFields[file.kind].flatMap((field): DescriptionProblem[] => {
      const reason = problemOf(file, field, languages);
      if (!reason || (reason === 'missing' && !forSending)) return [];
      return [{ fileId: file.id, name: file.name, field, reason, limit: limits[field] ?? 0 }];
    }),
  );
}

function problemOf(
  file: DescribedFile,
  field: DescribedField,
  languages: ReadonlySet<string>,
): DescriptionProblem['reason'] | null {
  const value = file[field];
  if (value === '') return field === 'alt' && file.decorative ? null : 'missing';
  if (field === 'language') return languages.has(value) ? null : 'unknown-choice';
  return value.length > (limits[field] ?? Number.POSITIVE_INFINITY) ? 'too-long' : null;
}
