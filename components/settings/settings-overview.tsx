import { useTranslations } from 'next-intl';
import type { RetentionView } from '#board/api/organisation.ts';
import type { MeView, TokenView } from '#board/api/people.ts';
import type { CalendarFeedView, PreferencesView } from '#board/api/preferences.ts';
import { PageHead } from '#components/frame/page-head.tsx';
import { Section } from '#components/frame/section.tsx';
import { ThemeSwitch } from '#components/theme/theme-switch.tsx';
import { CalendarFeed } from './calendar-feed.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { MailChoice } from './mail-choice.tsx';
import { NewCalendar } from './new-calendar.tsx';
import { NewToken } from './new-token.tsx';
import { PasswordForm } from './password-form.tsx';
import { ProfileForm } from './profile-form.tsx';
import { RetentionForm } from './retention-form.tsx';
import { SignOutEverywhere } from './sign-out-everywhere.tsx';
import { TokenList } from './token-list.tsx';
import { ZoneChoice } from './zone-choice.tsx';

interface Props {
  me: MeView;
  tokens: readonly TokenView[];
  preferences: PreferencesView;
  feed: CalendarFeedView;
  /** Null for those who do not keep the installation. */
  retention: RetentionView | null;
  /** Every time zone to choose from. */
  zones: readonly string[];
}

export function SettingsOverview({ me, tokens, preferences, feed, retention, zones }: Props) {
  const t = useTranslations('settings');
  return (
    <div className="mx-auto max-w-2xl">
      <PageHead title={t('title')} />
      <div className="flex flex-col gap-8 *:border-t *:border-line *:pt-8">
        <Section title={t('profile.title')}>
          <ProfileForm key={me.name} me={me} />
        </Section>
        <Section title={t('language.title')}>
          <LanguageChoice locale={me.locale} />
        </Section>
        <Section title={t('mails.title')} hint={t('mails.hint')}>
          <MailChoice preferences={preferences} />
          <ZoneChoice preferences={preferences} zones={zones} />
        </Section>
        <Section
          title={t('calendar.title')}
          hint={t('calendar.hint')}
          action={<NewCalendar replaces={feed.madeAt !== null} />}
        >
          {feed.madeAt !== null && <CalendarFeed madeAt={feed.madeAt} readAt={feed.readAt} />}
        </Section>
        <Section title={t('theme')}>
          <div>
            <ThemeSwitch label={t('theme')} />
          </div>
        </Section>
        <Section title={t('password.title')}>
          <PasswordForm email={me.email} />
        </Section>
        <Section title={t('tokens.title')} hint={t('tokens.hint')} action={<NewToken />}>
          {tokens.length > 0 && <TokenList tokens={tokens} />}
        </Section>
        {retention && (
          <Section title={t('retention.title')} hint={t('retention.intro')}>
            <RetentionForm retention={retention} />
          </Section>
        )}
        <Section title={t('sessions.title')} hint={t('sessions.hint')}>
          <SignOutEverywhere />
        </Section>
      </div>
    </div>
  );
}
