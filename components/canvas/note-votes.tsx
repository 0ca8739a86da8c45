import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { OPEN_ROUND, setVotes } from '#board/votes.ts';
import { useWorld } from './canvas-world.tsx';
import { useVotes } from './use-votes.ts';
import { VoteDots } from './vote-dots.tsx';

interface Props {
  recordId: string;
  /** Somebody points at the note, so that an empty mark may ask for a vote. */
  asked: boolean;
}

/** The votes on a note, at its corner; a press gives mine or takes it back. */
export function NoteVotes({ recordId, asked }: Props) {
  const t = useTranslations('card.note');
  const { live, person, writable } = useWorld();
  const { total, mine } = useVotes(live, recordId, person.id);
  if (total === 0 && !(asked && writable)) return null;
  const vote = () => {
    const { board } = live;
    board.doc.transact(() => setVotes(board, OPEN_ROUND, recordId, person.id, mine > 0 ? 0 : 1));
  };
  return (
    <button
      type="button"
      tabIndex={-1}
      disabled={!writable}
      aria-pressed={mine > 0}
      aria-label={t('vote', { total })}
      className={clsx(
        'pointer-events-auto absolute -top-3 right-2 flex h-7 items-center rounded-full border border-control/50 px-2',
        mine > 0 ? 'bg-accent-pale text-accent' : 'bg-surface text-soft',
      )}
      // On a card the press would start to drag it.
      onPointerDown={(event) => event.stopPropagation()}
      onClick={vote}
    >
      <VoteDots total={total} mine={mine} />
    </button>
  );
}
