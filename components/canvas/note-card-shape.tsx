import type { NoteCard } from '#board/cards.ts';
import { noteCardProps } from '#board/cards.ts';
import { NOTE_WIDTH, noteLayout } from '#board/note-layout.ts';
import { CardUtil } from './card-util.tsx';
import { NoteCardBody } from './note-card-body.tsx';

export class NoteCardUtil extends CardUtil<NoteCard> {
  static override type = 'note-card' as const;
  static override props = noteCardProps;

  override getDefaultProps(): NoteCard['props'] {
    return { w: NOTE_WIDTH, color: 'yellow', text: '' };
  }

  override heightOf({ props }: NoteCard): number {
    return noteLayout(props.text, props.w).height;
  }

  override canEdit(): boolean {
    return true;
  }

  override getText({ props }: NoteCard): string {
    return props.text;
  }

  override getAriaDescriptor({ props }: NoteCard): string {
    return props.text;
  }

  override component(card: NoteCard) {
    return <NoteCardBody card={card} />;
  }
}
