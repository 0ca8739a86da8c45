import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';

/** For a welcome or invite link that ran out, was used or was taken back. */
export function DeadLink() {
  const t = useTranslations('accounts.deadLink');
  return (
    <div className="flex flex-col items-start gap-4">
      <h1 className="text-20 font-semibold">{t('title')}</h1>
      <p className="text-soft">{t('text')}</p>
      <Button asChild>
        <Link href="/sign-in">{t('signIn')}</Link>
      </Button>
    </div>
  );
}
