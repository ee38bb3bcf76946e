import 'server-only';
import { env } from '#server/platform/env';

/** Whether readers of this site see what a machine translated and nobody has checked, labelled as that. */
export function showsMachineDrafts(): boolean {
  return env().MACHINE_DRAFTS === 'shown';
}
