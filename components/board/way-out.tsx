import { LogIn, RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ErrorCode } from '#board/errors.ts';
import { Button } from '#components/ui/button.tsx';

const told = [
  'sign-in',
  'no-right',
  'not-found',
  'read-only',
  'epoch-changed',
  'too-large',
  'damaged',
  'foreign-id',
] as const;
export type Told = (typeof told)[number];

/** The reason in the words that there are for it. */
export function toldReason(reason: ErrorCode): Told {
  if (reason === 'invalid') return 'damaged';
  return told.find((known) => known === reason) ?? 'no-right';
}

interface Props {
  boardId: string;
  reason: Told;
  onResume: () => void;
  onReopen: () => void;
}

/** What a person can do about it. */
export function WayOut({ boardId, reason, onResume, onReopen }: Props): ReactNode {
  const t = useTranslations('board.trouble');
  switch (reason) {
    case 'sign-in':
      return (
        <>
          <Button asChild variant="primary">
            {/* Another tab: this one keeps the board open, and goes on when that one has signed in. */}
            <a
              href={`/sign-in?next=${encodeURIComponent(`/boards/${boardId}`)}`}
              target="_blank"
              rel="noopener"
            >
              <LogIn aria-hidden className="size-4" />
              {t('signIn')}
            </a>
          </Button>
          <Again words={t('resume')} onClick={onResume} />
        </>
      );
    case 'epoch-changed':
    case 'damaged':
    case 'foreign-id':
      return <Again words={t('reopen')} onClick={onReopen} />;
    case 'read-only':
      return <Again words={t('look')} onClick={onResume} />;
    case 'no-right':
    case 'not-found':
    case 'too-large':
      return <Again words={t('again')} onClick={onResume} />;
  }
}

function Again({ words, onClick }: { words: string; onClick: () => void }) {
  return (
    <Button icon={<RotateCcw aria-hidden className="size-4" />} onClick={onClick}>
      {words}
    </Button>
  );
}
