import { useTranslations } from 'next-intl';
import { canvases } from '#board/canvases.ts';
import { zoneKinds } from '#board/cards.ts';

/** The name of a field or a canvas: the team's own title for it as it is, a kind in the reader's words. */
export function useZoneWord(): (zone: string) => string {
  const zoneWord = useTranslations('words.zone');
  const canvasWord = useTranslations('words.canvas');
  return (zone) => {
    const kind = zoneKinds.find((known) => known === zone);
    const canvas = canvases.find((known) => known === zone);
    return kind ? zoneWord(kind) : canvas ? canvasWord(canvas) : zone;
  };
}
