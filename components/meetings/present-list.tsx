import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import * as z from 'zod/mini';
import { meetingView } from '#board/api/meetings.ts';
import type { AttendeeView } from '#board/api/meetings.ts';
import { callApi } from '#components/api/call-api.ts';
import { FormProblem } from '#components/forms/form-problem.tsx';
import { text } from '#components/forms/form-values.ts';
import { useProblemWords } from '#components/forms/problem-words.ts';
import { useApiForm } from '#components/forms/use-api-form.ts';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { useToast } from '#components/ui/toast.tsx';

/** Who is there: seen on the board, or written down here. [MEET-6] */
export function PresentList({ meetingId }: { meetingId: string }) {
  const t = useTranslations('meetings.present');
  const say = useToast();
  const words = useProblemWords();
  const [present, setPresent] = useState<readonly AttendeeView[]>([]);
  const path = `/meetings/${meetingId}`;
  useEffect(() => {
    let wanted = true;
    void callApi({ method: 'GET', path, view: meetingView }).then((answer) => {
      if (wanted && answer.ok) setPresent(answer.value.present);
    });
    return () => {
      wanted = false;
    };
  }, [path]);
  const form = useApiForm({
    method: 'POST',
    path: `${path}/attendees`,
    view: meetingView,
    body: (values) => ({ name: text(values, 'name') }),
    onDone: (meeting) => {
      setPresent(meeting.present);
      form.reset();
    },
  });
  async function remove(id: string) {
    const call = { method: 'DELETE', path: `${path}/attendees/${id}`, view: z.null() } as const;
    const answer = await callApi(call);
    if (answer.ok) setPresent((now) => now.filter((one) => one.id !== id));
    else say({ tone: 'bad', text: words(answer.problem) });
  }
  return (
    <section className="flex flex-col gap-3">
      <h3 className="text-14 font-semibold">{t('title')}</h3>
      <ul className="flex flex-wrap gap-2">
        {present.map(({ id, name, guest }) => (
          <li
            key={id}
            className="flex min-w-0 items-center gap-1 rounded-chip border border-line bg-surface pl-2"
          >
            <span className="truncate">{guest ? t('guest', { name }) : name}</span>
            <IconButton
              size="sm"
              label={t('remove', { name })}
              icon={<X aria-hidden className="size-3.5" />}
              onClick={() => void remove(id)}
            />
          </li>
        ))}
      </ul>
      <form {...form.props} className="flex items-end gap-2">
        <div className="min-w-0 grow">
          <Field label={t('add')} error={form.errorOf('name')}>
            <TextInput name="name" autoComplete="off" maxLength={80} />
          </Field>
        </div>
        <Button type="submit" busy={form.busy} className="shrink-0 whitespace-nowrap">
          {t('submit')}
        </Button>
      </form>
      <FormProblem form={{ problem: form.errorOf('name') ? null : form.problem, elsewhere: [] }} />
    </section>
  );
}
