'use client';

import { LogOut, Mail, Settings } from 'lucide-react';
import Link from 'next/link';
import { signOut } from 'next-auth/react';
import { useTranslations } from 'next-intl';
import type { MeView } from '#board/api/people.ts';
import { asTheme, themes } from '#components/theme/themes.ts';
import { useTheme } from '#components/theme/use-theme.ts';
import { Avatar } from '#components/ui/avatar.tsx';
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuLine } from '#components/ui/menu.tsx';

export function AccountMenu({ me }: { me: MeView }) {
  const t = useTranslations('accounts.menu');
  const themeWord = useTranslations('words.theme');
  const [theme, chooseTheme] = useTheme();
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={t('open', { name: me.name })}
          className="inline-flex size-10 shrink-0 items-center justify-center rounded-full hover:bg-hover pointer-coarse:size-11"
        >
          <Avatar person={me} named={false} />
        </button>
      }
    >
      <div className="px-2 pt-2 pb-1">
        <p className="truncate font-semibold">{me.name}</p>
        <p className="truncate text-12 text-faint">{me.email}</p>
      </div>
      <MenuLine />
      <MenuItem asChild>
        <Link href="/settings">
          <Settings aria-hidden className="size-4 text-soft" />
          {t('settings')}
        </Link>
      </MenuItem>
      {me.admin && (
        <MenuItem asChild>
          <Link href="/outbox">
            <Mail aria-hidden className="size-4 text-soft" />
            {t('outbox')}
          </Link>
        </MenuItem>
      )}
      <MenuLine />
      <MenuLabel>{t('theme')}</MenuLabel>
      <MenuChoice
        value={theme}
        options={themes.map((value) => ({ value, label: themeWord(value) }))}
        onChange={(value) => chooseTheme(asTheme(value))}
      />
      <MenuLine />
      <MenuItem
        icon={<LogOut aria-hidden className="size-4" />}
        onSelect={() => void signOut({ callbackUrl: '/sign-in' })}
      >
        {t('signOut')}
      </MenuItem>
    </Menu>
  );
}
