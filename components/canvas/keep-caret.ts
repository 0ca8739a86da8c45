import { spliceBetween } from '#board/merge-text.ts';

/** Shows `next` in the field with the caret where the person left it among their own words. */
export function showText(field: HTMLTextAreaElement, next: string): void {
  const change = spliceBetween(field.value, next);
  if (!change) return;
  const { selectionStart, selectionEnd, selectionDirection } = field;
  const moved = (offset: number): number => {
    if (offset <= change.at) return offset;
    if (offset >= change.at + change.remove) return offset + change.insert.length - change.remove;
    return change.at;
  };
  field.value = next;
  field.setSelectionRange(moved(selectionStart), moved(selectionEnd), selectionDirection);
}
