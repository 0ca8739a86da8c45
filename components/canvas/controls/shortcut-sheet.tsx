import { useTranslations } from 'next-intl';
import { Dialog } from '#components/ui/dialog.tsx';

interface Props {
  open: boolean;
  onClose: () => void;
}

// `Ctrl` stands for the command key of the machine.
const groups = {
  make: {
    note: ['N'],
    action: ['M'],
    topic: ['W'],
    text: ['T'],
    draw: ['D'],
    arrow: ['A'],
    rectangle: ['R'],
    ellipse: ['O'],
    line: ['L'],
    eraser: ['E'],
  },
  write: {
    noteHere: [],
    noteBeside: ['Tab'],
    leave: ['Esc'],
    edit: ['Enter'],
    list: ['Ctrl', 'V'],
  },
  arrange: {
    select: ['V'],
    all: ['Ctrl', 'A'],
    duplicate: ['Ctrl', 'D'],
    snap: [],
    group: ['Ctrl', 'G'],
    underTitle: ['Shift', 'F'],
    undo: ['Ctrl', 'Z'],
    redo: ['Ctrl', 'Shift', 'Z'],
    remove: ['Del'],
  },
  look: {
    hand: ['H'],
    pan: [],
    zoom: [],
    fit: ['Shift', '1'],
    selection: ['Shift', '2'],
    find: ['Ctrl', 'F'],
    laser: ['K'],
    sheet: ['?'],
  },
} as const;

/** Every key there is, opened by `?`. */
export function ShortcutSheet({ open, onClose }: Props) {
  const t = useTranslations('canvas.shortcuts');
  return (
    <Dialog
      size="lg"
      open={open}
      onOpenChange={(now) => !now && onClose()}
      title={t('title')}
      description={t('intro')}
    >
      <div className="gap-x-10 sm:columns-2">
        <Group name={t('make.title')} keys={groups.make} word={(key) => t(`make.${key}`)} />
        <Group name={t('write.title')} keys={groups.write} word={(key) => t(`write.${key}`)} />
        <Group
          name={t('arrange.title')}
          keys={groups.arrange}
          word={(key) => t(`arrange.${key}`)}
        />
        <Group name={t('look.title')} keys={groups.look} word={(key) => t(`look.${key}`)} />
      </div>
    </Dialog>
  );
}

interface GroupProps<K extends string> {
  name: string;
  keys: Readonly<Record<K, readonly string[]>>;
  word: (key: K) => string;
}

function Group<K extends string>({ name, keys, word }: GroupProps<K>) {
  return (
    <section className="mb-6 break-inside-avoid">
      <h3 className="mb-1 font-semibold">{name}</h3>
      <dl>
        {(Object.entries(keys) as [K, readonly string[]][]).map(([key, strokes]) => (
          <div
            key={key}
            className="flex min-h-8 items-center justify-between gap-4 border-b border-line py-1"
          >
            <dt>{word(key)}</dt>
            <dd className="flex gap-1">
              {strokes.map((stroke) => (
                <kbd
                  key={stroke}
                  className="rounded-chip border border-control/50 px-1.5 font-sans text-12 text-soft"
                >
                  {stroke}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
