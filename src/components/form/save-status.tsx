import { SavedLine } from '#components/form/saved-line';
import type { Answer } from '#lib/autosave';

export type AutosaveWords = {
  saved: string;
  offline: string;
  away: string;
  signedOut: string;
  signIn: string;
  tooLong: string;
  closed: string;
  conflict: string;
  both: string;
  kept: string;
  putBack: string;
  drop: string;
};

type Props = {
  answer: Answer | null;
  initially: string;
  signIn: string;
  both: string;
  words: AutosaveWords;
};

/** Whether what was typed is saved, and if not, what to do. Said without taking the focus. */
export function SaveStatus({ answer, initially, signIn, both, words }: Props) {
  const hasConflict = answer?.kind === 'saved' && answer.conflicts.length > 0;
  const done = answer === null ? initially : answer.kind === 'saved' && !hasConflict ? words.saved : '';
  return (
    <div role="status" className="save-status">
      {done && <SavedLine>{done}</SavedLine>}
      {hasConflict && (
        <p className="save-problem">
          {words.conflict} <a href={`${both}?version=${answer.version}#both`}>{words.both}</a>
        </p>
      )}
      {answer?.kind === 'stopped' && (
        <p className="save-problem">{answer.reason === 'too-long' ? words.tooLong : words.closed}</p>
      )}
      {answer?.kind === 'later' && <p className="save-problem">{laterText(answer.reason, signIn, words)}</p>}
    </div>
  );
}

function laterText(reason: 'offline' | 'away' | 'signed-out', signIn: string, words: AutosaveWords) {
  if (reason !== 'signed-out') return words[reason];
  return (
    <>
      {words.signedOut}{' '}
      <a href={signIn} target="_blank" rel="noreferrer">
        {words.signIn}
      </a>
    </>
  );
}

type OfferProps = { words: AutosaveWords; onPutBack: () => void; onDrop: () => void };

/** A text that this browser kept, and that was never saved. */
export function KeptOffer({ words, onPutBack, onDrop }: OfferProps) {
  return (
    <div className="form-notice" role="status">
      <p>{words.kept}</p>
      <div className="form-buttons">
        <button type="button" className="button" onClick={onPutBack}>
          {words.putBack}
        </button>
        <button type="button" className="button button-quiet" onClick={onDrop}>
          {words.drop}
        </button>
      </div>
    </div>
  );
}
