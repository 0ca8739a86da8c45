/** The text of a field as typed; absent counts as empty. */
export function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** An empty field is left out rather than sent empty. */
export function optionalText(form: FormData, name: string): string | undefined {
  return text(form, name).trim() || undefined;
}

/** A number as people write it, with a comma or a point; what is no number is left to the server to refuse. */
export function number(form: FormData, name: string): number | string | undefined {
  const typed = text(form, name).trim().replace(',', '.');
  if (typed === '') return undefined;
  const value = Number(typed);
  return Number.isFinite(value) ? value : typed;
}
