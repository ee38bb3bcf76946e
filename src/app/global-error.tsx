'use client';

import { useEffect } from 'react';
import { defaultLocale, isLocale } from '#i18n/locales';

/**
 * A page that could not be drawn: on to the plain page that says so, which needs neither script nor database. Without
 * scripts the answer's own headers lead there; with them, the error's reference comes along.
 */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  useEffect(() => {
    const { pathname, search } = window.location;
    const first = pathname.split('/')[1] ?? '';
    const locale = isLocale(first) ? first : defaultLocale;
    const query = new URLSearchParams({ reference: error.digest ?? '', from: `${pathname}${search}` });
    window.location.replace(`/${locale}/error?${query}`);
  }, [error]);
  return (
    <html lang="en">
      <body />
    </html>
  );
}
