import { Avatar } from './avatar.tsx';

interface Props {
  id: string;
  person: { readonly id: string; readonly name: string };
  /** Enter chooses this one. */
  active: boolean;
  onChoose: () => void;
}

/** A person in a list that is chosen from while one types. */
export function PersonOption({ id, person, active, onChoose }: Props) {
  return (
    <li role="none">
      <button
        type="button"
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={active}
        // The press must not take the caret out of the text before the click has chosen.
        onPointerDown={(event) => event.preventDefault()}
        onClick={onChoose}
        className="flex min-h-9 w-full items-center gap-2 rounded-chip px-2 text-left hover:bg-hover aria-selected:bg-hover pointer-coarse:min-h-11"
      >
        <Avatar person={person} size="sm" named={false} />
        <span className="min-w-0 truncate">{person.name}</span>
      </button>
    </li>
  );
}
