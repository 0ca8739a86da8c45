import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { boardView } from '#board/api/boards.ts';
import { callApi } from '#components/api/call-api.ts';
import { useProblemWords } from '#components/forms/problem-words.ts';
import { useToast } from '#components/ui/toast.tsx';

interface Props {
  boardId: string;
  title: string;
  mayRename: boolean;
}

/** The board's name; a press on it lets those who may write another. */
export function BoardTitle({ boardId, title, mayRename }: Props) {
  const t = useTranslations('board');
  const [typing, setTyping] = useState(false);
  // What was just chosen, until the document says so too.
  const [chosen, setChosen] = useState<{ next: string; was: string } | null>(null);
  const say = useToast();
  const words = useProblemWords();
  const shown = chosen && chosen.was === title ? chosen.next : title;

  async function rename(typed: string) {
    setTyping(false);
    const next = typed.trim();
    if (next === '' || next === shown) return;
    setChosen({ next, was: title });
    const answer = await callApi({
      method: 'PATCH',
      path: `/boards/${boardId}`,
      body: { title: next },
      view: boardView,
    });
    if (answer.ok) return;
    setChosen(null);
    say({ tone: 'bad', text: words(answer.problem) });
  }

  if (typing) return <TitleField title={shown} onDone={(next) => void rename(next)} />;
  if (!mayRename) return <h1 className="min-w-0 truncate px-2 text-16 font-semibold">{shown}</h1>;
  return (
    <h1 className="min-w-0">
      <button
        type="button"
        title={t('rename')}
        onClick={() => setTyping(true)}
        className="block max-w-full truncate rounded-chip px-2 py-1 text-16 font-semibold hover:bg-hover"
      >
        {shown}
      </button>
    </h1>
  );
}

function TitleField({ title, onDone }: { title: string; onDone: (next: string) => void }) {
  const t = useTranslations('board');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <input
      ref={field}
      aria-label={t('rename')}
      defaultValue={title}
      maxLength={120}
      onBlur={(event) => onDone(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        else if (event.key === 'Escape') onDone(title);
      }}
      className="w-80 max-w-full min-w-0 rounded-chip border border-focus bg-surface px-2 py-1 text-16 font-semibold"
    />
  );
}
