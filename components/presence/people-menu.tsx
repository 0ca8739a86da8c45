import { Eye, Hand, Megaphone, Navigation, VenetianMask } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Avatar, AvatarStack } from '#components/ui/avatar.tsx';
import { Button } from '#components/ui/button.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Popover } from '#components/ui/popover.tsx';
import type { PersonHere } from './signals.ts';

export interface PeopleDeeds {
  /** Left out where there is no canvas to go to. */
  readonly goTo?: (personId: string) => void;
  readonly follow?: (personId: string | undefined) => void;
  readonly callEverybody?: () => void;
  readonly raiseHand: (up: boolean) => void;
  readonly setCalm: (calm: boolean) => void;
}

interface Props {
  people: readonly PersonHere[];
  following: string | undefined;
  calm: boolean;
  deeds: PeopleDeeds;
}

const icon = 'size-4';

/** The faces of those who are here; pressed, what one can do together. */
export function PeopleMenu(props: Props) {
  const { people } = props;
  const t = useTranslations('presence');
  const hands = people.filter(({ handUp }) => handUp).length;
  return (
    <Popover
      label={t('title')}
      className="w-72 p-2"
      trigger={
        <button
          type="button"
          aria-label={t('open', { count: people.length, hands })}
          className="relative flex min-h-8 items-center rounded-card px-1 hover:bg-hover pointer-coarse:min-h-11"
        >
          <span aria-hidden className="max-sm:hidden">
            <AvatarStack people={people} max={4} size="sm" />
          </span>
          <span aria-hidden className="sm:hidden">
            <AvatarStack people={people} max={2} size="sm" />
          </span>
          {hands > 0 && (
            <span aria-hidden className="absolute -top-1 -right-1 text-14">
              ✋
            </span>
          )}
        </button>
      }
    >
      <Together {...props} />
    </Popover>
  );
}

function Together({ people, following, calm, deeds }: Props) {
  const t = useTranslations('presence');
  const [me, ...others] = people;
  return (
    <>
      <ul className="max-h-72 overflow-y-auto">
        {me && <Row person={me} note={t('you')} />}
        {others.map((person) => (
          <Row key={person.id} person={person}>
            {deeds.goTo && (
              <IconButton
                size="sm"
                label={t('goTo', { name: person.name })}
                icon={<Navigation aria-hidden className={icon} />}
                onClick={() => deeds.goTo?.(person.id)}
              />
            )}
            {deeds.follow && (
              <IconButton
                size="sm"
                label={t('follow', { name: person.name })}
                pressed={following === person.id}
                icon={<Eye aria-hidden className={icon} />}
                onClick={() => deeds.follow?.(following === person.id ? undefined : person.id)}
              />
            )}
          </Row>
        ))}
      </ul>
      {others.length === 0 && <p className="px-2 pb-2 text-soft">{t('alone')}</p>}
      <div className="mt-1 flex flex-col gap-1 border-t border-line pt-2">
        <Deed
          icon={<Hand aria-hidden className={icon} />}
          pressed={me?.handUp ?? false}
          onClick={() => deeds.raiseHand(!me?.handUp)}
        >
          {me?.handUp ? t('lowerHand') : t('raiseHand')}
        </Deed>
        {deeds.callEverybody && others.length > 0 && (
          <Deed icon={<Megaphone aria-hidden className={icon} />} onClick={deeds.callEverybody}>
            {t('callEverybody')}
          </Deed>
        )}
        <Deed
          icon={<VenetianMask aria-hidden className={icon} />}
          pressed={calm}
          onClick={() => deeds.setCalm(!calm)}
        >
          {t('calm')}
        </Deed>
      </div>
    </>
  );
}

interface RowProps {
  person: PersonHere;
  note?: string;
  children?: ReactNode;
}

function Row({ person, note, children }: RowProps) {
  const t = useTranslations('presence');
  return (
    <li className="flex min-h-9 items-center gap-2 px-2">
      <Avatar person={person} size="sm" named={false} />
      <span className="min-w-0 grow truncate">
        {person.name} {note && <span className="text-faint">{note}</span>}
      </span>
      {person.handUp && (
        <span role="img" aria-label={t('handUp')}>
          ✋
        </span>
      )}
      {children}
    </li>
  );
}

interface DeedProps {
  icon: ReactNode;
  pressed?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function Deed({ icon: sign, pressed, onClick, children }: DeedProps) {
  return (
    <Button
      size="sm"
      variant="quiet"
      {...(pressed !== undefined && { 'aria-pressed': pressed })}
      className="justify-start! aria-pressed:bg-accent-pale aria-pressed:text-accent"
      icon={sign}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}
