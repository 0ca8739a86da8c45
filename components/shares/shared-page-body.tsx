import { useTranslations } from 'next-intl';
import type { CanvasWords } from '#board/board-words.ts';
import { Moment } from '#components/time/moment.tsx';
import { CanvasText } from './canvas-text.tsx';

interface Props {
  boardTitle: string;
  title: string;
  takenAt: string;
  expiresAt: string;
  canvases: readonly CanvasWords[];
  /** Where its picture is. */
  picture: string;
}

/** One snapshot for whoever has a link to it: its picture, and what it says. */
export function SharedPageBody(props: Props) {
  const { boardTitle, title, takenAt, expiresAt, canvases, picture } = props;
  const t = useTranslations('shared');
  return (
    <article data-wide className="flex flex-col gap-8">
      <header className="flex flex-col gap-1">
        <h1 className="text-28 font-semibold wrap-anywhere">{boardTitle}</h1>
        {title && <p className="wrap-anywhere">{title}</p>}
        <p className="text-soft">{t.rich('taken', { moment: () => <Moment at={takenAt} /> })}</p>
      </header>
      <a href={picture} className="group flex flex-col gap-2 rounded-card">
        <img
          src={picture}
          alt={t('picture')}
          className="w-full rounded-card border border-line bg-sunken"
        />
        <span className="text-12 text-soft group-hover:underline">{t('enlarge')}</span>
      </a>
      <section className="flex flex-col gap-6">
        <h2 className="text-20 font-semibold">{t('words')}</h2>
        {canvases.map((canvas) => (
          <CanvasText key={canvas.canvas} canvas={canvas} />
        ))}
      </section>
      <p className="border-t border-line pt-4 text-12 text-soft">
        {t.rich('until', { moment: () => <Moment at={expiresAt} /> })}
      </p>
    </article>
  );
}
