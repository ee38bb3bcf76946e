'use client';

import { useEffect } from 'react';

/** A page that could not be drawn: on to the plain page that says so, which needs neither script nor database. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  useEffect(() => {
    const { pathname, search } = window.location;
    const query = new URLSearchParams({ reference: error.digest ?? '', from: `${pathname}${search}` });
    window.location.replace(`/${pathname.split('/')[1]}/error?${query}`);
  }, [error]);
  return (
    <html lang="en">
      <body />
    </html>
  );
}
