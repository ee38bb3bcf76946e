'use client';

import { useEffect, useRef, useState } from 'react';

type Props = {
  /** What is said while the files are on their way, with "{percent}" in it. */
  sending: string;
  /** What is said when they have arrived and the answer has not. */
  drawing: string;
};

/** How often something new is said, in milliseconds: a screen reader is to be left in peace. */
const pause = 5_000;

/**
 * Says how far an upload is. The form works without it; with it the same form is sent by the script, which alone can
 * tell how much has been sent.
 */
export function UploadProgress({ sending, drawing }: Props) {
  const status = useRef<HTMLParagraphElement>(null);
  const [said, say] = useState('');

  useEffect(() => {
    const form = status.current?.closest('form');
    if (!form) return;
    let isUnderWay = false;
    const send = (event: SubmitEvent) => {
      if (!holdsFiles(form)) return;
      event.preventDefault();
      if (isUnderWay) return;
      isUnderWay = true;
      let last = 0;
      const request = new XMLHttpRequest();
      request.upload.onprogress = ({ loaded, total, timeStamp }) => {
        if (timeStamp - last < pause) return;
        last = timeStamp;
        say(sending.replace('{percent}', String(Math.floor((loaded / total) * 100))));
      };
      request.upload.onload = () => say(drawing);
      // The browser itself says best what is wrong with the line, and shows best what the server has to say.
      request.onerror = () => form.submit();
      request.onload = () => (request.status < 400 ? follow(request.responseURL) : form.submit());
      const body = new FormData(form, event.submitter);
      request.open('POST', form.action);
      request.send(body);
    };
    form.addEventListener('submit', send);
    return () => form.removeEventListener('submit', send);
  }, [sending, drawing]);

  return (
    <p className="field-note" role="status" ref={status}>
      {said}
    </p>
  );
}

function holdsFiles(form: HTMLFormElement): boolean {
  return [...form.elements].some(
    (field) => field instanceof HTMLInputElement && (field.files?.length ?? 0) > 0,
  );
}

/** To the page that the answer led to. */
function follow(responseUrl: string): void {
  const address = new URL(responseUrl);
  address.hash = address.searchParams.has('form') ? 'problems' : 'file-list';
  if (address.pathname + address.search !== location.pathname + location.search) {
    location.assign(address);
    return;
  }
  history.replaceState(null, '', address);
  location.reload();
}
