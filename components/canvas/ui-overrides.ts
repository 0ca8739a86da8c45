import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Editor, TLUiOverrides } from 'tldraw';
import type { Locale } from '#board/api/people.ts';
import { notesToActions } from './card-making.ts';
import type { World } from './canvas-world.tsx';
import { tldrawNl } from './tldraw-nl.ts';

/** tldraw's own tools that boards do without: our note takes the place of its note. */
const toolsLeftOut = ['note', 'embed', 'asset'];

const actionsLeftOut = [
  'edit-link',
  'insert-embed',
  'insert-media',
  'convert-to-bookmark',
  'convert-to-embed',
  'open-embed-link',
  'unlock-all',
  'toggle-debug-mode',
  'toggle-dark-mode',
  'print',
  'move-to-new-page',
  'flatten-to-image',
  'change-page-prev',
  'change-page-next',
  'image-replace',
  'video-replace',
  'download-original',
  'open-cursor-chat',
];

/** Keys for what boards have beside tldraw's own tools. */
export const cardKeys = { note: 'n', action: 'm', topic: 'w' } as const;

export interface UiDeeds {
  readonly openShortcuts: () => void;
}

/** tldraw's tools and actions as a board needs them, in the language of the page. */
export function useUiOverrides(world: World, locale: Locale, deeds: UiDeeds): TLUiOverrides {
  const t = useTranslations('canvas.tools');
  return useMemo(() => {
    const tool = (id: string, label: string, kbd: string, editor: Editor) => ({
      id,
      label,
      kbd,
      icon: 'dot',
      onSelect: () => void editor.setCurrentTool(id),
    });
    return {
      tools: (editor, tools) => ({
        ...without(tools, toolsLeftOut),
        'note-card': tool('note-card', 'board.note', cardKeys.note, editor),
        'action-card': {
          ...tool('action-card', 'board.action', cardKeys.action, editor),
          // One key: what is selected becomes an action, else the next press puts one down.
          onSelect: () => makeOrPlaceAction(editor, world),
        },
        'knowledge-card': tool('knowledge-card', 'board.topic', cardKeys.topic, editor),
      }),
      actions: (editor, actions) => ({
        ...without(actions, world.writable ? actionsLeftOut : [...actionsLeftOut, 'undo', 'redo']),
        'notes-to-actions': {
          id: 'notes-to-actions',
          label: 'board.notes-to-actions',
          onSelect: () => notesToActions(editor, world),
        },
        ...(actions['open-kbd-shortcuts'] && {
          'open-kbd-shortcuts': {
            ...actions['open-kbd-shortcuts'],
            onSelect: () => deeds.openShortcuts(),
          },
        }),
      }),
      translations: {
        [locale]: {
          ...(locale === 'nl' ? tldrawNl : {}),
          'board.note': t('note'),
          'board.action': t('action'),
          'board.topic': t('topic'),
          'board.notes-to-actions': t('notesToActions'),
        },
      },
    };
  }, [world, locale, deeds, t]);
}

function makeOrPlaceAction(editor: Editor, world: World): void {
  const notes = editor.getSelectedShapes().some(({ type }) => type === 'note-card');
  if (notes) notesToActions(editor, world);
  else editor.setCurrentTool('action-card');
}

function without<T>(items: Record<string, T>, left: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(items).filter(([id]) => !left.includes(id)));
}
