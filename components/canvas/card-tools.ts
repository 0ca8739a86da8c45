import type { TLStateNodeConstructor } from 'tldraw';
import type { World } from './canvas-world.tsx';
import { makeAction, makeNote, makeTopic } from './card-making.ts';
import { cardTool } from './card-tool.ts';

/** Tools last as long as the editor; what they make belongs to the world of the moment. */
export class CardTools {
  readonly all: readonly TLStateNodeConstructor[];
  #world: World;

  constructor(world: World) {
    this.#world = world;
    this.all = [
      cardTool('note-card', makeNote),
      cardTool('action-card', (editor, middle) => makeAction(editor, this.#world, middle)),
      cardTool('knowledge-card', (editor, middle) => makeTopic(editor, this.#world, middle)),
    ];
  }

  follow(world: World): void {
    this.#world = world;
  }
}
