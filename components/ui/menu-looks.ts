/** A row of a menu, wherever the menu hangs. */
export const menuRow =
  'flex min-h-9 items-center gap-3 rounded-chip px-2 py-1 text-14 select-none outline-none ' +
  'data-highlighted:bg-hover data-disabled:opacity-50 pointer-coarse:min-h-11';

/** The paper that the rows are on. */
export const menuPaper =
  'z-(--z-menu) max-w-80 min-w-48 animate-float overflow-y-auto rounded-card border border-line ' +
  'bg-surface p-1 text-ink shadow-float';

export const menuLine = 'mx-1 my-1 h-px bg-line';
