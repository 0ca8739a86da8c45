import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { DefaultBackground, useEditor } from 'tldraw';
import { useShownTheme } from '#components/theme/use-theme.ts';
import { CardPainter } from './card-painter.ts';

/** The page under the shapes, with the cards on it that are seen from far. */
export function CardPainting() {
  const editor = useEditor();
  const theme = useShownTheme();
  const word = useTranslations('words.zone');
  const place = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = place.current;
    if (!canvas) return;
    const painter = new CardPainter({
      editor,
      canvas,
      colors: colorsOf(canvas),
      typefaces: getComputedStyle(canvas).fontFamily,
      titleOf: ({ props }) => props.title || word(props.kind),
    });
    painter.start();
    return () => painter.stop();
  }, [editor, theme, word]);
  return (
    <>
      <DefaultBackground />
      <canvas ref={place} aria-hidden className="pointer-events-none absolute inset-0 size-full" />
    </>
  );
}

/** Looks each colour up once: `light-dark()` is only worked out where a property uses it. */
function colorsOf(element: HTMLElement): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const color = known.get(name) ?? lookUp(element, name);
    known.set(name, color);
    return color;
  };
}

function lookUp(element: HTMLElement, name: string): string {
  element.style.color = `var(--${name})`;
  return getComputedStyle(element).color;
}
