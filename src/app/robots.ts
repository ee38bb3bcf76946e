import type { MetadataRoute } from 'next';
import { siteUrl } from '#server/platform/env';

export const dynamic = 'force-dynamic';

/** Every page may be read; lists with several filters need not be walked, the sitemap names every record. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: '/', disallow: ['/*?*q=', '/*?*sort='] },
    sitemap: `${siteUrl()}/sitemap.xml`,
  };
}
