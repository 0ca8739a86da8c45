import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { PlainMessage } from '#components/frame/plain-message.tsx';
import { Button } from '#components/ui/button.tsx';

export default function NotFound() {
  const t = useTranslations('app.notFound');
  return (
    <PlainMessage
      title={t('title')}
      text={t('text')}
      action={
        <Button asChild variant="primary">
          <Link href="/">{t('back')}</Link>
        </Button>
      }
    />
  );
}
