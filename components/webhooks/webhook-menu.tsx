'use client';

import { EllipsisVertical, KeyRound, Pencil, Power, Send, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { deliveryView, newWebhookView, webhookView } from '#board/api/webhooks.ts';
import type { WebhookView } from '#board/api/webhooks.ts';
import { useDeed } from '#components/forms/use-deed.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Menu, MenuItem } from '#components/ui/menu.tsx';
import { EditWebhook } from './edit-webhook.tsx';
import { RemoveWebhook } from './remove-webhook.tsx';
import { RenewedSecret } from './renewed-secret.tsx';

export function WebhookMenu({ webhook }: { webhook: WebhookView }) {
  const t = useTranslations('webhooks');
  const [dialog, setDialog] = useState<'edit' | 'remove' | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const { run } = useDeed();
  const path = `/webhooks/${webhook.id}`;
  const off = webhook.offReason !== null;
  const close = () => setDialog(null);

  const test = () =>
    run({ method: 'POST', path: `${path}/test`, view: deliveryView, said: t('deed.tested') });
  const turn = () => {
    const said = t(off ? 'deed.switchedOn' : 'deed.switchedOff');
    return run({ method: 'PATCH', path, body: { on: off }, view: webhookView, said });
  };
  async function renew() {
    const made = await run({ method: 'POST', path: `${path}/secret`, view: newWebhookView });
    if (made) setSecret(made.secret);
  }

  return (
    <>
      <Menu
        trigger={
          <IconButton
            label={t('list.more', { address: webhook.address })}
            size="sm"
            icon={<EllipsisVertical aria-hidden className="size-4" />}
          />
        }
      >
        <MenuItem
          disabled={off}
          icon={<Send aria-hidden className="size-4" />}
          onSelect={() => void test()}
        >
          {t('deed.test')}
        </MenuItem>
        <MenuItem
          icon={<Pencil aria-hidden className="size-4" />}
          onSelect={() => setDialog('edit')}
        >
          {t('edit.open')}
        </MenuItem>
        <MenuItem icon={<KeyRound aria-hidden className="size-4" />} onSelect={() => void renew()}>
          {t('deed.renew')}
        </MenuItem>
        <MenuItem icon={<Power aria-hidden className="size-4" />} onSelect={() => void turn()}>
          {t(off ? 'deed.switchOn' : 'deed.switchOff')}
        </MenuItem>
        <MenuItem
          danger
          icon={<Trash2 aria-hidden className="size-4" />}
          onSelect={() => setDialog('remove')}
        >
          {t('remove.open')}
        </MenuItem>
      </Menu>
      <EditWebhook webhook={webhook} open={dialog === 'edit'} onClose={close} />
      <RemoveWebhook webhook={webhook} open={dialog === 'remove'} onClose={close} />
      <RenewedSecret secret={secret} onClose={() => setSecret(null)} />
    </>
  );
}
