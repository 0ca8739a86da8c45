'use client';

import {
  FileImage,
  FileJson,
  FileSpreadsheet,
  FileText,
  FileType,
  PenTool,
  Shapes,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { exportForms, papers } from '#board/api/exports.ts';
import type { ExportForm } from '#board/api/exports.ts';
import { Dialog } from '#components/ui/dialog.tsx';

interface Props {
  /** Below the REST interface: `/boards/…` or `/snapshots/…`. */
  of: string;
  kind: 'board' | 'snapshot';
  onClose: () => void;
}

const icons: Record<ExportForm, LucideIcon> = {
  pdf: FileType,
  png: FileImage,
  svg: PenTool,
  md: FileText,
  csv: FileSpreadsheet,
  json: FileJson,
  tldr: Shapes,
};

/** Every file that a board can be saved as, each a link that saves it. */
export function ExportDialog({ of, kind, onClose }: Props) {
  const t = useTranslations('export');
  return (
    <Dialog
      size="sm"
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(kind === 'board' ? 'title' : 'titleSnapshot')}
      description={t(kind === 'board' ? 'intro' : 'introSnapshot')}
    >
      <ul className="-mx-2 flex flex-col">
        {exportForms.map((form) => (
          <li key={form} className="flex items-center gap-x-2">
            <FileLink of={of} form={form} onTaken={onClose} />
            {form === 'pdf' && <PaperLinks of={of} onTaken={onClose} />}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

interface LinkProps {
  of: string;
  onTaken: () => void;
}

function FileLink({ of, form, onTaken }: LinkProps & { form: ExportForm }) {
  const t = useTranslations('export');
  const Icon = icons[form];
  return (
    <a
      href={`/api/v1${of}/export.${form}`}
      download
      onClick={onTaken}
      className="flex min-h-11 min-w-0 flex-1 items-center gap-3 rounded-card px-2 py-1.5 hover:bg-hover"
    >
      <Icon aria-hidden className="size-5 shrink-0 text-soft" />
      <span className="flex min-w-0 flex-col">
        <span className="font-medium">{t(`form.${form}`)}</span>
        <span className="text-12 text-soft">{t(`hint.${form}`)}</span>
      </span>
    </a>
  );
}

function PaperLinks({ of, onTaken }: LinkProps) {
  const t = useTranslations('export');
  return (
    <span role="group" aria-label={t('paper')} className="flex shrink-0 gap-1 pr-2">
      {papers.map((paper) => (
        <a
          key={paper}
          href={`/api/v1${of}/export.pdf?paper=${paper}`}
          download
          onClick={onTaken}
          className="inline-flex items-center justify-center rounded-chip border border-line px-2 py-1 text-12 font-medium uppercase hover:bg-hover pointer-coarse:min-h-11 pointer-coarse:min-w-11"
        >
          {paper}
        </a>
      ))}
    </span>
  );
}
