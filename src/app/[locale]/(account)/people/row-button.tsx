import { SubmitButton } from '#components/form/buttons';

type Props = { action: string; word: string; label: string; quiet?: boolean };

/** One verb for one row of a table: a form of its own. Its name says what it is done to. */
export function RowButton({ action, word, label, quiet = true }: Props) {
  return (
    <form method="post" action={action}>
      <SubmitButton quiet={quiet} aria-label={label}>
        {word}
      </SubmitButton>
    </form>
  );
}
