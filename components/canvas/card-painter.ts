import { EffectScheduler } from 'tldraw';
import type { Editor } from 'tldraw';
import { nearShapesOf } from './near-shapes.ts';
import { paintCard } from './paint-card.ts';
import type { PaintDeps } from './paint-card.ts';

export interface CardPainterDeps extends Omit<PaintDeps, 'context'> {
  readonly editor: Editor;
  readonly canvas: HTMLCanvasElement;
}

/** Paints the cards that are too far away to be mounted, anew in each frame in which they change. */
export class CardPainter {
  readonly #deps: CardPainterDeps;
  readonly #frames: EffectScheduler<void>;
  #frame = 0;
  #blank = true;

  constructor(deps: CardPainterDeps) {
    this.#deps = deps;
    this.#frames = new EffectScheduler('paint cards', () => this.#paint(), {
      scheduleEffect: (paint) => {
        cancelAnimationFrame(this.#frame);
        this.#frame = requestAnimationFrame(paint);
      },
    });
  }

  start(): void {
    this.#frames.attach();
    this.#frames.execute();
  }

  stop(): void {
    this.#frames.detach();
    cancelAnimationFrame(this.#frame);
  }

  #paint(): void {
    const { editor, canvas } = this.#deps;
    const cards = nearShapesOf(editor).painted;
    const context = cards.length > 0 || !this.#blank ? canvas.getContext('2d') : null;
    if (!context) return;
    const { w, h } = editor.getViewportScreenBounds();
    const { devicePixelRatio: ratio } = editor.getInstanceState();
    resize(canvas, Math.round(w * ratio), Math.round(h * ratio));
    context.resetTransform();
    context.clearRect(0, 0, canvas.width, canvas.height);
    this.#blank = cards.length === 0;
    const { x, y, z } = editor.getCamera();
    const scale = z * ratio;
    for (const card of cards) {
      const { a, b, c, d, e, f } = editor.getShapePageTransform(card);
      context.setTransform(scale, 0, 0, scale, x * scale, y * scale);
      context.transform(a, b, c, d, e, f);
      paintCard({ ...this.#deps, context }, card, editor.getShapeGeometry(card).bounds);
    }
  }
}

function resize(canvas: HTMLCanvasElement, width: number, height: number): void {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}
