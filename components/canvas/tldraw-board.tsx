import { getAssetUrlsByMetaUrl } from '@tldraw/assets/urls';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { tipTapDefaultExtensions, Tldraw } from 'tldraw';
import type { Editor, TLComponents, TLStateNodeConstructor } from 'tldraw';
import { useToast } from '#components/ui/toast.tsx';
import { ActionCardUtil } from './action-card-shape.tsx';
import type { BoardCanvasProps } from './board-canvas.tsx';
import type { CanvasSession } from './canvas-session.ts';
import type { World } from './canvas-world.tsx';
import { CardTools } from './card-tools.ts';
import { ContextMenu } from './context-menu.tsx';
import { KnowledgeCardUtil } from './knowledge-card-shape.tsx';
import { MeasureCardUtil } from './measure-card-shape.tsx';
import { MountedCanvas } from './mounted-canvas.ts';
import { NoteCardUtil } from './note-card-shape.tsx';
import { quietSetContent } from './quiet-set-content.ts';
import { SelectionBar } from './selection-bar.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { Toolbar } from './toolbar.tsx';
import { useBoardUser } from './use-board-user.ts';
import { useUiOverrides } from './ui-overrides.ts';
import { ViewControls } from './view-controls.tsx';
import { ZoneUtil } from './zone-shape.tsx';

// Outside the component: tldraw starts anew when one of these is another object.
const shapeUtils = [NoteCardUtil, ActionCardUtil, KnowledgeCardUtil, MeasureCardUtil, ZoneUtil];
const assetUrls = getAssetUrlsByMetaUrl();
const textOptions = {
  tipTapConfig: { extensions: [...tipTapDefaultExtensions, quietSetContent] },
};
const options = { maxPages: 10 };
const components: TLComponents = {
  ContextMenu,
  Toolbar,
  NavigationPanel: ViewControls,
  InFrontOfTheCanvas: SelectionBar,
  ActionsMenu: null,
  HelpMenu: null,
  ZoomMenu: null,
  MainMenu: null,
  StylePanel: null,
  PageMenu: null,
  KeyboardShortcutsDialog: null,
  QuickActions: null,
  DebugPanel: null,
  DebugMenu: null,
  MenuPanel: null,
  TopPanel: null,
  SharePanel: null,
  CursorChatBubble: null,
  ImageToolbar: null,
  VideoToolbar: null,
};

interface Props extends BoardCanvasProps {
  readonly session: CanvasSession;
}

/** The editor with our cards, tools and controls, and without what boards do not need. */
export function TldrawBoard(props: Props) {
  const { session, world, locale, canvas, licenseKey } = props;
  const [sheet, setSheet] = useState(false);
  const uiDeeds = useMemo(() => ({ openShortcuts: () => setSheet(true) }), []);
  const overrides = useUiOverrides(world, locale, uiDeeds);
  const tools = useCardTools(world);
  const user = useBoardUser(world.person, locale);
  const [mounted, onMount] = useMountedCanvas(props, uiDeeds.openShortcuts);

  useEffect(() => mounted?.goTo(canvas), [mounted, canvas]);

  return (
    <>
      <Tldraw
        store={session.store}
        user={user}
        shapeUtils={shapeUtils}
        tools={tools}
        components={components}
        overrides={overrides}
        textOptions={textOptions}
        options={options}
        assetUrls={assetUrls}
        onMount={onMount}
        {...(licenseKey && { licenseKey })}
      />
      <ShortcutSheet open={sheet} onClose={() => setSheet(false)} />
    </>
  );
}

function useCardTools(world: World): readonly TLStateNodeConstructor[] {
  const [tools] = useState(() => new CardTools(world));
  useEffect(() => tools.follow(world), [tools, world]);
  return tools.all;
}

function useMountedCanvas(
  { session, world, awareness, viewKey, canvas, onReady }: Props,
  onShortcuts: () => void,
): [MountedCanvas | undefined, (editor: Editor) => () => void] {
  const { person } = world;
  const t = useTranslations('canvas');
  const say = useToast();
  const [mounted, setMounted] = useState<MountedCanvas>();
  const latest = useRef({ canvas, onReady });
  useEffect(() => {
    latest.current = { canvas, onReady };
  });
  const onMount = useCallback(
    (editor: Editor) => {
      const onFilesRefused = () => say({ tone: 'bad', text: t('noFiles') });
      const made = new MountedCanvas({
        editor,
        session,
        person,
        awareness,
        viewKey,
        onFilesRefused,
        onShortcuts,
      });
      made.start();
      made.goTo(latest.current.canvas);
      setMounted(made);
      latest.current.onReady?.(made.handle);
      return () => {
        latest.current.onReady?.(null);
        made.stop();
        setMounted(undefined);
      };
    },
    [session, awareness, person, viewKey, onShortcuts, say, t],
  );
  return [mounted, onMount];
}
