import type { ComponentProps, ReactNode } from 'react';

/** The buttons a form ends with: the one that is meant first. */
export function FormButtons({ children }: { children: ReactNode }) {
  return <div className="form-buttons">{children}</div>;
}

type Props = ComponentProps<'button'> & {
  /** Not what most people came for. */
  quiet?: boolean;
};

/** Sends its form; `name` and `value` say which of several buttons it was. */
export function SubmitButton({ quiet = false, className = '', ...button }: Props) {
  return (
    <button
      type="submit"
      {...button}
      className={`button ${quiet ? 'button-quiet' : ''} ${className}`.trim()}
    />
  );
}
