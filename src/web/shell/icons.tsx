/** A closed lock. */
export function LockIcon() {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <rect x="3" y="7" width="10" height="7" rx="1.5" fill="currentColor" />
      <path d="M5 7V5a3 3 0 0 1 6 0v2" fill="none" stroke="currentColor" stroke-width="1.6" />
    </svg>
  );
}

/** A sheet with an arrow into it. */
export function DropIcon() {
  return (
    <svg class="drop-icon" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true">
      <path
        d="M12 6h16l8 8v28H12zM28 6v8h8"
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linejoin="round"
      />
      <path
        d="M24 20v14m-6-6 6 6 6-6"
        fill="none"
        stroke="currentColor"
        stroke-width="2.4"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
