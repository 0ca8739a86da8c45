import { useEffect, useEffectEvent, useState } from 'react';

export type SidePanelName = 'actions' | 'outline' | 'meeting';

interface SidePanelState {
  readonly open: SidePanelName | undefined;
  readonly toggle: (name: SidePanelName) => void;
  readonly close: () => void;
  /** How often somebody asked to search by key. */
  readonly asked: number;
}

/** Which panel is open beside the canvas; Ctrl+F opens the outline, where one searches. */
export function useSidePanel(): SidePanelState {
  const [open, setOpen] = useState<SidePanelName>();
  const [asked, setAsked] = useState(0);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'f' || event.shiftKey) {
      return;
    }
    event.preventDefault();
    setOpen('outline');
    setAsked((times) => times + 1);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
  return {
    open,
    asked,
    toggle: (name) => setOpen((now) => (now === name ? undefined : name)),
    close: () => setOpen(undefined),
  };
}
