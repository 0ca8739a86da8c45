'use client';

import { useTranslations } from 'next-intl';
import { importView } from '#board/api/imports.ts';
import type { ImportView } from '#board/api/imports.ts';
import type { Canvas } from '#board/canvases.ts';
import { FormProblem } from '#components/forms/form-problem.tsx';
import { useFieldWords } from '#components/forms/problem-words.ts';
import { useDeed } from '#components/forms/use-deed.ts';
import { useLookedFile } from '#components/forms/use-looked-file.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { ImportPreview } from './import-preview.tsx';

interface Props {
  boardId: string;
  /** Where it goes; a saved board has canvases of its own. */
  canvas: Canvas;
  onClose: () => void;
}

/** Takes a file in beside what is on the board, after a look at what will come. [PORT-10] */
export function ImportDialog({ boardId, canvas, onClose }: Props) {
  const t = useTranslations('import');
  const fieldWords = useFieldWords();
  const path = `/boards/${boardId}/imports`;
  const { looked, look } = useLookedFile(path, importView);

  const problem = looked.is === 'refused' ? looked.problem : undefined;
  const errors = problem === undefined || problem === 'unreachable' ? [] : (problem.errors ?? []);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      description={t('intro')}
    >
      <div className="flex flex-col gap-5">
        <Field label={t('file')}>
          <TextInput
            type="file"
            accept=".tldr,.json,.csv,.txt,application/json,text/csv,text/plain"
            onChange={(event) => void look(event.currentTarget.files?.[0])}
          />
        </Field>
        <div aria-live="polite" className="contents">
          {looked.is === 'looking' && <p className="text-soft">{t('looking')}</p>}
          {problem && <FormProblem form={{ problem, elsewhere: errors.map(fieldWords) }} />}
          {looked.is === 'seen' && <ImportPreview preview={looked.preview} />}
        </div>
        {looked.is === 'seen' && looked.preview.comes.length > 0 && (
          <TakeIn {...looked} {...{ path, canvas }} onDone={onClose} />
        )}
      </div>
    </Dialog>
  );
}

interface TakeProps {
  file: File;
  preview: ImportView;
  path: string;
  canvas: Canvas;
  onDone: () => void;
}

function TakeIn({ file, preview, path, canvas, onDone }: TakeProps) {
  const t = useTranslations('import');
  const { busy, run } = useDeed();

  async function takeIn(): Promise<void> {
    const where = preview.form === 'json' ? '' : `&canvas=${canvas}`;
    const done = await run({
      method: 'POST',
      path: `${path}?take=all${where}`,
      file,
      view: importView,
      said: t('done'),
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
      {t('take')}
    </Button>
  );
}
