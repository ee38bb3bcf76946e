/** The mark: a small weave. Decorative beside the name. */
export function Logo() {
  return (
    <svg width="38" height="38" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <rect width="40" height="40" rx="7" fill="#17192b" />
      <path fill="#e0a526" d="M7 9h26v5H7zM7 26h26v5H7z" />
      <path fill="#d2542f" d="M9 7h5v26H9zM26 7h5v26h-5z" />
      <path fill="#5aa7a0" d="M17.5 7h5v26h-5z" />
      <path fill="#e0a526" d="M8 9h7v5H8zM25 26h7v5h-7z" />
      <path fill="#8f9be0" d="M7 17.5h26v5H7z" />
      <path fill="#5aa7a0" d="M17.5 16h5v8h-5z" />
    </svg>
  );
}
