import { useTranslations } from 'next-intl';
import { PersonOption } from '#components/ui/person-option.tsx';

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
        <PersonOption
          key={person.id}
          id={`${id}-${person.id}`}
          person={person}
          active={person === active}
          onChoose={() => onChoose(person)}
        />
      ))}
    </ul>
  );
}
