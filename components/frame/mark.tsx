import clsx from 'clsx';

/** The improvement wheel on its slope, with the wedge that keeps it from rolling back. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 32 32"
      fill="none"
      strokeLinecap="round"
      className={clsx('shrink-0', className)}
    >
      <rect width="32" height="32" rx="8" fill="#0d6b70" />
      <path d="M5.5 24.5 11.4 22.3 9.8 17.9Z" fill="#f0b64a" />
      <path d="M5 26.6 27 18.6" strokeWidth="2.6" stroke="#fff" />
      <circle cx="15.4" cy="13.2" r="5.8" strokeWidth="3.2" stroke="#fff" />
    </svg>
  );
}
