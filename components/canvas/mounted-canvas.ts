import { DefaultDashStyle, DefaultFontStyle, react, registerDefaultSideEffects } from 'tldraw';
import type { Editor } from 'tldraw';
import type { Awareness } from 'y-protocols/awareness';
import { canvasOf, pageOf } from '#board/canvases.ts';
import type { Canvas } from '#board/canvases.ts';
import type { CycleCard } from '#board/cards.ts';
import { canvasHandle } from './canvas-handle.ts';
import type { CanvasHandle } from './canvas-handle.ts';
import type { CanvasSession } from './canvas-session.ts';
import type { CanvasDeeds, Person } from './canvas-world.tsx';
import { commitAtMoments } from './commit-moments.ts';
import { noteOnDoubleClick } from './double-click.ts';
import { watchTabs } from './drop-on-tab.ts';
import { EditorScreen } from './editor-screen.ts';
import { registerHouseRules } from './house-rules.ts';
import { watchLanes } from './lane-drops.ts';
import { OwnView } from './own-view.ts';
import { registerPasting } from './pasting.ts';
import { hideWithWindow, PresenceBinding } from './presence-binding.ts';
import { fetchWhenReachedFor } from './rich-text/reach.ts';
import { browserSchedule } from './schedule.ts';
import type { PictureTrouble } from './take-pictures.ts';

interface Deps {
  readonly editor: Editor;
  readonly session: CanvasSession;
  readonly person: Person;
  /** Who else is here; a snapshot has nobody. */
  readonly awareness: Awareness | undefined;
  /** Under which name this person's place on the board is remembered. */
  readonly viewKey: string;
  /** Left out on a snapshot, where nothing is moved. */
  readonly enterLane: () => CanvasDeeds['enterLane'] | undefined;
  readonly onNextCycle: (card: CycleCard) => void;
  readonly onShortcuts: () => void;
  readonly onPictureTrouble: (why: PictureTrouble) => void;
  /** Another canvas is shown. */
  readonly onCanvas: (canvas: Canvas) => void;
}

/** All that an editor needs beside its store while it is on screen. */
export class MountedCanvas {
  readonly handle: CanvasHandle;
  readonly #deps: Deps;
  readonly #view: OwnView;
  #stops: (() => void)[] = [];

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#view = new OwnView(deps.editor, deps.viewKey);
    this.handle = canvasHandle(deps.editor, deps.onNextCycle);
  }

  start(): void {
    const { editor, session, person, enterLane, onShortcuts, onPictureTrouble } = this.#deps;
    const container = editor.getContainer();
    drawPlainly(editor);
    registerPasting(editor, onPictureTrouble);
    noteOnDoubleClick(editor);
    this.#view.start();
    this.#stops.push(
      () => this.#view.stop(),
      registerDefaultSideEffects(editor),
      session.binding.attach(new EditorScreen(editor)),
      registerHouseRules(editor, person),
      fetchWhenReachedFor(editor),
      watchLanes(editor, enterLane),
      watchTabs(editor),
      commitAtMoments(session.binding, container),
      onQuestionMark(container, onShortcuts),
      this.#startPresence(),
    );
  }

  stop(): void {
    for (const stop of this.#stops.splice(0).reverse()) stop();
  }

  /** From here on every other canvas that is shown is told. */
  followPages(): void {
    const { editor, onCanvas } = this.#deps;
    this.#stops.push(
      react('shown canvas', () => {
        const canvas = canvasOf(editor.getCurrentPageId());
        if (canvas) onCanvas(canvas);
      }),
    );
  }

  goTo(canvas: Canvas): void {
    this.#view.goTo(pageOf(canvas));
  }

  #startPresence(): () => void {
    const { session, awareness, person } = this.#deps;
    if (!awareness) return () => undefined;
    const deps = { store: session.store, awareness, person, schedule: browserSchedule };
    const presence = new PresenceBinding(deps);
    presence.start();
    const show = hideWithWindow(presence);
    return () => {
      show();
      presence.stop();
    };
  }
}

/** What is drawn beside the cards looks like them, not like a sketch. */
function drawPlainly(editor: Editor): void {
  editor.setStyleForNextShapes(DefaultFontStyle, 'sans');
  editor.setStyleForNextShapes(DefaultDashStyle, 'solid');
}

/** By the character, not the key: it lies elsewhere on every keyboard. */
function onQuestionMark(container: HTMLElement, act: () => void): () => void {
  const listen = (event: KeyboardEvent): void => {
    const typing =
      event.target instanceof HTMLElement &&
      event.target.matches('input, textarea, [contenteditable]');
    if (event.key === '?' && !typing && !event.ctrlKey && !event.metaKey) act();
  };
  container.addEventListener('keydown', listen);
  return () => container.removeEventListener('keydown', listen);
}
