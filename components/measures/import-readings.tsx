'use client';

import { Upload } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { importView } from '#board/api/readings-csv.ts';
import type { ImportView } from '#board/api/readings-csv.ts';
import { FormProblem } from '#components/forms/form-problem.tsx';
import { useDeed } from '#components/forms/use-deed.ts';
import { useLookedFile } from '#components/forms/use-looked-file.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { importChoice } from './import-choice.ts';
import { ImportPreview } from './import-preview.tsx';

interface Props {
  measureId: string;
  unit: string;
}

export function ImportReadings(props: Props) {
  const t = useTranslations('measures.import');
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t('title')}
      description={t('intro')}
      trigger={<Button icon={<Upload aria-hidden className="size-4" />}>{t('open')}</Button>}
    >
      <ImportForm {...props} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function ImportForm({ measureId, unit, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations('measures.import');
  const path = `/measures/${measureId}/readings.csv`;
  const { looked, look } = useLookedFile(path, importView);

  return (
    <div className="flex flex-col gap-5">
      <Field label={t('file')}>
        <TextInput
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          onChange={(event) => void look(event.currentTarget.files?.[0])}
        />
      </Field>
      <div aria-live="polite" className="contents">
        {looked.is === 'looking' && <p className="text-soft">{t('looking')}</p>}
        {looked.is === 'refused' && (
          <FormProblem form={{ problem: looked.problem, elsewhere: [] }} />
        )}
        {looked.is === 'seen' && <ImportPreview preview={looked.preview} unit={unit} />}
      </div>
      {looked.is === 'seen' && <TakeIn {...looked} path={path} onDone={onDone} />}
    </div>
  );
}

interface TakeProps {
  file: File;
  preview: ImportView;
  path: string;
  onDone: () => void;
}

function TakeIn({ file, preview, path, onDone }: TakeProps) {
  const t = useTranslations('measures.import');
  const { busy, run } = useDeed();
  const choice = importChoice(preview);
  if (choice.may !== 'take') return null;
  const { take, count } = choice;

  async function takeIn(): Promise<void> {
    const done = await run({
      method: 'POST',
      path: `${path}?take=${take}`,
      file,
      view: importView,
      said: t('done', { count }),
    });
    if (done) onDone();
  }

  return (
    <Button
      variant="primary"
      busy={busy}
      onClick={() => void takeIn()}
      className="self-end max-sm:self-stretch"
    >
      {t(take, { count })}
    </Button>
  );
}
