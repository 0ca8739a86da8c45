import { useTranslations } from 'next-intl';
import { useEditor, useValue } from 'tldraw';

/** How much shines through what is drawn, from nearly all to nothing. */
export function Opacity() {
  const t = useTranslations('canvas.style');
  const editor = useEditor();
  const shared = useValue('opacity', () => editor.getSharedOpacity(), [editor]);
  const opacity = shared.type === 'shared' ? shared.value : 1;
  return (
    <input
      type="range"
      min={0.1}
      max={1}
      step={0.1}
      value={opacity}
      aria-label={t('opacity')}
      className="mx-1 h-8 accent-accent pointer-coarse:h-11"
      onPointerDown={() => void editor.markHistoryStoppingPoint('opacity')}
      onChange={(event) => {
        const value = Number(event.target.value);
        editor.run(() => {
          if (editor.isIn('select')) editor.setOpacityForSelectedShapes(value);
          editor.setOpacityForNextShapes(value);
        });
      }}
    />
  );
}
