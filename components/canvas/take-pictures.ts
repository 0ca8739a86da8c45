import { defaultHandleExternalFileAsset, defaultHandleExternalFileContent } from 'tldraw';
import type { Editor } from 'tldraw';
import { imageTypes, MAX_IMAGE_BYTES, MAX_IMAGE_SIDE } from '#board/image-address.ts';

/** Why a picture was not put down. */
export type PictureTrouble = 'tooMany' | 'tooLarge' | 'notTaken' | 'wrongKind';

const troubles: Readonly<Record<string, PictureTrouble>> = {
  'assets.files.amount-too-big': 'tooMany',
  'assets.files.size-too-big': 'tooLarge',
  'assets.files.upload-failed': 'notTaken',
  'assets.files.type-not-allowed': 'wrongKind',
};

/** Pictures that are pasted, dropped or picked go to our server and on the board. */
export function takePictures(editor: Editor, onTrouble: (why: PictureTrouble) => void): void {
  type Options = Parameters<typeof defaultHandleExternalFileContent>[2];
  const toasts = {
    addToast: ({ title = '' }: { title?: string }) => {
      onTrouble(troubles[title] ?? 'notTaken');
      return title;
    },
  };
  const handling = {
    acceptedImageMimeTypes: imageTypes,
    acceptedVideoMimeTypes: [],
    maxAssetSize: MAX_IMAGE_BYTES,
    maxImageDimension: MAX_IMAGE_SIDE,
    toasts: toasts as Options['toasts'],
    msg: (id?: string) => id ?? '',
  } as Options;
  editor.registerExternalAssetHandler('file', (asset) => {
    return defaultHandleExternalFileAsset(editor, asset, handling);
  });
  editor.registerExternalContentHandler('files', (content) => {
    void defaultHandleExternalFileContent(editor, content, handling);
  });
}
