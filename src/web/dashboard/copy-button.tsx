import { useEffect, useState } from 'preact/hooks';

interface CopyButtonProps {
  text: () => string;
  label: string;
  /** What is copied, for those who do not see where the button stands. */
  what: string;
}

const saidFor = 2500;

/** Copies a text, and says so for a moment. */
export function CopyButton({ text, label, what }: CopyButtonProps) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (!said) return undefined;
    const timer = setTimeout(() => setSaid(''), saidFor);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = () =>
    navigator.clipboard.writeText(text()).then(
      () => setSaid('Copied'),
      () => setSaid('The browser forbids it'),
    );
  return (
    <>
      <button type="button" class="quiet" aria-label={`${said || label} ${what}`} onClick={() => void copy()}>
        {said || label}
      </button>
      <span class="unseen" role="status">
        {said}
      </span>
    </>
  );
}
