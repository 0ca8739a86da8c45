import { Map as MapIcon, Maximize, Minus, Plus, Redo2, Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { DefaultMinimap, useEditor, useValue } from 'tldraw';
import { IconButton } from '#components/ui/icon-button.tsx';
import { useWorld } from '../canvas-world.tsx';
import type { CommandId } from './board-commands.ts';
import type { Command } from './command.ts';
import { useControls } from './controls-context.tsx';
import { keyName } from './key-name.ts';

const small = 'size-4';

/** Back and forth, near and far, at the bottom left. */
export function ViewControls() {
  const t = useTranslations('canvas.view');
  const { writable } = useWorld();
  const [map, setMap] = useState(false);
  return (
    <div className="pointer-events-auto absolute bottom-2 left-2 flex flex-col items-start gap-2 font-sans @max-2xl:bottom-16">
      {map && (
        <div className="w-48 overflow-hidden rounded-card border border-line bg-surface pt-2 shadow-float @max-5xl:hidden">
          <DefaultMinimap />
        </div>
      )}
      <div
        role="toolbar"
        aria-label={t('label')}
        className="flex items-center rounded-card border border-line bg-surface p-0.5 shadow-paper"
      >
        {writable && <History />}
        <Zoom />
        <IconButton
          size="sm"
          side="top"
          label={t('map')}
          pressed={map}
          className="@max-5xl:hidden"
          icon={<MapIcon aria-hidden className={small} />}
          onClick={() => setMap((shown) => !shown)}
        />
      </div>
    </div>
  );
}

function History() {
  const t = useTranslations('canvas.view');
  const editor = useEditor();
  const canUndo = useValue('can undo', () => editor.getCanUndo(), [editor]);
  const canRedo = useValue('can redo', () => editor.getCanRedo(), [editor]);
  return (
    <>
      <Act
        id="undo"
        label={t('undo')}
        icon={<Undo2 aria-hidden className={small} />}
        off={!canUndo}
      />
      <Act
        id="redo"
        label={t('redo')}
        icon={<Redo2 aria-hidden className={small} />}
        off={!canRedo}
      />
      <span aria-hidden className="mx-0.5 h-5 w-px bg-line" />
    </>
  );
}

function Zoom() {
  const t = useTranslations('canvas.view');
  const editor = useEditor();
  const percent = useValue('zoom', () => Math.round(editor.getZoomLevel() * 100), [editor]);
  const { commands } = useControls();
  return (
    <>
      <Act
        id="zoom-out"
        label={t('zoomOut')}
        className="@max-5xl:hidden"
        icon={<Minus aria-hidden className={small} />}
      />
      <IconButton
        size="sm"
        side="top"
        label={t('actualSize', { percent })}
        shortcut="Shift+0"
        className="w-12! text-12 tabular-nums @max-5xl:hidden"
        icon={`${percent} %`}
        onClick={commands['actual-size'].run}
      />
      <Act
        id="zoom-in"
        label={t('zoomIn')}
        className="@max-5xl:hidden"
        icon={<Plus aria-hidden className={small} />}
      />
      <Act id="fit" label={t('fit')} icon={<Maximize aria-hidden className={small} />} />
    </>
  );
}

interface ActProps {
  id: CommandId;
  label: string;
  icon: ReactNode;
  off?: boolean;
  className?: string;
}

function Act({ id, label, icon, off = false, className }: ActProps) {
  const { keys, run }: Command = useControls().commands[id];
  return (
    <IconButton
      size="sm"
      side="top"
      label={label}
      {...(keys && { shortcut: keyName(keys) })}
      className={className}
      disabled={off}
      icon={icon}
      onPointerDown={(event) => event.preventDefault()}
      onClick={run}
    />
  );
}
