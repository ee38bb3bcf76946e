import type { VerbEvent } from '#domain/lifecycle';
import { translationEvents } from '#domain/translation';

/** What happens to a submission besides being taken from one state to another. Each has its sentence in the history. */
export const otherSubmissionEvents = [
  'begun',
  'imported',
  'shared',
  'deleted',
  'file-added',
  'file-removed',
  'opinion-asked',
  'opinion-given',
  'opinion-ended',
  // Made for a practice that was loaded from files, so that editors can look after it.
  'opened',
  'due-set',
  'checked',
  'places-set',
  // What is said about it, by editors and by those who write in it.
  'commented',
  'comment-answered',
  'comment-taken-back',
  'comment-done',
  'comment-reopened',
  'suggestion-taken',
  'suggestion-left',
] as const;

export type SubmissionEventKind = VerbEvent | (typeof otherSubmissionEvents)[number];

/** What happens to a practice. */
export const practiceEventKinds = [
  'loaded',
  'reloaded',
  'published',
  'revised',
  'archived',
  'republished',
  'confirmed',
  'adopted',
  // What is done to its translations, each with the language it is about.
  ...translationEvents,
] as const;
export type PracticeEventKind = (typeof practiceEventKinds)[number];
