'use client';

import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { TeamView } from '#board/api/teams.ts';
import { optionalText, text } from '#components/forms/form-values.ts';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { learnedPath } from './learned-path.ts';
import type { LearnedQuery } from './learned-path.ts';

interface Props {
  teams: readonly TeamView[];
  query: LearnedQuery;
}

/** A plain form: it works before any script has loaded, and the address says what was searched for. */
export function LearningSearch({ teams, query }: Props) {
  const t = useTranslations('learned');
  const router = useRouter();
  return (
    <form
      role="search"
      action="/learned"
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget);
        const q = text(typed, 'q').trim();
        router.push(learnedPath({ q, team: optionalText(typed, 'team') }));
      }}
    >
      <div className="min-w-0 grow basis-48">
        <Field label={t('search')}>
          <TextInput
            name="q"
            type="search"
            defaultValue={query.q}
            maxLength={200}
            placeholder={t('searchHint')}
          />
        </Field>
      </div>
      {teams.length > 1 && (
        <Field label={t('team')}>
          <Select name="team" defaultValue={query.team ?? ''}>
            <option value="">{t('allTeams')}</option>
            {teams.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Button type="submit" icon={<Search aria-hidden className="size-4" />}>
        {t('find')}
      </Button>
    </form>
  );
}
