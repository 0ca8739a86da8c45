import { useTranslations } from 'next-intl';
import type { WaitingBoard } from '#board/api/inbox.ts';
import { Section } from '#components/frame/section.tsx';
import { WaitingList } from './waiting-list.tsx';

/** What a team showed and nobody answered, on its own page. */
export function WaitingOnTeam(props: { boards: readonly WaitingBoard[]; today: string }) {
  const t = useTranslations('inbox');
  return (
    <Section title={t('onTeam')} hint={t('onTeamHint')}>
      <WaitingList {...props} withoutTeam />
    </Section>
  );
}
