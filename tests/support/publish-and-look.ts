import type { Instances } from '#tests/support/instances';
import { connectPublisher } from '#tests/support/publish';

/** An example of content/. */
export const slug = 'a-welcoming-app';
/** A list with few examples, this one among them. */
export const list = '/en?country=PT&topic=welcoming-and-social-integration';

/**
 * Publishes a change many times, and looks each time at the next request to every instance, asked for what it gave last
 * time. Gives what was seen late, and whether the instances had the same tag in the end.
 */
export async function publishAndLook({ origins, databaseUrl }: Instances, times: number) {
  const publisher = await connectPublisher(databaseUrl);
  const known = new Map<string, string>();
  const late: string[] = [];
  for (let i = 0; i < times; i += 1) {
    const title = `A welcoming app, told for the ${i}th time`;
    await publisher.retitle(slug, title);
    for (const origin of origins) {
      const headers = { 'if-none-match': known.get(origin) ?? '' };
      const response = await fetch(`${origin}${list}`, { headers });
      if (response.status !== 200 || !(await response.text()).includes(title))
        late.push(`${origin} answered ${response.status} without “${title}”`);
      known.set(origin, response.headers.get('etag') ?? 'none');
    }
    // Nothing changed since: each instance knows the other's tag.
    for (const [from, tag] of known) {
      for (const origin of origins) {
        const again = await fetch(`${origin}${list}`, { headers: { 'if-none-match': tag } });
        if (again.status !== 304) late.push(`${origin} did not know ${tag} of ${from}`);
      }
    }
  }
  await publisher.close();
  return { late, sameTag: new Set(known.values()).size === 1 };
}
