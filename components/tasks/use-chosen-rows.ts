import { useState } from 'react';
import type { KeyboardEvent } from 'react';

interface Chosen {
  readonly ids: ReadonlySet<string>;
  /** Where a range with Shift begins. */
  readonly from: string | null;
}

const none: Chosen = { ids: new Set(), from: null };

/**
 * Which rows of a list are chosen: x or Space on a row, Shift and an arrow for a range, Ctrl or Cmd
 * and A for all, Escape for none; arrows walk. `order` is the ids as they are shown. [ACT-45]
 */
export function useChosenRows(order: readonly string[]) {
  const [state, setState] = useState<Chosen>(none);
  // What left the list is chosen no more.
  const chosen = new Set(order.filter((id) => state.ids.has(id)));

  const toggle = (id: string) => {
    const ids = new Set(chosen);
    if (!ids.delete(id)) ids.add(id);
    setState({ ids, from: id });
  };
  const choose = (ids: Iterable<string>) => setState({ ids: new Set(ids), from: null });

  function extend(from: string, to: string): void {
    const anchor = state.from !== null && order.includes(state.from) ? state.from : from;
    const [first, last] = [order.indexOf(anchor), order.indexOf(to)].sort((a, b) => a - b);
    const range = order.slice(first, (last ?? 0) + 1);
    setState({ ids: new Set([...chosen, ...range]), from: anchor });
  }

  /** For the link and the box of a row, which is `data-row` and lies within `data-rows`. */
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const target = event.currentTarget;
    const id = target.closest<HTMLElement>('[data-row]')?.dataset['row'];
    if (id === undefined) return;
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    if (altKey) return;
    if ((ctrlKey || metaKey) && key.toLowerCase() === 'a') choose(order);
    else if (ctrlKey || metaKey) return;
    else if (key === 'x' || (key === ' ' && !(target instanceof HTMLInputElement))) toggle(id);
    else if (key === 'Escape' && chosen.size > 0) choose([]);
    else if (key === 'ArrowDown' || key === 'ArrowUp') {
      const next = order[order.indexOf(id) + (key === 'ArrowDown' ? 1 : -1)];
      if (next === undefined) return;
      if (shiftKey) extend(id, next);
      focusRow(target.closest('[data-rows]'), next);
    } else return;
    event.preventDefault();
  }

  return { chosen, toggle, choose, onKeyDown };
}

function focusRow(list: Element | null, id: string): void {
  const rows = list?.querySelectorAll<HTMLElement>('[data-row]') ?? [];
  const row = [...rows].find((one) => one.dataset['row'] === id);
  row?.querySelector<HTMLElement>('[data-row-focus]')?.focus();
}
