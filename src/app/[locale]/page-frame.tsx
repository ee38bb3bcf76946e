import { unstable_rethrow } from 'next/navigation';
import type { HeaderPerson } from '#components/site/person-menu';
import { type FrameProps, SiteFrame } from '#components/site/site-frame';
import { mayManagePeople, mayReview } from '#domain/permissions';
import { mayApprove } from '#domain/translation';
import { currentPerson } from '#server/accounts/session';
import { logSurprise } from '#server/platform/log';

/** The frame of a page, with the menu of whoever is signed in. Without a cookie it is the same for everyone. */
export async function PageFrame(props: Omit<FrameProps, 'person'>) {
  return <SiteFrame {...props} person={await headerPerson()} />;
}

/** Whom the header greets. The catalogue is read without the database as well, so that its absence is no error here. */
async function headerPerson(): Promise<HeaderPerson | null> {
  try {
    const person = await currentPerson();
    if (!person) return null;
    const { name, email, actor } = person;
    return {
      ...{ name: name || email, managesPeople: mayManagePeople(actor), reviews: mayReview(actor) },
      // Who speaks for one example alone finds the way on their own pages.
      translates: mayApprove(actor),
    };
  } catch (error) {
    unstable_rethrow(error);
    logSurprise(error, '');
    return null;
  }
}
