import { z } from 'zod';

const Source = z.object({ url: z.string().optional(), title: z.string() });

/** `facts.json`: what the text of a record rests on. Fields that only describe the record are not looked at. */
export const RecordFacts = z.object({
  title: z.string(),
  facts: z.array(z.object({ text: z.string(), confidence: z.enum(['high', 'medium', 'low']) })),
  sourceTitle: z.string().optional(),
  otherSources: z.array(Source).default([]),
  note: z.string().optional(),
  yearStart: z.number().nullish(),
  yearEnd: z.number().nullish(),
});
export type RecordFacts = z.output<typeof RecordFacts>;
export type Fact = RecordFacts['facts'][number];
