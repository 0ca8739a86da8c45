import { useTranslations } from 'next-intl';
import { Fragment, useRef } from 'react';
import type { ReactNode } from 'react';
import { useEditor, useMenuClipboardEvents, useValue } from 'tldraw';
import type { Editor, VecLike } from 'tldraw';
import { canvases, pageOf } from '#board/canvases.ts';
import {
  ContextItem,
  ContextLine,
  ContextMenu,
  ContextSubmenu,
} from '#components/ui/context-menu.tsx';
import { selectedNotes } from '../card-making.ts';
import { useWorld } from '../canvas-world.tsx';
import { helpAbout } from '../help-about.ts';
import type { CommandId } from './board-commands.ts';
import type { Command } from './command.ts';
import { useControls } from './controls-context.tsx';
import { keyName } from './key-name.ts';

const MENU = 'board menu';

/** Commands that are bars' and keys' alone are in no menu. */
type MenuCommand = Exclude<
  CommandId,
  'zoom-in' | 'zoom-out' | 'actual-size' | 'fit' | 'zoom-to-selection' | 'grid' | 'keep-tool'
>;

const aligning: readonly MenuCommand[][] = [
  ['align-left', 'align-center', 'align-right'],
  ['align-top', 'align-middle', 'align-bottom'],
  ['distribute-across', 'distribute-down'],
  ['stack-across', 'stack-down', 'tidy-up'],
];
const turning: readonly MenuCommand[][] = [['flip-across', 'flip-down', 'rotate-right']];
const ordering: readonly MenuCommand[][] = [['to-front', 'forward', 'backward', 'to-back']];

/** What a right click or a long press on the board offers. */
export function BoardMenu({ surface }: { surface: ReactNode }) {
  const editor = useEditor();
  const at = useRef<VecLike>({ x: 0, y: 0 });
  return (
    <ContextMenu
      surface={<div className="absolute inset-0">{surface}</div>}
      onOpenChange={(open) => {
        if (open) {
          at.current = editor.inputs.currentPagePoint.clone();
          opened(editor);
        } else {
          closed(editor);
        }
      }}
    >
      <Content pasteAt={() => at.current} />
    </ContextMenu>
  );
}

function opened(editor: Editor): void {
  editor.complete();
  editor.menus.addOpenMenu(MENU);
  // A long press has not selected what lies under the finger.
  if (!editor.getInstanceState().isCoarsePointer) return;
  const [under] = editor.getShapesAtPoint(editor.inputs.currentPagePoint, { hitInside: true });
  if (under && !editor.getSelectedShapeIds().includes(under.id)) editor.select(under);
}

function closed(editor: Editor): void {
  editor.menus.deleteOpenMenu(MENU);
  const only = editor.getOnlySelectedShape();
  if (only && editor.isShapeOrAncestorLocked(only)) editor.selectNone();
}

function Content({ pasteAt }: { pasteAt: () => VecLike }) {
  const editor = useEditor();
  const { writable } = useWorld();
  const selected = useValue('what is selected', () => selectionOf(editor), [editor]);
  if (!writable) return <Looking some={selected.count > 0} />;
  return (
    <>
      {selected.notes && <Row id="notes-to-actions" />}
      <AskForHelp />
      {selected.count > 0 && <Changing {...selected} />}
      <Clipboard some={selected.count > 0} pasteAt={pasteAt} />
      <ContextLine />
      <Row id="select-all" />
    </>
  );
}

/** For one card that help can be asked for. */
function AskForHelp() {
  const t = useTranslations('list');
  const editor = useEditor();
  const { deeds, live } = useWorld();
  const about = useValue('what help is for', () => helpAbout(editor, live), [editor, live]);
  const ask = deeds?.askForHelp;
  if (!ask || !about) return null;
  return <ContextItem onSelect={() => ask(about)}>{t('askHelp')}</ContextItem>;
}

function Looking({ some }: { some: boolean }) {
  return (
    <>
      {some && <Row id="copy-link" />}
      <Row id="select-all" />
    </>
  );
}

function Changing({ count, group, locked }: Selection) {
  const t = useTranslations('canvas.menu');
  const editor = useEditor();
  const elsewhere = useValue('other canvases', () => otherCanvases(editor), [editor]);
  return (
    <>
      <Row id="group-under-title" />
      {count > 1 && <Row id="group" />}
      {group && <Row id="ungroup" />}
      {count > 1 && <Submenu label={t('align')} parts={aligning} />}
      <Submenu label={t('turn')} parts={turning} />
      <Submenu label={t('order')} parts={ordering} />
      <Row id="lock" label={locked ? t('unlock') : undefined} />
      <ContextLine />
      <Row id="copy-link" />
      {elsewhere.map((id) => (
        <Row key={id} id={id} />
      ))}
      <ContextLine />
      <Row id="duplicate" />
      <Row id="remove" />
    </>
  );
}

function Clipboard({ some, pasteAt }: { some: boolean; pasteAt: () => VecLike }) {
  const t = useTranslations('canvas.menu');
  const { cut, copy, paste } = useMenuClipboardEvents();
  return (
    <>
      {some && (
        <>
          <ContextItem shortcut={keyName('ctrl+x,cmd+x')} onSelect={() => void cut('context-menu')}>
            {t('cut')}
          </ContextItem>
          <ContextItem
            shortcut={keyName('ctrl+c,cmd+c')}
            onSelect={() => void copy('context-menu')}
          >
            {t('copy')}
          </ContextItem>
        </>
      )}
      <ContextItem
        shortcut={keyName('ctrl+v,cmd+v')}
        onSelect={() => {
          void navigator.clipboard
            .read()
            .then((items) => paste(items, 'context-menu', pasteAt()))
            // Not allowed to read it: nothing was changed, and the keys still work.
            .catch(() => undefined);
        }}
      >
        {t('paste')}
      </ContextItem>
    </>
  );
}

function Submenu({ label, parts }: { label: string; parts: readonly MenuCommand[][] }) {
  return (
    <ContextSubmenu label={label}>
      {parts.map((ids, part) => (
        <Fragment key={ids[0]}>
          {part > 0 && <ContextLine />}
          {ids.map((id) => (
            <Row key={id} id={id} />
          ))}
        </Fragment>
      ))}
    </ContextSubmenu>
  );
}

function Row({ id, label }: { id: MenuCommand; label?: string | undefined }) {
  const t = useTranslations('canvas.command');
  const { keys, run }: Command = useControls().commands[id];
  return (
    <ContextItem shortcut={keys && keyName(keys)} onSelect={run}>
      {label ?? t(id)}
    </ContextItem>
  );
}

interface Selection {
  readonly count: number;
  readonly notes: boolean;
  readonly group: boolean;
  readonly locked: boolean;
}

function selectionOf(editor: Editor): Selection {
  const shapes = editor.getSelectedShapes();
  return {
    count: shapes.length,
    notes: selectedNotes(editor).length > 0,
    group: shapes.some(({ type }) => type === 'group'),
    locked: shapes.length > 0 && shapes.every(({ isLocked }) => isLocked),
  };
}

function otherCanvases(editor: Editor): readonly MenuCommand[] {
  const here = editor.getCurrentPageId();
  return canvases
    .filter((canvas) => pageOf(canvas) !== here && editor.getPage(pageOf(canvas)))
    .map((canvas) => `to-${canvas}` as const);
}
