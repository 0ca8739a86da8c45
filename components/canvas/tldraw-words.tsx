import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { AssetUrlsProvider, TldrawUiTranslationProvider } from 'tldraw';

const corners = ['top-left', 'top-right', 'bottom-right', 'bottom-left'] as const;
const sides = ['top', 'right', 'bottom', 'left'] as const;

// tldraw asks whether this address answers before it looks at the words it was given.
const assets = { icons: {}, embedIcons: {}, translations: { en: '/icon.svg' } };

/** tldraw's handles by name; its other words are not on screen here. */
export function TldrawWords({ children }: { children: ReactNode }) {
  const t = useTranslations('canvas.handle');
  const overrides = useMemo(() => {
    const place = (at: (typeof corners | typeof sides)[number]): string => t(`at.${at}`);
    const words = [...corners, ...sides].flatMap((at) => [
      [`handle.resize-${at}`, t('resize', { at: place(at) })],
      [`handle.crop.${at}`, t('crop', { at: place(at) })],
    ]);
    const turns = corners.map((at) => [
      `handle.rotate.${at.replace('-', '_')}_rotate`,
      t('rotate', { at: place(at) }),
    ]);
    const touch = ['handle.rotate.mobile_rotate', t('rotateHere')];
    return { en: Object.fromEntries([...words, ...turns, touch]) as Record<string, string> };
  }, [t]);
  return (
    <AssetUrlsProvider assetUrls={assets}>
      {/* Always `en`, whose words are replaced: for any other, tldraw loads a file. */}
      <TldrawUiTranslationProvider locale="en" overrides={overrides}>
        {children}
      </TldrawUiTranslationProvider>
    </AssetUrlsProvider>
  );
}
