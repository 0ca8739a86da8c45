/** One metric as Prometheus reads it. */
export interface Family {
  readonly help: string;
  readonly type: string;
  readonly samples: readonly Sample[];
}

export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const COMMENT = /^# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)$/;
const SAMPLE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (-?[0-9.e+-]+|[+-]Inf|NaN)$/;
const LABEL = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)",?/y;
const SUFFIXES: Readonly<Record<string, readonly string[]>> = {
  counter: [''],
  gauge: [''],
  histogram: ['_bucket', '_sum', '_count'],
};

/** Reads the text exposition format 0.0.4. Throws on whatever breaks its rules, naming the line. */
export function readExposition(text: string): Map<string, Family> {
  if (!text.endsWith('\n')) throw new Error('the last line does not end');
  const families = new Map<string, { help?: string; type?: string; samples: Sample[] }>();
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const comment = COMMENT.exec(line);
    if (!comment) takeSample(line, families);
    else takeComment(line, comment, families);
  }
  return new Map([...families].map(([name, family]) => [name, complete(name, family)]));
}

type Partial = { help?: string; type?: string; samples: Sample[] };

function takeComment(line: string, comment: RegExpExecArray, families: Map<string, Partial>): void {
  const [, what, name = '', text = ''] = comment;
  const family = families.get(name) ?? { samples: [] };
  const key = what === 'HELP' ? 'help' : 'type';
  if (family[key] !== undefined || family.samples.length > 0) throw new Error(`again: ${line}`);
  families.set(name, { ...family, [key]: text });
}

function takeSample(line: string, families: Map<string, Partial>): void {
  const [, name = '', labels = '', value = ''] = SAMPLE.exec(line) ?? [];
  const [family] = [...families].slice(-1);
  const suffixes = SUFFIXES[family?.[1].type ?? ''] ?? [];
  if (!family || !suffixes.some((suffix) => name === family[0] + suffix)) {
    throw new Error(`not of the metric above it: ${line}`);
  }
  family[1].samples.push({ name, labels: readLabels(labels, line), value: numberOf(value) });
}

function readLabels(text: string, line: string): Record<string, string> {
  const labels: Record<string, string> = {};
  for (LABEL.lastIndex = 0; LABEL.lastIndex < text.length;) {
    const label = LABEL.exec(text);
    if (!label) throw new Error(`no label: ${line}`);
    const [, name = '', value = ''] = label;
    labels[name] = value;
  }
  return labels;
}

function numberOf(text: string): number {
  return text.endsWith('Inf') ? Number(text.replace('Inf', 'Infinity')) : Number(text);
}

function complete(name: string, { help, type, samples }: Partial): Family {
  if (help === undefined || type === undefined) throw new Error(`${name} lacks HELP or TYPE`);
  const keys = samples.map((one) => one.name + JSON.stringify(one.labels));
  if (new Set(keys).size < keys.length) throw new Error(`${name} has a sample twice`);
  return { help, type, samples };
}
