import { useCallback, useEffect, useState } from 'react';

const KEY = 'calm';

/** Calm mode hides everybody's cursors and reactions; a browser remembers it. */
export function useCalm(): [boolean, (calm: boolean) => void] {
  const [calm, setCalm] = useState(readCalm);
  useEffect(() => {
    document.documentElement.toggleAttribute('data-calm', calm);
    return () => document.documentElement.removeAttribute('data-calm');
  }, [calm]);
  const choose = useCallback((chosen: boolean) => {
    setCalm(chosen);
    try {
      localStorage.setItem(KEY, chosen ? 'yes' : '');
    } catch {
      // A forbidden storage costs the choice, nothing else.
    }
  }, []);
  return [calm, choose];
}

function readCalm(): boolean {
  try {
    return localStorage.getItem(KEY) === 'yes';
  } catch {
    return false;
  }
}
