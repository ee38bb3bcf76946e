import { notFound } from 'next/navigation';

/** Any address that no other route takes: the 404 page in the reader's language. */
export default function UnknownPage() {
  notFound();
}
