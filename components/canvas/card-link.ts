const MARK = '#card=';

/** The address of this board that shows a card. */
export function linkToCard(recordId: string): string {
  return `${location.origin}${location.pathname}${MARK}${encodeURIComponent(recordId)}`;
}

/** The card that this address shows; undefined when it names none. */
export function cardInLink(): string | undefined {
  return location.hash.startsWith(MARK)
    ? decodeURIComponent(location.hash.slice(MARK.length))
    : undefined;
}
