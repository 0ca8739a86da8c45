import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';

export function GuestHome({ name }: { name: string }) {
  const t = useTranslations('home');
  return (
    <EmptyState
      action={
        <Button asChild>
          <Link href="/sign-in">{t('signIn')}</Link>
        </Button>
      }
    >
      {t('guest', { name })}
    </EmptyState>
  );
}
