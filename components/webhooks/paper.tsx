interface Props {
  title: string;
  text: string;
}

/** Something as it went over the wire. */
export function Paper({ title, text }: Props) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <h4 className="text-12 text-soft">{title}</h4>
      <pre className="rounded-card border border-line bg-surface p-3 text-12 break-all whitespace-pre-wrap">
        {text}
      </pre>
    </div>
  );
}
