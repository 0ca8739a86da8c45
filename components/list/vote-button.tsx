import { useTranslations } from 'next-intl';
import { OPEN_ROUND, setVotes } from '#board/votes.ts';
import { useVotes } from '#components/canvas/use-votes.ts';
import { useWorld } from '#components/canvas/canvas-world.tsx';
import { VoteDots } from '#components/canvas/vote-dots.tsx';
import { useListTools } from './list-tools.tsx';

/** Gives a note this person's dot, or takes it back. */
export function VoteButton({ subject }: { subject: string }) {
  const t = useTranslations('card.note');
  const { live, person, writable } = useWorld();
  const { change } = useListTools();
  const { total, mine } = useVotes(live, subject, person.id);
  const vote = () => {
    change((board) => setVotes(board, OPEN_ROUND, subject, person.id, mine > 0 ? 0 : 1));
  };
  if (!writable) return total > 0 ? <VoteDots total={total} mine={mine} /> : null;
  return (
    <button
      type="button"
      aria-pressed={mine > 0}
      aria-label={t('vote', { total })}
      className="flex min-h-8 shrink-0 items-center rounded-chip px-1.5 hover:bg-hover/60 pointer-coarse:min-h-11"
      onClick={vote}
    >
      <VoteDots total={total} mine={mine} />
    </button>
  );
}
