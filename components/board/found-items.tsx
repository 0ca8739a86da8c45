import type { OutlineGroup } from '#board/outline.ts';
import { useHeadName } from '#components/list/use-head-name.ts';
import type { WordsOf } from '#components/list/item-words.ts';

interface Props {
  group: OutlineGroup;
  wordsOf: WordsOf;
  onShow: (recordId: string) => void;
}

/** The items under one heading, each a way to its card. */
export function FoundItems({ group: { head, items }, wordsOf, onShow }: Props) {
  const nameOf = useHeadName();
  if (items.length === 0) return null;
  return (
    <div className="mb-2">
      <h4 className="py-1 text-12 text-soft">{nameOf(head)}</h4>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              className="line-clamp-2 min-h-8 w-full rounded-chip px-2 py-1 text-left wrap-anywhere hover:bg-hover pointer-coarse:min-h-11"
              onClick={() => onShow(item.id)}
            >
              {wordsOf(item) || '…'}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
