import { Locate } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEditor, useValue } from 'tldraw';
import { Button } from '#components/ui/button.tsx';
import { nearShapesOf } from '../near-shapes.ts';
import { useControls } from './controls-context.tsx';

/** The way back for whoever moved the view off everything there is. */
export function BackToContent() {
  const t = useTranslations('canvas.view');
  const editor = useEditor();
  const isLost = useValue('nothing in sight', () => nearShapesOf(editor).isOutOfSight, [editor]);
  const { commands } = useControls();
  if (!isLost) return null;
  return (
    <div className="absolute inset-x-0 top-4 flex justify-center">
      <Button
        size="sm"
        className="pointer-events-auto shadow-float"
        icon={<Locate aria-hidden />}
        onClick={commands.fit.run}
      >
        {t('backToContent')}
      </Button>
    </div>
  );
}
