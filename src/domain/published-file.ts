import { z } from 'zod';

/** A picture or document as readers get it, where it is kept as JSON. */
export const PublishedFile = z.object({
  id: z.string(),
  kind: z.enum(['image', 'document']),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  alt: z.string(),
  decorative: z.boolean(),
  credit: z.string(),
  title: z.string(),
  language: z.string(),
});

/** The same as it was sent, with what its author said of the people in it. */
export const SentFile = PublishedFile.extend({ consent: z.string() });
