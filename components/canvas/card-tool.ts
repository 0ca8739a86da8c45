import { StateNode } from 'tldraw';
import type {
  Editor,
  TLKeyboardEventInfo,
  TLShapeId,
  TLStateNodeConstructor,
  VecLike,
} from 'tldraw';
import { writeIn } from './write-in.ts';

type Make = (editor: Editor, middle: VecLike) => TLShapeId;

/** A tool that puts one card where is pressed, with the caret in it; Enter puts it in the middle. */
export function cardTool(id: string, make: Make): TLStateNodeConstructor {
  return class CardTool extends StateNode {
    static override id = id;

    override onEnter(): void {
      this.editor.setCursor({ type: 'cross', rotation: 0 });
    }

    override onPointerUp(): void {
      this.#place(this.editor.inputs.currentPagePoint);
    }

    override onKeyUp(info: TLKeyboardEventInfo): void {
      if (info.code === 'Enter') this.#place(this.editor.getViewportPageBounds().center);
    }

    override onCancel(): void {
      this.editor.setCurrentTool('select');
    }

    #place(middle: VecLike): void {
      const card = make(this.editor, middle);
      if (this.editor.getInstanceState().isToolLocked) return;
      this.editor.setCurrentTool('select');
      writeIn(this.editor, card);
    }
  };
}
