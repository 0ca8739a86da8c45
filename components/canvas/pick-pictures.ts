import type { Editor } from 'tldraw';
import { imageTypes } from '#board/image-address.ts';

/** Asks for pictures from the device and puts them in the middle of the view. */
export function pickPictures(editor: Editor): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.accept = imageTypes.join(',');
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])];
    if (files.length === 0) return;
    editor.markHistoryStoppingPoint('put down pictures');
    const point = editor.getViewportPageBounds().center;
    void editor.putExternalContent({ type: 'files', files, point, ignoreParent: false });
  });
  input.click();
}
