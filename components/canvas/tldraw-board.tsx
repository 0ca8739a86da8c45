import { getAssetUrlsByMetaUrl } from '@tldraw/assets/urls';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { TldrawEditor } from 'tldraw';
import type { Editor, TLStateNodeConstructor } from 'tldraw';
import { useToast } from '#components/ui/toast.tsx';
import type { BoardCanvasProps } from './board-canvas.tsx';
import type { CanvasSession } from './canvas-session.ts';
import type { World } from './canvas-world.tsx';
import { linkToCard } from './card-link.ts';
import { CardTools } from './card-tools.ts';
import type { CommandDeeds } from './controls/board-commands.ts';
import { BoardControls } from './controls/board-controls.tsx';
import { BoardMenu } from './controls/board-menu.tsx';
import { ControlsProvider } from './controls/controls-context.tsx';
import { ShortcutSheet } from './controls/shortcut-sheet.tsx';
import { MountedCanvas } from './mounted-canvas.ts';
import { NearCanvas } from './near-canvas.tsx';
import type { PictureTrouble } from './take-pictures.ts';
import {
  bindingUtils,
  components,
  drawingTools,
  options,
  shapeUtils,
  textOptions,
} from './tldraw-parts.ts';
import { TldrawWords } from './tldraw-words.tsx';
import { useBoardUser } from './use-board-user.ts';
import { useNextCycle } from './use-next-cycle.ts';

const { fonts } = getAssetUrlsByMetaUrl();
const assetUrls = { fonts };

interface Props extends BoardCanvasProps {
  readonly session: CanvasSession;
}

/** tldraw's editor with our cards, tools and controls, and without its own. */
export function TldrawBoard(props: Props) {
  const { session, world, locale, canvas, licenseKey } = props;
  const [sheet, setSheet] = useState(false);
  const openSheet = useCallback(() => setSheet(true), []);
  const deeds = useCommandDeeds();
  const tools = useCardTools(world);
  const user = useBoardUser(world.person, locale);
  const [mounted, onMount] = useMountedCanvas(props, openSheet);

  useEffect(() => mounted?.goTo(canvas), [mounted, canvas]);

  return (
    <TldrawWords>
      <TldrawEditor
        initialState="select"
        store={session.store}
        user={user}
        shapeUtils={shapeUtils}
        bindingUtils={bindingUtils}
        tools={tools}
        components={components}
        textOptions={textOptions}
        options={options}
        assetUrls={assetUrls}
        onMount={onMount}
        {...(licenseKey && { licenseKey })}
      >
        <ControlsProvider deeds={deeds}>
          <BoardMenu surface={<NearCanvas />} />
          <BoardControls />
        </ControlsProvider>
      </TldrawEditor>
      <ShortcutSheet open={sheet} onClose={() => setSheet(false)} />
    </TldrawWords>
  );
}

function useCommandDeeds(): CommandDeeds {
  const t = useTranslations('canvas.tools');
  const say = useToast();
  return useMemo(
    () => ({
      copyLink: (recordId) => {
        void navigator.clipboard
          .writeText(linkToCard(recordId))
          .then(() => say({ text: t('linkCopied') }));
      },
    }),
    [say, t],
  );
}

function useCardTools(world: World): readonly TLStateNodeConstructor[] {
  const [tools] = useState(() => new CardTools(world));
  useEffect(() => tools.follow(world), [tools, world]);
  return useMemo(() => [...drawingTools, ...tools.all], [tools]);
}

function useMountedCanvas(
  { session, world, awareness, viewKey, canvas, onReady, onCanvas }: Props,
  onShortcuts: () => void,
): [MountedCanvas | undefined, (editor: Editor) => () => void] {
  const { person } = world;
  const t = useTranslations('canvas.picture');
  const startNextCycle = useNextCycle(world);
  const say = useToast();
  const [mounted, setMounted] = useState<MountedCanvas>();
  const onPictureTrouble = (why: PictureTrouble): void => say({ tone: 'bad', text: t(why) });
  const now = { canvas, onReady, onCanvas, world, onPictureTrouble, startNextCycle };
  const latest = useRef(now);
  useEffect(() => {
    latest.current = now;
  });
  const onMount = useCallback(
    (editor: Editor) => {
      const made = new MountedCanvas({
        editor,
        session,
        person,
        awareness,
        viewKey,
        enterLane: () => latest.current.world.deeds?.enterLane,
        onNextCycle: (card) => latest.current.startNextCycle(editor, card),
        onShortcuts,
        onPictureTrouble: (why) => latest.current.onPictureTrouble(why),
        onCanvas: (shown) => latest.current.onCanvas?.(shown),
      });
      made.start();
      made.goTo(latest.current.canvas);
      made.followPages();
      setMounted(made);
      latest.current.onReady?.(made.handle);
      return () => {
        latest.current.onReady?.(null);
        made.stop();
        setMounted(undefined);
      };
    },
    [session, awareness, person, viewKey, onShortcuts],
  );
  return [mounted, onMount];
}
