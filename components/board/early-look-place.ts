/** The id of the element that shows a board before the page has loaded. */
export const EARLY_LOOK = 'early-look';

export function earlyLookPlace(): HTMLElement | null {
  return document.getElementById(EARLY_LOOK);
}

/** The page shows the board itself from now on, or says why it cannot. */
export function endEarlyLook(): void {
  const place = earlyLookPlace();
  if (!place) return;
  place.dataset['over'] = '';
  place.replaceChildren();
}
