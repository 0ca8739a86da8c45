/** How tasks are shown; kept in the address, so that it can be sent and comes back. */
export type TasksShownAs = 'list' | 'board';

/** What an address asks for; anything it does not know is the list. */
export const asShown = (view: unknown): TasksShownAs => (view === 'board' ? 'board' : 'list');
