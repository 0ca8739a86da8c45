import { useTranslations } from 'next-intl';
import { Avatar } from '#components/ui/avatar.tsx';

interface Person {
  readonly id: string;
  readonly name: string;
}

interface Props {
  id: string;
  people: readonly Person[];
  active: Person;
  onChoose: (person: Person) => void;
}

/** The people whose name begins like what was typed. */
export function MentionChoice({ id, people, active, onChoose }: Props) {
  const t = useTranslations('comments');
  return (
    <ul
      id={id}
      role="listbox"
      aria-label={t('people')}
      className="absolute top-full left-0 z-(--z-menu) mt-1 w-72 max-w-full animate-float rounded-card border border-line bg-surface p-1 shadow-float"
    >
      {people.map((person) => (
        <li key={person.id} role="none">
          <button
            type="button"
            id={`${id}-${person.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={person === active}
            // The press must not take the caret out of the text before the click has chosen.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(person)}
            className="flex min-h-9 w-full items-center gap-2 rounded-chip px-2 text-left hover:bg-hover aria-selected:bg-hover pointer-coarse:min-h-11"
          >
            <Avatar person={person} size="sm" named={false} />
            <span className="min-w-0 truncate">{person.name}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
