import type { Editor } from 'tldraw';
import type { ActionCard, KnowledgeCard, NoteCard } from '#board/cards.ts';
import type { HelpAbout } from './canvas-world.tsx';
import type { LiveBoard } from './live-board.ts';

/** The one selected card that help can be asked for, and its words. [REV-7] */
export function helpAbout(editor: Editor, live: LiveBoard): HelpAbout | undefined {
  const card = editor.getOnlySelectedShape();
  if (!card) return undefined;
  if (isCard<NoteCard>(card, 'note-card')) return { id: card.id, text: card.props.text };
  if (isCard<ActionCard>(card, 'action-card')) {
    const { actionId: id } = card.props;
    return { id, text: live.actions.get(id)?.title ?? '' };
  }
  if (isCard<KnowledgeCard>(card, 'knowledge-card')) {
    const { itemId: id } = card.props;
    return { id, text: live.knowledge.get(id)?.topic ?? '' };
  }
  return undefined;
}

function isCard<T extends { type: string }>(shape: { type: string }, type: T['type']): shape is T {
  return shape.type === type;
}
